"""What English words give as a date, in EDTF: “on Sunday”, “in May 1979”, “the 1970s”."""

import datetime
import re
from contextlib import suppress
from typing import NamedTuple

from builder.ground.expressions import expression
from builder.ground.text import is_whole
from builder.inspect.dates.daywords import DAY, NAMED_DAY, day_meant
from builder.model.dates import MONTH, ORDINAL, SEASONS, WEEKDAYS, month_of

_WEEKDAY = rf"(?:\b(?:{'|'.join(WEEKDAYS)}),? )?"
_NUMBER = rf"(?<![\d.:,$£€])\b(?P<day>\d\d?){ORDINAL}"
_MONTH = rf"\b(?P<month>{MONTH})\b(?:\.(?= \d|, ))?"
_YEAR = r"(?<![\d.,:$£€’'/-])\b(?P<year>[12]\d{3})(?![\d%/]|[,.:]\d|s\b|['’])"
_ABOUT = r"(?P<about>\b(?:about|around|circa|c\.|ca\.) ?)?"
_PART = r"(?:\b(?:early|mid|late)(?: in)?(?: |-))?"


_RULES = (
    *map(
        expression,
        (
            rf"{_ABOUT}{_WEEKDAY}{_NUMBER}(?: of)? {_MONTH},?(?: of)? {_YEAR}",
            rf"{_ABOUT}{_WEEKDAY}{_MONTH} {_NUMBER},? {_YEAR}",
            rf"{_ABOUT}{_PART}{_MONTH},?(?: of)? {_YEAR}",
            rf"{_ABOUT}(?:the )?\b(?P<season>{'|'.join(SEASONS)})(?: of)? {_YEAR}",
            rf"\b(?:[Ii]n )?{_PART}{_MONTH}(?: of)? (?P<counted>this|last) (?P<unit>year)\b",
            rf"{_WEEKDAY}{_NUMBER}(?: of)? {_MONTH}(?!,? \d{{4}}|['’])",
            rf"{_WEEKDAY}{_MONTH} {_NUMBER}(?!,? \d{{4}}|,\d|[-–]\d)",
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
_BEFORE_YEAR = expression(
    r"(?:\b(?:a|after|and|around|before|by|during|from|her|his|in|its|of|since|the|till|to|until)\s"
    r"|[(–—-]\s?)$",
    re.IGNORECASE,
)
_BEHIND_YEAR = expression(
    r"$|\s?[^\w\s]|\s(?:after|and|as|at|but|by|for|he|it|on|or|she|the|to|when)\b"
)
"""Around a mere number that is a year; else 2000 may be as many people."""
_NEAR = 16
"""Characters before a year in which such words are looked for."""
_MOST_DAYS = 183
"""A date without a year farther back than this may as well be one that is to come."""


class Told(NamedTuple):
    """What a date without a year is counted from: the article's day, the last year named before.

    `is_clear`: where no year was named in the paragraph, the date is one near the article's day.
    """

    anchor: datetime.date
    year: str
    is_clear: bool


def date_words(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words in `text[start:end]` that give a date, as whole words, in order.

    White space in `text` is plain spaces. Where the finds of two rules touch, that of the earlier
    counts.
    """
    taken = bytearray(end - start)
    found = []
    for rule in _RULES:
        for match in rule().finditer(text, start, end):
            first, last = match.start() - start, match.end() - start
            if is_whole(text, *match.span()) and not any(taken[first:last]):
                taken[first:last] = b"\1" * (last - first)
                found.append(match)
    return sorted(found, key=re.Match.start)


def edtf(found: re.Match[str], told: Told) -> str:
    """What such words mean, as EDTF; "" where they leave a doubt."""
    given: dict[str, str] = found.groupdict()
    if given.get("to"):
        return f"{given['from']}/{given['from'][: -len(given['to'])]}{given['to']}"
    if given.get("iso"):
        return given["iso"]
    if given.get("decade"):
        return f"{given['decade']}X"
    if given.get("season"):
        return f"{given['year']}-{SEASONS[given['season']]}"
    if "unit" in given:
        return _counted(given, told.anchor)
    if "month" in given:
        return _calendar(given, told)
    if "same" in given:
        return told.year
    if "year" in given:
        return _year(found, given)
    day = day_meant(found, told.anchor) if found.re is DAY() else None
    return day.isoformat() if day else ""


def is_stated(found: re.Match[str]) -> bool:
    """Whether the words say a date in full, with its year, so that it is counted from nothing."""
    given = found.groupdict()
    return any(given.get(name) for name in ("year", "decade", "from", "iso"))


def _year(found: re.Match[str], given: dict[str, str]) -> str:
    """A mere year; "" where it may count something."""
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    is_year = _BEFORE_YEAR().search(before) or _BEHIND_YEAR().match(found.string, found.end())
    return "" if not is_year else given["year"] + ("~" if given["about"] else "")


def _calendar(given: dict[str, str], told: Told) -> str:
    """A month or a day, with a year or where it is plain which."""
    month, day = month_of(given["month"]), int(given.get("day") or 0)
    year = given.get("year") or _year_meant(_nearest(month, day, told.anchor), told)
    about = "~" if given.get("about") else ""
    return f"{year}-{month:02}{f'-{day:02}' if day else ''}{about}" if year else ""


def _year_meant(nearest: datetime.date | None, told: Told) -> str:
    """The year of a date without one: the last that was named; "" where it may be another.

    A year before the last one holds for all that follows. Else the date is the one nearest to the
    article's day, and must be of the year that was named.
    """
    is_recent = told.year in (f"{told.anchor.year:04}", f"{told.anchor.year - 1:04}")
    if told.year and not is_recent:
        return told.year
    near = f"{nearest.year:04}" if nearest else ""
    if told.year:
        return near if near == told.year else ""
    return near if told.is_clear and nearest and nearest <= told.anchor else ""


def _nearest(month: int, day: int, anchor: datetime.date) -> datetime.date | None:
    """The day, or the beginning of the month, that is nearest to the article's day."""
    days = []
    for year in range(anchor.year - 1, anchor.year + 2):
        with suppress(ValueError):  # 30 February
            days.append(datetime.date(year, month, day or 1))
    near = [one for one in days if abs((anchor - one).days) <= _MOST_DAYS]
    return min(near, key=lambda one: abs((anchor - one).days), default=None)


def _counted(given: dict[str, str], anchor: datetime.date) -> str:
    """The month or the year before the article's, or its own; or a month of that year."""
    back = int(given["counted"].lower() == "last")
    if given["unit"] == "year":
        within = f"-{month_of(given['month']):02}" if given.get("month") else ""
        return f"{anchor.year - back:04}{within}"
    year, month = divmod(anchor.year * 12 + anchor.month - 1 - back, 12)
    return f"{year:04}-{month + 1:02}"
