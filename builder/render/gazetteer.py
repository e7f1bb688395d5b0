"""What countries and well-known cities are called in a language, by CLDR, from Babel."""

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from builder.ground.expressions import expression

_IN_BRACKETS = expression(r"\s*[(（].*[)）]$")
"""Another name, or where that is: “Myanmar (Burma)”, “Tripoli (Libye)”."""
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
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
    names = (*_countries(locale), *_cities(locale))
    return frozenset(_IN_BRACKETS().sub("", name) for name in names)


def _countries(locale: Locale) -> Iterator[str]:
    for code, name in locale.territories.items():
        if code.isalpha() and code not in _NO_COUNTRIES:
            yield name


def _cities(locale: Locale) -> Iterator[str]:
    renamed = get_global("zone_aliases")
    cities = {renamed.get(zone, zone): told.get("city") for zone, told in locale.time_zones.items()}
    for zone in get_global("zone_territories"):
        continent, _, place = zone.partition("/")
        if place and "/" not in place and not (continent in _NO_CITIES or zone in _WORDS):
            yield cities.get(zone) or place.replace("_", " ")
