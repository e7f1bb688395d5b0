"""Dates that English words give, as EDTF, where they leave no doubt: “on Sunday”, “in May 1979”.

What the words say in full is `stated`; what is counted from the article's day, or takes its year
from a date before it, is `resolved`.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from builder.ground.expressions import expression
from builder.ground.values import Value
from builder.inspect.dates.calendarwords import MONTH, month_of
from builder.inspect.dates.daywords import DAY, NAMED_DAY, WEEKDAYS, day_meant
from builder.load.dates.edtf import parse_edtf
from builder.model.dates import Edtf
from builder.model.prose import Leaf, Prose

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_WEEKDAY = rf"(?:\b(?:{'|'.join(WEEKDAYS)}),? )?"
_DAY = r"(?<![\d.:,$£€])\b(?P<day>\d\d?)(?:st|nd|rd|th)?\b"
_MONTH = rf"\b(?P<month>{MONTH})\b\.?"
_YEAR = r"(?<![\d.,:$£€’'/-])\b(?P<year>[12]\d{3})(?![\d%/]|[,.:]\d|s\b|['’])"
_ABOUT = r"(?P<about>\b(?:about|around|circa|c\.|ca\.) ?)?"
_PART = r"(?:\b(?:early|mid|late)(?: in)?(?: |-))?"


def _rule(pattern: str) -> Callable[[], re.Pattern[str]]:
    """A pattern in which a line's end is a space as well."""
    return expression(pattern.replace(" ", r"[ \n]"))


_RULES = (
    *map(
        _rule,
        (
            rf"{_ABOUT}{_WEEKDAY}{_DAY}(?: of)? {_MONTH},?(?: of)? {_YEAR}",
            rf"{_ABOUT}{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}",
            rf"{_ABOUT}{_PART}{_MONTH},?(?: of)? {_YEAR}",
            rf"{_ABOUT}(?:the )?\b(?P<season>{'|'.join(_SEASONS)})(?: of)? {_YEAR}",
            rf"\b(?:[Ii]n )?{_PART}{_MONTH}(?: of)? (?P<counted>this|last) (?P<unit>year)\b",
            rf"{_WEEKDAY}{_DAY}(?: of)? {_MONTH}(?!,? \d{{4}}|['’])",
            rf"{_WEEKDAY}{_MONTH} {_DAY}(?!,? \d{{4}}|,\d|[-–]\d)",
            rf"\b[Ii]n {_PART}{_MONTH}(?!,? \d|['’]| [A-Z])",
            rf"{_PART}\b(?P<decade>[12]\d{{2}})0s\b",
            r"(?<![\d/-])(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)(?![\d-])",
            r"(?<![\d/-])(?P<from>[12]\d{3}) ?[-–] ?(?P<to>\d\d(?:\d\d)?)(?![\d/-])",
            rf"{_ABOUT}{_PART}{_YEAR}",
            r"\b(?:[Ii]n )?(?P<same>[Tt]hat(?: same)?|[Tt]he same) year\b(?! before)",
            r"\b(?P<counted>(?<!the )[Ll]ast|(?:[Ee]arlier )?[Tt]his) (?P<unit>month|year)\b",
        ),
    ),
    NAMED_DAY,
    DAY,
)
_JOIN = expression(r" ?[-–—] ?| (?:to|till|until|through) ")
_BETWEEN = ("between ", "Between ")
_MOST_DAYS = 183
"""A date without a year farther back than this may as well be one that is to come."""


class Dated(Value, frozen=True):
    """`text[start:end]` gives this date, in full or not."""

    start: int
    end: int
    date: Edtf
    basis: Literal["stated", "resolved"]


class _Told(NamedTuple):
    """What a date may be counted from: the article's day, and the year told last before it.

    `is_clear`: a date without a year is of the year told last, or else near the article's day.
    """

    anchor: datetime.date
    year: str
    is_clear: bool


def dates(prose: Prose, anchor: datetime.date) -> Iterator[Dated]:
    """The dates in a text, in order, headings left out; `anchor` is the article's day."""
    before = ""
    for leaf in prose.leaves:
        if leaf.zone == "heading":
            continue
        found = list(_in_leaf(prose.text, leaf, anchor, before))
        yield from _joined(prose.text, found)
        before = found[-1].date.text[:4] if found else before


