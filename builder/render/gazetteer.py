"""What countries and well-known cities are called in a language, by CLDR, from Babel."""

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError
from babel.core import get_global

_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


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
            has_two = name.endswith(")")  # “Myanmar (Burma)”
            yield from name.removesuffix(")").split(" (") if has_two else (name,)


def _cities(locale: Locale) -> Iterator[str]:
    renamed = get_global("zone_aliases")
    cities = {renamed.get(zone, zone): told.get("city") for zone, told in locale.time_zones.items()}
    for zone in get_global("zone_territories"):
        continent, _, place = zone.partition("/")
        if place and "/" not in place and continent != "Antarctica":
            name = cities.get(zone) or place.replace("_", " ")
            yield name.partition(" (")[0]  # “Tripoli (Libye)” says in which country
