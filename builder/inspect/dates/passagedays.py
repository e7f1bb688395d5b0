"""The date that a passage names, against the date of its event.

A passage has other words too: a number may count people, and May be a name. So only a date that is
written out counts, or “in” with a month or a year.
"""

import datetime
from functools import lru_cache

from builder.ground.expressions import expression
from builder.inspect.dates.calendarwords import NUMBER, Clash, calendar_clash
from builder.inspect.dates.daywords import day_clash, days_named
from builder.model.dates import MONTH, WEEKDAYS, Edtf

_YEAR = r"[12]\d{3}(?![\d’']|,\d|s\b)"
_NEXT = "after|and|as|at|but|by|for|he|it|on|or|she|the|they|to|when|with"
_ENDED = rf"(?=$|\s?[^\w\s]|\s(?:{_NEXT})\b)"  # else 2000 may be as many people
_WRITTEN = (
    rf"(?:(?:{'|'.join(WEEKDAYS)}),? )?"
    rf"(?:{NUMBER}(?: of)? {MONTH}\b\.?(?: {_YEAR})?"
    rf"|\b{MONTH}\b\.? (?:{NUMBER}(?!,\d)(?:,? {_YEAR})?|{_YEAR}))"
)
_IN = (
    rf"\b(?:[Ii]n|[Dd]uring) (?:early |late |mid-)?"
    rf"(?:{_YEAR}{_ENDED}|{MONTH}\b(?!\.?,? \d|['’]| [A-Z]))"
)
_JOIN = r"(?:\b(?:after|and|before|by|or|since|till|to|until) |[-–/] ?)"
_DATED = expression(rf"({_JOIN})?({_WRITTEN}|{_IN})( ?{_JOIN}(?=\d|{MONTH}\b))?")

_AT_HAND = 10_000
"""Passages of which it is kept what they say: the preview asks after each save."""


@lru_cache(_AT_HAND)
def passage_clash(passage: str, date: Edtf, anchor: datetime.date | None) -> Clash | None:
    """How `date` differs from the one day, month or year that a passage names; None if not.

    “On Sunday” and its like count before dates that are written out. Of several dates, and of one
    that ends or begins something (“until 5 May”), nothing is said.
    """
    parts = _DATED().split(passage)  # the words between dates, and of each date its three groups
    if days_named("".join(parts[::4])):
        return day_clash(passage, date, anchor)
    told = set(parts[2::4])
    if len(told) != 1 or any(parts[1::4]) or any(parts[3::4]):
        return None
    words = told.pop()
    return day_clash(words, date, anchor) or calendar_clash(words, date)


def has_date(passage: str) -> bool:
    """Whether a date is written out in a passage, or “in” stands with a month or a year."""
    return bool(_DATED().search(passage))