def _in_leaf(text: str, leaf: Leaf, anchor: datetime.date, before: str) -> Iterator[Dated]:
    """The dates in a paragraph; `before`: the year told last in those before it."""
    year = ""
    is_recent = before in ("", f"{anchor.year:04}", f"{anchor.year - 1:04}")
    for found in _apart(text, leaf.start, leaf.end):
        given = found.groupdict()
        edtf = _edtf(found, given, _Told(anchor, year, is_recent))
        date = parse_edtf(edtf) if edtf else None
        if isinstance(date, Edtf):
            is_stated = any(given.get(name) for name in ("year", "decade", "from", "iso"))
            yield Dated(*found.span(), date, "stated" if is_stated else "resolved")
            year = edtf[:4] if edtf[:4].isdigit() else year


def _joined(text: str, found: Sequence[Dated]) -> Iterator[Dated]:
    """The dates, of which two made one where they are the ends of one stretch of time."""
    rest = list(found)
    while rest:
        one = rest.pop(0)
        if rest and _are_ends(text, one, rest[0]):
            date = parse_edtf(f"{one.date.text}/{rest[0].date.text}")
            if isinstance(date, Edtf):
                yield Dated(one.start, rest.pop(0).end, date, one.basis)
                continue
        yield one


def _are_ends(text: str, one: Dated, other: Dated) -> bool:
    """Whether the words between two dates make them the ends of one stretch of time."""
    if text[one.end : other.start] == " and ":
        return text[: one.start].endswith(_BETWEEN)
    return _JOIN().fullmatch(text, one.end, other.start) is not None


def _apart(text: str, start: int, end: int) -> list[re.Match[str]]:
    """What the rules find, in order; where two touch, what the earlier rule has found."""
    taken = bytearray(end - start)
    found = []
    for rule in _RULES:
        for match in rule().finditer(text, start, end):
            first, last = match.start() - start, match.end() - start
            if not any(taken[first:last]):
                taken[first:last] = b"\1" * (last - first)
                found.append(match)
    return sorted(found, key=re.Match.start)


def _edtf(found: re.Match[str], given: dict[str, str], told: _Told) -> str:
    """What was found as EDTF; "" where it leaves a doubt."""
    if given.get("to"):
        return f"{given['from']}/{given['from'][: -len(given['to'])]}{given['to']}"
    if given.get("iso"):
        return given["iso"]
    if given.get("decade"):
        return f"{given['decade']}X"
    if given.get("season"):
        return f"{given['year']}-{_SEASONS[given['season']]}"
    if "unit" in given:
        return _counted(given, told.anchor)
    if "month" in given:
        return _calendar(given, told)
    if "same" in given:
        return told.year
    if "year" in given:
        return given["year"] + ("~" if given["about"] else "")
    day = day_meant(found, told.anchor)
    return day.isoformat() if day else ""


def _calendar(given: dict[str, str], told: _Told) -> str:
    """A month or a day; without a year, the last such one, unless it is as near to one to come."""
    month, day = month_of(given["month"]), int(given.get("day") or 0)
    near = _last(month, day, told.anchor) if told.is_clear else ""
    year = given.get("year") or told.year or near
    about = "~" if given.get("about") else ""
    return f"{year}-{month:02}{f'-{day:02}' if day else ''}{about}" if year else ""


def _last(month: int, day: int, anchor: datetime.date) -> str:
    """The year in which such a day was last, or such a month began, before the article's day."""
    year = anchor.year - ((month, day) > (anchor.month, anchor.day))
    try:
        is_near = (anchor - datetime.date(year, month, day or 1)).days <= _MOST_DAYS
    except ValueError:  # 30 February
        return ""
    return f"{year:04}" if is_near else ""


def _counted(given: dict[str, str], anchor: datetime.date) -> str:
    """The month or the year before the article's, or its own; or a month of that year."""
    back = int(given["counted"].lower() == "last")
    if given["unit"] == "year":
        month = f"-{month_of(given['month']):02}" if given.get("month") else ""
        return f"{anchor.year - back:04}{month}"
    month = anchor.year * 12 + anchor.month - 1 - back
    return f"{month // 12:04}-{month % 12 + 1:02}"
