"""What English words say of a date by its month or year: “5 January 1979”, “from 1978 to 1980”."""

import datetime
import re
from collections.abc import Sequence
from typing import TypeVar

from builder.ground.expressions import expression
from builder.ground.values import Value
from builder.model.dates import MONTH, MONTHS, ORDINAL, Edtf, month_of

_Point = TypeVar("_Point", int, tuple[int, int])

NUMBER = rf"\d\d?{ORDINAL}"
"""A day of the month in an expression."""
_NUMBERED = rf"{NUMBER}(?:(?: ?[-–/] ?|,? (?:and|or|to|till|until|through) |, ){NUMBER}){{0,9}}"
_NAMED_MONTH = expression(rf"(?:\b({_NUMBERED})(?: of)? )?\b({MONTH})\b\.?(?: ({_NUMBERED}))?")
_SPAN = expression(r"\b(?:between|to|till|until|through)\b|[-–]", re.IGNORECASE)
_YEAR = expression(r"(?<![\d,.])([12]\d{3})(?![\d,]|s\b|['’]s)")


class Clash(Value, frozen=True):
    """Words that do not fit a date: why (part of a sentence), and the day they mean, if plain.

    `weekday`: whether it is the day of the week that does not fit.
    """

    weekday: bool
    why: str
    meant: datetime.date | None = None


def calendar_clash(words: str, date: Edtf) -> Clash | None:
    """Whether a month, day or year that stands in `words` is another than that of `date`."""
    if is_unsure(date):
        return None
    is_span = bool(_SPAN().search(words))
    years = [int(year) for year in _YEAR().findall(words)]
    if years and not any(
        _is_named(year, years, is_span) for year in range(date.lower.year, date.upper.year + 1)
    ):
        return Clash(False, f"the date is of {_years(date)}")
    named = _NAMED_MONTH().findall(words)
    is_long = (date.upper - date.lower).days > 365 or (is_span and len(set(years)) > 1)
    if not named or is_long:
        return None
    months = [month_of(month) for _, month, _ in named]
    if not any(_is_named(month, months, is_span) for month in _months(date)):
        return Clash(False, f"the date is in {MONTHS[date.lower.month - 1]}")
    if is_day(date) and not _is_told(date.lower, named, is_span):
        return Clash(False, f"the date is {shown(date.lower)}")
    return None


def _is_told(day: datetime.date, named: list[tuple[str, str, str]], is_span: bool) -> bool:
    """Whether the words name this day of the month, or a span around it; or no day at all."""
    told = [
        (month_of(month), int(number))
        for before, month, after in named
        for number in re.findall(r"\d+", f"{before} {after}")
    ]
    if is_span and len(named) > 1:
        is_whole = all(before or after for before, _, after in named)
        return not is_whole or _is_named((day.month, day.day), told, is_span)
    days = [number for _, number in told]
    return not days or _is_named(day.day, days, is_span)


def _is_named(value: _Point, named: Sequence[_Point], is_span: bool) -> bool:
    """Whether it is among them; of a span, whether it lies between its ends, past a year's end."""
    if not is_span:
        return value in named
    first, last = named[0], named[-1]
    if first <= last:
        return first <= value <= last
    return value >= first or value <= last


def shown(day: datetime.date) -> str:
    """A day in words: 7 January 2020."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def names_calendar(words: str) -> bool:
    """Whether a month or a year stands in `words`."""
    return bool(_NAMED_MONTH().search(words) or _YEAR().search(words))


def is_unsure(date: Edtf) -> bool:
    """Whether no certain days stand for it: it is open, doubtful, or beyond the calendar."""
    ends = (date.start, date.end)
    clamped = date.lower == datetime.date.min or date.upper == datetime.date.max
    return clamped or any(end is None or end.uncertain or end.approximate for end in ends)


def is_day(date: Edtf) -> bool:
    """Whether it is one day."""
    return date.lower == date.upper


def _months(date: Edtf) -> set[int]:
    first, last = date.lower, date.upper
    count = (last.year - first.year) * 12 + last.month - first.month
    return {(first.month - 1 + index) % 12 + 1 for index in range(count + 1)}


def _years(date: Edtf) -> str:
    first, last = date.lower.year, date.upper.year
    return str(first) if first == last else f"{first} to {last}"
