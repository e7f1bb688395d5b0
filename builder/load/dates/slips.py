"""What people write instead of EDTF, and what they should write."""

import datetime
import re
from collections.abc import Callable
from typing import NamedTuple

from builder.load.dates.edtf import Refusal
from builder.model.dates import MONTH, SEASONS, month_of

_Match = re.Match[str]
_LONGEST = 60  # longer texts are no slips, and the forms below are not made for them
_NUMBER = "(?:0?[1-9]|[12][0-9]|3[01])"
_DAY = f"(?P<day>{_NUMBER})(?:st|nd|rd|th)?"
_MONTH = f"(?P<month>{MONTH})"
_YEAR = "(?P<year>[0-9]{4})"
_ORDER = "Write year-month-day, such as 2020-01-05."
_FORM = "Write year, month and day as 2020-01-05, or 2020-01, or 2020; about 1979 is 1979~."


_Hint = str | Callable[[_Match], str]
"""What to write instead: a text, with `\\1` for what was found, or what makes one of it."""


class _Slip(NamedTuple):
    form: re.Pattern[str]
    message: str
    hint: _Hint


def slip(text: str) -> Refusal | None:
    """The refusal of a text whose slip is known, with a hint made for it; None for other texts."""
    for form, message, hint in _SLIPS if len(text) <= _LONGEST else ():
        if match := form.fullmatch(text):
            return Refusal(message, match.expand(hint) if isinstance(hint, str) else hint(match))
    return None


def refusal(text: str) -> Refusal:
    """The refusal of a text that is not EDTF."""
    return slip(text) or Refusal(f"“{text[:_LONGEST]}” is not a date that can be read here.", _FORM)


def _two_digits(match: _Match) -> str:
    parts = (part.zfill(2) for part in match.groups() if part)
    return f"Write {'-'.join(parts)}."


def _in_digits(match: _Match) -> str:
    day = f"-{match['day'].zfill(2)}" if match["day"] else ""
    return f"Write {match['year']}-{month_of(match['month']):02}{day}."


def _year_last(match: _Match) -> str:
    """The date in our order, where it is a day in one of the two orders alone."""
    first, second, year = match.groups()
    orders = {(second, first), (first, second)} if len(year) == 4 else set()
    days = [f"{month:>02}-{day:>02}" for month, day in orders if _is_day(year, month, day)]
    return f"Write {year}-{days[0]}." if len(days) == 1 else _ORDER


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        datetime.date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _whole_end(match: _Match) -> str:
    """The interval with its end in full, where what is left out is what both ends share."""
    first, month, number = match.groups()
    parts = first.split("-")
    end = [part.zfill(2) for part in (month, number) if part]
    last = "-".join((*parts[: max(1, len(parts) - len(end))], *end))
    is_month = len(parts) == 2 and not month
    if last <= first or (is_month and int(number) > 12):
        return "Write both dates in full, as 2020-01-05/2020-01-07."
    return f"Write {first}/{last}."


def _slip(form: str, message: str, hint: _Hint) -> _Slip:
    spaced = form.replace(r"\s", r"[\s\u00a0\u202f]")
    return _Slip(re.compile(spaced, re.IGNORECASE | re.ASCII), message, hint)  # ſ is no s here


_SLIPS = (
    _slip(
        r"([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?",
        "Year, month and day are joined by hyphens; a slash stands between two dates.",
        _two_digits,
    ),
    _slip(
        rf"([0-9]{{4}})[‐‑–—−](0?[1-9]|1[0-2])[‐‑–—−]({_NUMBER})",
        "Year, month and day are joined by plain hyphens.",
        _two_digits,
    ),
    _slip(
        r"([0-9]{4})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])",
        "Year, month and day are joined by hyphens.",
        _two_digits,
    ),
    _slip(
        r"([0-9]{4}-[0-9]{2}-[0-9]{2})[t ][^/]*:[^/]*",
        "The time of day is not read like this.",
        r"Write the day alone: \1.",
    ),
    _slip(
        rf"(?:[a-z]+day,?\s+)?{_DAY}\.?\s+(?:of\s+)?{_MONTH}[.,]?\s+{_YEAR}",
        "A date is written in digits here, not in words.",
        _in_digits,
    ),
    _slip(
        rf"(?:[a-z]+day,?\s+)?{_MONTH}[.,]?\s+(?:{_DAY},?\s+)?{_YEAR}",
        "A date is written in digits here, not in words.",
        _in_digits,
    ),
    _slip(
        rf"(?:in\s+)?({'|'.join(SEASONS)})(?:\s+of)?,?\s+([0-9]{{4}})",
        "A date is written in digits here, not in words.",
        lambda match: f"Write {match[2]}-{SEASONS[match[1].lower()]}.",
    ),
    _slip(
        r"([0-9]{1,4})[/.]([0-9]{1,2})[/.]([0-9]{1,4})",
        "Dates with slashes or dots are read differently in different countries.",
        _year_last,
    ),
    _slip(
        r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})",
        "The year comes first.",
        _year_last,
    ),
    _slip(
        r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?",
        "Months and days have two digits.",
        _two_digits,
    ),
    _slip(
        r"(-?[0-9]{4}\S*?)\s*(?:[–—]|\s-\s|\bto\b|-(?=[0-9]{4}))\s*(-?[0-9]{4}\S*)",
        "An interval is written with a slash.",
        r"Write \1/\2.",
    ),
    _slip(
        rf"([0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?)/(?:(0?[1-9]|1[0-2])-)?({_NUMBER})",
        "Each end of an interval is a whole date.",
        _whole_end,
    ),
    _slip(
        r"(?:about|around|circa|c\.?|ca\.?)\s*([0-9]{4}\S*)",
        "An approximate date ends with a tilde.",
        r"Write \1~.",
    ),
    _slip(r"([0-9]{3})0s", "A decade is written with an X.", r"Write \1X."),
    _slip(
        r"[-0-9]*x[-0-9x]*",
        "Digits that are not known are capital X, from the right.",
        "Write 197X, 19XX, 1979-XX or 1979-01-XX.",
    ),
    _slip(
        r"([-0-9X]+)(?:\?~|~\?)",
        "Uncertain and approximate at once is a per cent sign.",
        r"Write \1%.",
    ),
    _slip(
        r"([?~%].+|.+[?~%].+)",
        "The marks ?, ~ and % stand once, at the end of a date.",
        "Write 1979? or 1979-11~.",
    ),
    _slip(
        r"([0-9]{5,})(?:-.*)?",
        "Years of more than four digits begin with Y.",
        "Write Y17000; other years have four digits.",
    ),
    _slip(r"[0-9]{1,3}", "Years have four digits.", lambda match: f"Write {match[0].zfill(4)}."),
    _slip(
        r"0*([1-9][0-9]{0,3})\s*(?:bc|bce|b\.c\.)",
        "Years before Christ are negative, and the year 1 BC is 0000.",
        lambda match: "Write 0000." if match[1] == "1" else f"Write {1 - int(match[1]):05}.",
    ),
    _slip(
        r"[\[{].*",
        "Sets of dates (EDTF level 2) are not read here.",
        "Write an interval, such as 1979/1981.",
    ),
    _slip(
        r"[^0-9]*[a-z][^/]*|.*[a-z]{3}.*",
        "A date is written in digits here, not in words.",
        _FORM,
    ),
)
