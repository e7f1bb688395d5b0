"""What English words say of a date: “on Sunday”, “last night”, “5 January 1979”.

Only what is plain is read; of anything else nothing is said.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from builder.ground.expressions import expression
from builder.ground.values import Value
from builder.model.dates import Day, Edtf

_Point = TypeVar("_Point", int, tuple[int, int])

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
# Days from the article's day. A night belongs to the day it begins on, or to the next.
_RELATIVE = {
    "the day before yesterday": (-2,),
    "the day after tomorrow": (2,),
    "yesterday": (-1,),
    "last night": (-1, 0),
    "overnight": (-1, 0),
    "today": (0,),
    "this morning": (0,),
    "this afternoon": (0,),
    "this evening": (0,),
    "tonight": (0, 1),
    "tomorrow": (1,),
}
_DAY = expression(
    rf"\b({'|'.join((*_RELATIVE, *WEEKDAYS))}|(?:\d{{1,4}}|{'|'.join(_NUMBERS)}) days ago)\b",
    re.IGNORECASE | re.ASCII,  # else “yeſterday” would be found, and be no word that is known here
)
# Good Friday is a name wherever it stands; within a sentence any capitalised word makes one.
_NAMES_OF_DAYS = (
    "Ash|Black|Bloody|Cyber|Easter|Fat|Giving|Good|Holy|Maundy|Mothering|Palm|Pentecost|Remembrance"
    "|Rose|Shrove|Super|Super Bowl|Trinity|Whit"
)
_PLAIN = (
    "After|And|Before|Between|By|Coming|Each|Early|Every|Following|From|Last|Late|Next|On|Or|Past"
    "|Previous|Since|That|The|This|Till|Until"
)
_NAMED_DAY = expression(
    rf"\b(?:{_NAMES_OF_DAYS}|(?<=[\w,;:] )(?!(?:{_PLAIN})\b)[A-Z]\w*) (?:{'|'.join(WEEKDAYS)})\b"
)
_FARTHER = expression(
    r"\b(?:last|next|previous|following|week|weeks|month|year|before|after|ago|every|each|until|since"
    r"|by|from|the)\b|\d",
    re.IGNORECASE,
)
_COMING = expression(r"\b(?:by|coming|following|next|this|until|will)\b", re.IGNORECASE)
_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "May" else name for name in MONTHS)
MONTH = f"(?:{_NAMES}|Sept)"
_NUMBER = r"\d\d?(?:st|nd|rd|th)?\b"
_NUMBERED = rf"{_NUMBER}(?:(?: ?[-–/] ?|,? (?:and|or|to|till|until|through) |, ){_NUMBER})*"
_NAMED_MONTH = expression(rf"(?:\b({_NUMBERED})(?: of)? )?\b({MONTH})\b\.?(?: ({_NUMBERED}))?")
_SPAN = expression(r"\b(?:between|to|till|until|through)\b|[-–]", re.IGNORECASE)
_YEAR = expression(r"(?<![\d,.])([12]\d{3})(?![\d,]|s\b|['’]s)")


class Clash(Value, frozen=True):
    """Words that do not fit a date: how, as a sentence part, and the day they point to, if one."""

    weekday: bool
    why: str
    meant: datetime.date | None = None


def day_clash(words: str, date: Edtf, anchor: datetime.date | None) -> Clash | None:
    """Whether the one day that `words` name relative to the article's day is another than `date`.

    Words that name no day, or more than one, and dates that are unsure or longer than they should
    be for the words, clash with nothing.
    """
    named = days_named(words)
    if len(named) != 1 or _is_unsure(date):
        return None
    word = named.pop()
    if word.capitalize() in WEEKDAYS:
        return _weekday_clash(WEEKDAYS.index(word.capitalize()), words, date, anchor)
    if anchor is None:
        return None
    days = [day for offset in _offsets(word) if (day := _shifted(anchor, offset))]
    if not days or any(date.lower <= day <= date.upper for day in days):
        return None
    return Clash(False, f"in this article it means {shown(days[0])}", days[0])


def days_named(words: str) -> set[str]:
    """The days that stand in `words` by their weekday, or counted from the article's day."""
    return {match.lower() for match in _DAY().findall(_NAMED_DAY().sub("", words))}


