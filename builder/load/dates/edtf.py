"""EDTF levels 0 and 1 (Library of Congress, 2019; ISO 8601-2) to dates with bounds.

Read here and not by a library, because dates are what a timeline stands on: the calendar is
checked, bounds are dates at every end, and a wrong date gets a sentence.
"""

import datetime
import re
from functools import lru_cache

from builder.ground.expressions import expression
from builder.ground.values import Value
from builder.model.dates import MONTHS, Day, Edtf, Precision

_LONG_YEAR = expression(r"Y-?[1-9][0-9]{4,9}")
_QUALIFIED = re.compile(r"([^?~%]+)([?~%]?)")
_DATE = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_SPAN = expression(r"-?[0-9]{3}X|-?[0-9]{2}XX")
_OPEN = expression(r"(-?[0-9]{4})-(?:([0-9]{2})-XX|XX(?:-XX)?)")
_TIME = expression(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?"
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # the month in which each begins, in the north
_PRECISIONS: dict[int, Precision] = {1: "year", 10: "decade", 100: "century"}
"""How precise a date is, by how many years it may mean."""


class Refusal(Value, frozen=True):
    """Why a text is no date, and what to write."""

    message: str
    hint: str


class _Bounds(Value, frozen=True):
    """The first and the last day as (year, month, day), before any clamping."""

    precision: Precision
    first: tuple[int, int, int]
    last: tuple[int, int, int]


class _End(Value, frozen=True):
    """A date without a slash, which may be one end of an interval; its day is clamped."""

    day: Day
    bounds: _Bounds


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> Edtf | Refusal:
    """The date that `text` writes in EDTF level 0 or 1, or why it is none.

    A date-time counts as its day. Years outside 1 to 9999 have clamped bounds.
    """
    first, slash, second = text.partition("/")
    if not slash:
        end = _end(text)
        return end if isinstance(end, Refusal) else Edtf(text, end.day, end.day)
    if "/" in second:
        return _refusal(text)
    start, finish = _interval_end(first), _interval_end(second)
    if isinstance(start, Refusal):
        return _slip(text) or start
    if isinstance(finish, Refusal):
        return _slip(text) or finish
    if start is None and finish is None:
        return Refusal("An interval needs a date at one end at least.", "Write it as 1979-11-04/..")
    if start and finish and start.bounds.first > finish.bounds.last:
        return Refusal("The interval ends before it begins.", "Put the earlier date first.")
    return Edtf(text, start.day if start else None, finish.day if finish else None)


def _slip(text: str) -> Refusal | None:
    from builder.load.dates.slips import slip  # only faulty files pay for its expressions

    return slip(text)


def _refusal(text: str) -> Refusal:
    from builder.load.dates.slips import refusal

    return refusal(text)


def _interval_end(text: str) -> _End | Refusal | None:
    return None if text in ("", "..") else _end(text)


def _end(text: str) -> _End | Refusal:
    qualified = _QUALIFIED.fullmatch(text)
    if qualified is None:
        return _refusal(text)
    plain, mark = qualified.groups()
    if "T" in plain and not mark and (time := _TIME().fullmatch(plain)):
        plain = time.group(1)
    found = _dated(plain)
    if found is None:
        return _slip(plain) or _refusal(text)
    if isinstance(found, Refusal):
        return found
    return _End(Day(text, found.precision, _clamped(*found.first), _clamped(*found.last)), found)


def _dated(text: str) -> _Bounds | Refusal | None:
    """The bounds of a date without a mark; None where it has none of the forms of EDTF."""
    if match := _DATE.fullmatch(text):
        year, month, day = match.groups()
        return _calendar(int(year), _number(month), _number(day))
    if _SPAN().fullmatch(text):
        return _several_years(text)
    if match := _OPEN().fullmatch(text):
        year, month = match.groups()
        return _month(int(year), int(month)) if month else _years(int(year))
    if _LONG_YEAR().fullmatch(text):
        return _years(int(text.removeprefix("Y")))
    return None


def _calendar(year: int, month: int | None, day: int | None) -> _Bounds | Refusal:
    if month is None:
        return _years(year)
    if month in _SEASONS and day is None:
        return _season(year, _SEASONS[month])
    whole = _month(year, month)
    if day is None or isinstance(whole, Refusal):
        return whole
    length = whole.last[2]
    if not 1 <= day <= length:
        return Refusal(
            f"{MONTHS[month - 1]} {year} has {length} days, and no day {day}.", "Correct the day."
        )
    return _Bounds("day", (year, month, day), (year, month, day))


def _month(year: int, month: int) -> _Bounds | Refusal:
    if not 1 <= month <= 12:
        hint = "Months are 01 to 12; 21 to 24 stand for spring, summer, autumn and winter."
        return Refusal(f"There is no month {month:02}.", hint)
    return _Bounds("month", (year, month, 1), (year, month, _length(year, month)))


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _years(first: int, count: int = 1) -> _Bounds:
    return _Bounds(_PRECISIONS[count], (first, 1, 1), (first + count - 1, 12, 31))


def _season(year: int, first: int) -> _Bounds:
    last_year, last = (year + 1, 2) if first == 12 else (year, first + 2)
    return _Bounds("season", (year, first, 1), (last_year, last, _length(last_year, last)))


def _several_years(digits: str) -> _Bounds:
    span = 10 ** digits.count("X")
    nearest = int(digits.replace("X", "0"))
    # -019X is -0199 to -0190: the digits left open count away from the year 0.
    first = nearest - span + 1 if digits.startswith("-") else nearest
    return _years(first, span)


def _length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _clamped(year: int, month: int, day: int) -> datetime.date:
    if year < datetime.MINYEAR:
        return datetime.date.min
    return datetime.date.max if year > datetime.MAXYEAR else datetime.date(year, month, day)
