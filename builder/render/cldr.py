"""How languages write dates, by CLDR, from Babel.

Loading it with a language's data takes longer than writing all dates of a small site does.
"""

import re
from collections.abc import Iterator
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import DateTimeFormat, match_skeleton, parse_pattern

from builder.render.dates import Calendar

_INTERVALS = {"day": ("yMMMd", "yMd"), "month": ("yMMM", "yM")}
"""By precision, the skeleton of an interval, and what two days can differ in most."""
_NUMBERS = frozenset({"y", "M", "MM", "d", "dd"})
_FIELD = re.compile(r"%\((\w+)\)s")
_ABBREVIATED = re.compile(r"(?<![ML])(MMM|LLL)(?![ML])")
"""The field of a month that is not written out."""
_NAMELESS = re.compile(r"M\d\d")
"""What stands for a month whose name CLDR does not know."""


def calendar_of(language: str) -> Calendar:
    """How the language of a BCP 47 tag writes dates; English for one that CLDR does not know."""
    locale = _locale(language)
    skeletons = locale.datetime_skeletons
    day = str(locale.date_formats["long"].format)
    month = str(skeletons[match_skeleton("yMMMM", skeletons)].format)
    intervals = {kind: dict(_intervals(locale, *sought)) for kind, sought in _INTERVALS.items()}
    patterns = [day, month]
    for by_field in intervals.values():
        for halves in by_field.values():
            patterns += halves
    fields = set(_FIELD.findall(" ".join(patterns)))
    months = [DateTimeFormat(date(2000, number, 1), locale) for number in range(1, 13)]
    words = {field: tuple(_held(m, field) for m in months) for field in sorted(fields - _NUMBERS)}
    return Calendar(day, month, intervals, words)


def _locale(language: str) -> Locale:
    try:
        found = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
    is_known = not any(map(_NAMELESS.match, found.months["format"]["wide"].values()))
    return found if is_known else Locale("en", "GB")


def _intervals(locale: Locale, skeleton: str, sought: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The two halves of an interval by the field that differs, with months written out."""
    for field, halves in locale.interval_formats.get(skeleton, {}).items():
        if field in sought and len(halves) == 2:  # Babel cannot part some, such as “LLL تا MMM y”
            first, last = (str(parse_pattern(_written_out(half)).format) for half in halves)
            yield field, (first, last)


def _written_out(pattern: str) -> str:
    return _ABBREVIATED.sub(lambda short: short[0] + short[0][0], pattern)


def _held(month: DateTimeFormat, field: str) -> str:
    """What a field holds in a month; its full name, which CLDR knows, for others it does not."""
    word = month[field]
    return month["MMMM"] if _NAMELESS.match(word) else word
