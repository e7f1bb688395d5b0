"""What English words say of a date by the days around it: “on Sunday”, “last night”.

Only what is plain is read; of anything else nothing is said.
"""

import datetime
import re
from collections.abc import Iterable, Iterator

from builder.ground.expressions import expression
from builder.inspect.dates.calendarwords import (
    Clash,
    calendar_clash,
    is_day,
    is_unsure,
    names_calendar,
    shown,
)
from builder.model.dates import WEEKDAYS, Day, Edtf

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
DAY = expression(
    rf"\b({'|'.join((*_RELATIVE, *WEEKDAYS))}|(?:\d{{1,4}}|{'|'.join(_NUMBERS)}) days ago)\b",
    re.IGNORECASE | re.ASCII,  # else “yeſterday” would be found, and be no word that is known here
)
NAMED_DAY = expression(
    r"\b(?:Ash|Black|Bloody|Casual|Cyber|Easter|Fat|Giving|Good|Holy|Maundy|Mothering|Palm|Pentecost"
    rf"|Remembrance|Rose|Shrove|Super|Super Bowl|Trinity|Whit) (?:{'|'.join(WEEKDAYS)})\b"
)
"""A feast or a day in history, and no day of this week: Good Friday, Bloody Sunday."""
_FARTHER = expression(
    r"\b(?:last|next|previous|following|week|weeks|month|year|before|after|ago|every|each|until|since"
    r"|by|from|the)\b|\d",
    re.IGNORECASE,
)
_SPAN = r"(?:hour|day|night|week|month|year)"
_TIME = rf"(?:{_SPAN}|morning|afternoon|evening)"
_FROM_ANOTHER = expression(
    rf"\b(?:{_SPAN}s? (?:later|earlier|afterwards?|(?:after|before)(?! \w))"
    rf"|(?:the (?:next|following|previous|preceding|same)|that same) {_TIME}"
    rf"|later that {_TIME})\b",
    re.IGNORECASE,
)
_BESIDE = 40
"""Characters among which the words beside a day are looked for."""
_COMING = expression(r"\b(?:by|coming|following|next|this|until|will)\b", re.IGNORECASE)


def day_clash(words: str, date: Edtf, anchor: datetime.date | None) -> Clash | None:
    """How `date` differs from the one day that `words` name, such as “on Sunday” or “yesterday”.

    None where it does not, where they name no day or several, or where the date is unsure, or too
    long to be told by its weekday. `anchor` is the article's day.
    """
    named = days_named(words)
    if len(named) != 1 or is_unsure(date):
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
    if not DAY().search(words):  # by far the most name none, and no feast either
        return set()
    return {match.lower() for match in DAY().findall(NAMED_DAY().sub("", words))}


def day_meant(found: re.Match[str], anchor: datetime.date) -> datetime.date | None:
    """The day that words found by `DAY` mean in an article of the day `anchor`; None in doubt.

    A mere weekday is the last one. In doubt are nights, days to come, “today”, which may mean
    nowadays, and a weekday beside words such as “last” or “before”.
    """
    word = found[1].lower()
    if word.capitalize() in WEEKDAYS:
        beside = " ".join(_beside(found))
        if _FARTHER().search(beside) or _COMING().search(beside):
            return None
        return _last(WEEKDAYS.index(word.capitalize()), anchor)
    first, *others = _offsets(word)
    return None if others or first > 0 or word == "today" else _shifted(anchor, first)


def _beside(found: re.Match[str]) -> Iterator[str]:
    """Two words before what was found, and one behind it, articles left out."""
    yield from found.string[max(0, found.start() - _BESIDE) : found.start()].split()[-2:]
    behind = found.string[found.end() : found.end() + _BESIDE].split()
    yield from [word for word in behind[:2] if word != "the"][:1]


def is_relative(words: str, date: Edtf) -> bool:
    """Whether `words` name one day that is counted from the article's: “on Sunday”, “yesterday”.

    “The last Sunday before Christmas” is not, nor is what names a month or a year. `date` must be
    one day too.
    """
    named = days_named(words)
    if len(named) != 1 or names_calendar(words) or not is_day(date) or is_unsure(date):
        return False
    return named.pop().capitalize() not in WEEKDAYS or not _FARTHER().search(words)


def counts_from_another(words: str) -> bool:
    """Whether `words` count from a date named earlier, as “six days later” does, and name none."""
    return bool(_FROM_ANOTHER().search(words)) and not (days_named(words) or names_calendar(words))


def _weekday_clash(
    weekday: int, words: str, date: Edtf, anchor: datetime.date | None
) -> Clash | None:
    if not is_day(date):
        return None
    day = date.lower
    last = anchor and _last(weekday, anchor)
    if day.weekday() != weekday:
        near = _likely(weekday, day, words, anchor)
        meant = last if near and _is_too_far(near, words, anchor) else near
        if meant and calendar_clash(words, _dated(meant)):
            meant = None
        return Clash(True, f"{shown(day)} is a {WEEKDAYS[day.weekday()]}", meant)
    if anchor and _is_too_far(day, words, anchor):
        return Clash(True, f"{shown(day)} is more than a week from {shown(anchor)}", last)
    return None


def _likely(
    weekday: int, day: datetime.date, words: str, anchor: datetime.date | None
) -> datetime.date | None:
    """The nearest such weekday; of a day that is not to come, none that is, unless words say so."""
    near = nearest(weekday, day)
    is_ahead = near and anchor and day <= anchor < near and not _COMING().search(words)
    return _shifted(near, -7) if near and is_ahead else near


def nearest(weekday: int, day: datetime.date) -> datetime.date | None:
    """The Monday (0), Tuesday (1)… that is nearest to a day; None beyond the calendar."""
    return _shifted(day, (weekday - day.weekday() + 3) % 7 - 3)


def _is_too_far(day: datetime.date, words: str, anchor: datetime.date | None) -> bool:
    """Whether a mere weekday would not be said of a day: it is over a week from the article's."""
    bare = re.sub(r"\bthis\b", "", words, flags=re.IGNORECASE)
    return bool(anchor and abs((day - anchor).days) > 7 and not _FARTHER().search(bare))


def _last(weekday: int, anchor: datetime.date) -> datetime.date | None:
    """The last such weekday in an article of the anchor's; its own day is one."""
    return _shifted(anchor, -((anchor.weekday() - weekday) % 7))


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


def _dated(day: datetime.date) -> Edtf:
    end = Day(day.isoformat(), "day", day, day)
    return Edtf(end.text, end, end)
