"""site.yaml to settings."""

import re
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.load.context import shape_of
from builder.load.nodes import Mapping, Scalar
from builder.load.reading import Markdown, decode, prose_reader, without_missing
from builder.load.schema import shape
from builder.load.yaml import Document
from builder.load.zones import zone_fault
from builder.model.settings import Settings

SITE = "site.yaml"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class SettingsRead(NamedTuple):
    """The settings, or None where there is not enough to make them of."""

    settings: Settings | None
    diagnostics: tuple[Diagnostic, ...]


def read_settings(document: Document, markdown: Markdown) -> SettingsRead:
    """The site's settings."""
    root = document.root
    place = Location(SITE)
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        root = Mapping((), place)
    if not isinstance(root, Mapping):
        message = f"site.yaml holds settings as “name: value”, and this is {shape_of(root)}."
        fault = error("wrong-type", message, root.location, "Begin with “title: …”.")
        return SettingsRead(None, (*document.diagnostics, fault))
    reader = prose_reader(markdown, document, SITE, "site")
    found = decode(shape(Settings), root, reader, owner="The site", place=root)
    told = found.diagnostics if document.is_whole else without_missing(found.diagnostics)
    faults = document.diagnostics + told
    if found.values is None:
        return SettingsRead(None, faults)
    settings = Settings(origin=found.origin, **found.values)
    return SettingsRead(settings, faults + _judged(settings))


def no_settings() -> SettingsRead:
    """What is said of a folder without site.yaml."""
    message = "There is no site.yaml, which holds the site's settings."
    hint = "Write one, with a line “title: …” to begin with."
    return SettingsRead(None, (error("missing-settings", message, Location(SITE), hint),))


def _judged(settings: Settings) -> tuple[Diagnostic, ...]:
    """Faults of values that are texts to the schema."""
    fields = settings.origin.fields
    faults = []
    if why := zone_fault(settings.timezone):
        faults.append(error("unknown-time-zone", why[0], fields["timezone"], why[1]))
    faults += language_fault(settings.language, fields.get("language", settings.origin.location))
    accent = settings.theme.accent
    if accent and not _COLOUR.fullmatch(accent):
        message = f"“{accent}” is not a colour that can be used here."
        hint = 'Write six hexadecimal digits in quotation marks, such as "#0b5fa5".'
        faults.append(error("bad-colour", message, fields["theme.accent"], hint))
    return tuple(faults)


def language_fault(language: str, place: Location) -> tuple[Diagnostic, ...]:
    """An error if a text does not have the form of a language tag (BCP 47)."""
    if not language or _LANGUAGE.fullmatch(language):
        return ()
    message = f"“{language}” is not a language tag."
    names = {"english": "en", "german": "de", "french": "fr", "arabic": "ar", "persian": "fa"}
    known = names.get(language.lower())
    hint = f"Write {known}." if known else "Write a tag of BCP 47, such as en, ar or pt-BR."
    return (error("bad-language", message, place, hint),)
