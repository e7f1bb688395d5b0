"""What the schema takes for plain texts: addresses, time zones, languages, colours, aliases."""

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.expressions import expression
from builder.ground.slugs import fault
from builder.ground.text import is_language_tag
from builder.ground.urls import home_of, home_refusal
from builder.load.dates.zones import zone_fault
from builder.model.articles import PageFrontMatter
from builder.model.settings import Settings
from builder.model.values import Origin

_COLOUR = expression(r"#[0-9A-Fa-f]{6}")
_NAMES = {"english": "en", "german": "de", "french": "fr", "arabic": "ar", "persian": "fa"}


def settings_faults(settings: Settings) -> tuple[Diagnostic, ...]:
    """What is wrong with the address, the time zone, the language and the colour."""
    place = settings.origin.at
    return (
        *_site_url_fault(settings.url, place("url")),
        *_timezone_fault(settings.timezone, place("timezone")),
        *language_fault(settings.language, place("language")),
        *_colour_fault(settings.theme.accent, place("theme.accent")),
    )


def front_faults(front: PageFrontMatter, origin: Origin) -> tuple[Diagnostic, ...]:
    """What is wrong with the language and the aliases of an article or page."""
    language = language_fault(front.language, origin.at("language"))
    return language + alias_faults(front.aliases, origin)


def language_fault(language: str, place: Location) -> tuple[Diagnostic, ...]:
    """An error where a text does not have the form of a language tag (BCP 47)."""
    if not language or is_language_tag(language):
        return ()
    message = f"“{language}” is not a language tag."
    hyphened = language.replace("_", "-")
    known = _NAMES.get(language.lower(), hyphened if is_language_tag(hyphened) else "")
    hint = f"Write {known}." if known else "Write a tag of BCP 47, such as en, ar or pt-BR."
    return (error("bad-language", message, place, hint),)


def _site_url_fault(url: str, place: Location) -> tuple[Diagnostic, ...]:
    """An error where no site can have this address; the feed and the map are made of it."""
    reason = home_refusal(url) if url else ""
    if not reason:
        return ()
    message = f"“{url}” cannot be the address of a site: {reason}."
    hint = f"Write {home_of(url)}, or leave it empty until you know it."
    return (error("refused-address", message, place, hint),)


def _timezone_fault(name: str, place: Location) -> tuple[Diagnostic, ...]:
    """An error where there is no such time zone."""
    found = zone_fault(name)
    return (error("unknown-time-zone", found[0], place, found[1]),) if found else ()


def _colour_fault(colour: str, place: Location) -> tuple[Diagnostic, ...]:
    """An error where a text is not #rrggbb; it goes into a style sheet."""
    if not colour or _COLOUR().fullmatch(colour):
        return ()
    message = f"“{colour}” is not a colour that can be used here."
    hint = 'Write six hexadecimal digits in quotation marks, such as "#0b5fa5".'
    return (error("bad-colour", message, place, hint),)


def alias_faults(aliases: tuple[str, ...], origin: Origin) -> tuple[Diagnostic, ...]:
    """An error for each old address, or former id, that cannot be a file of this site."""
    hint = "Write its path on this site: /old-name/. Names of an entry belong into `other_names`."
    return tuple(
        error(
            "bad-alias",
            f"“{alias}” cannot be an old address of this page: {why}.",
            origin.at(f"aliases[{index}]"),
            hint,
        )
        for index, alias in enumerate(aliases)
        if (why := _no_alias(alias))
    )


def _no_alias(alias: str) -> str:
    """Why a text cannot be an old address: a sentence part, or "" when it can."""
    if "://" in alias:
        return "it names another site"
    if "//" in alias.strip("/"):
        return "it has two slashes in a row"
    return next((why for part in alias.strip("/").split("/") if (why := fault(part))), "")