def calendar_clash(words: str, date: Edtf) -> Clash | None:
    """Whether a month, day or year that stands in `words` is another than that of `date`."""
    if _is_unsure(date):
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
    months = [_month(month) for _, month, _ in named]
    if not any(_is_named(month, months, is_span) for month in _months(date)):
        return Clash(False, f"the date is in {MONTHS[date.lower.month - 1]}")
    if _is_day(date) and not _is_told(date.lower, named, is_span):
        return Clash(False, f"the date is {shown(date.lower)}")
    return None


def _is_told(day: datetime.date, named: list[tuple[str, str, str]], is_span: bool) -> bool:
    """Whether the days beside the months, if there are any, are that day or go past it."""
    told = [
        (_month(month), int(number))
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


def _weekday_clash(
    weekday: int, words: str, date: Edtf, anchor: datetime.date | None
) -> Clash | None:
    if not _is_day(date):
        return None
    day = date.lower
    last = anchor and _shifted(anchor, -((anchor.weekday() - weekday) % 7))
    if day.weekday() != weekday:
        near = _nearest(weekday, day, words, anchor)
        meant = last if near and _is_too_far(near, words, anchor) else near
        if meant and calendar_clash(words, _dated(meant)):
            meant = None
        return Clash(True, f"{shown(day)} is a {WEEKDAYS[day.weekday()]}", meant)
    if anchor and _is_too_far(day, words, anchor):
        return Clash(True, f"{shown(day)} is more than a week from {shown(anchor)}", last)
    return None


def _nearest(
    weekday: int, day: datetime.date, words: str, anchor: datetime.date | None
) -> datetime.date | None:
    """The nearest such weekday; of a day that is not to come, none that is, unless words say so."""
    near = _shifted(day, (weekday - day.weekday() + 3) % 7 - 3)
    is_ahead = near and anchor and day <= anchor < near and not _COMING().search(words)
    return _shifted(near, -7) if near and is_ahead else near


def _is_too_far(day: datetime.date, words: str, anchor: datetime.date | None) -> bool:
    """Whether a mere weekday would not be said of this day in an article of the anchor's."""
    bare = re.sub(r"\bthis\b", "", words, flags=re.IGNORECASE)
    return bool(anchor and abs((day - anchor).days) > 7 and not _FARTHER().search(bare))


def _offsets(word: str) -> Iterable[int]:
    if word in _RELATIVE:
        return _RELATIVE[word]
    number = word.partition(" ")[0]
    count = int(number) if number.isdigit() else _NUMBERS.index(number) + 1
    return (-count,)


def _shifted(day: datetime.date, days: int) -> datetime.date | None:
    """The day so many days later; None beyond the calendar."""
    try:
        return day + datetime.timedelta(days)
    except OverflowError:
        return None


def _is_unsure(date: Edtf) -> bool:
    """Whether no certain days stand for it: it is open, doubtful, or beyond the calendar."""
    ends = (date.start, date.end)
    clamped = date.lower == datetime.date.min or date.upper == datetime.date.max
    return clamped or any(end is None or end.uncertain or end.approximate for end in ends)


def _dated(day: datetime.date) -> Edtf:
    end = Day(day.isoformat(), "day", day, day)
    return Edtf(end.text, end, end)


def _is_day(date: Edtf) -> bool:
    return date.lower == date.upper


def _month(word: str) -> int:
    return next(index for index, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))


def _months(date: Edtf) -> set[int]:
    first, last = date.lower, date.upper
    count = (last.year - first.year) * 12 + last.month - first.month
    return {(first.month - 1 + index) % 12 + 1 for index in range(count + 1)}


def _years(date: Edtf) -> str:
    first, last = date.lower.year, date.upper.year
    return str(first) if first == last else f"{first} to {last}"
