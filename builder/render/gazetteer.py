"""What countries and well-known cities are called in a language, by CLDR, from Babel."""

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from builder.ground.expressions import expression

_BRACKET = expression("\\s*[(\N{FULLWIDTH LEFT PARENTHESIS}]")
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
_TWO_NAMES = frozenset({"MM"})
"""Countries of which CLDR tells another name in brackets: “Myanmar (Burma)”."""
_NO_CITIES = frozenset({"Antarctica", "Etc"})
_WORDS = frozenset({"America/Resolute", "Asia/Oral", "Pacific/Midway", "Pacific/Wake"})
"""Places of few people that are called as words are which begin a sentence."""


def gazetteer(language: str) -> frozenset[str]:
    """The names of countries and cities in the language of a BCP 47 tag; none if CLDR lacks it.

    The cities are those after which time zones are called: “Baghdad”, of Asia/Baghdad.
    """
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset((*_countries(locale), *_cities(locale)))


def _countries(locale: Locale) -> Iterator[str]:
    for code, name in locale.territories.items():
        if code.isalpha() and code not in _NO_COUNTRIES:
            yield from (_in_brackets(name) if code in _TWO_NAMES else _in_brackets(name)[:1])


def _cities(locale: Locale) -> Iterator[str]:
    renamed = get_global("zone_aliases")
    cities = {renamed.get(zone, zone): told.get("city") for zone, told in locale.time_zones.items()}
    for zone in get_global("zone_territories"):
        continent, _, place = zone.partition("/")
        if place and "/" not in place and not (continent in _NO_CITIES or zone in _WORDS):
            name = cities.get(zone) or place.replace("_", " ")
            yield _in_brackets(name)[0]  # “Tripoli (Libye)” says in which country


def _in_brackets(name: str) -> list[str]:
    """A name, and what stands behind it in brackets, of any width."""
    bare = name.removesuffix(")").removesuffix("\N{FULLWIDTH RIGHT PARENTHESIS}")
    return _BRACKET().split(bare) if bare != name else [name]
