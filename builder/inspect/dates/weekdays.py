"""Weekdays in German, French and Spanish words for a date: “Montag, 6. Januar 2020”.

English has more rules, in `daywords`.
"""

import re
from collections.abc import Mapping
from functools import cache

from builder.ground.text import primary_subtag
from builder.inspect.dates.calendarwords import Clash, is_day, is_unsure, shown
from builder.inspect.dates.daywords import nearest
from builder.model.dates import WEEKDAYS, Edtf

_DAYS: Mapping[str, str] = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag|Sonnabend Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
"""The days from Monday on, by language, as they are written within a sentence."""
# Words by which another day may be meant, or no certain one. A night has two days.
_FARTHER: Mapping[str, str] = {
    "de": r"vor(?:abend|tag)?|nach|seit|ab|bis|jeden?|nächt\w*|(?:mitter)?nacht",
    "fr": r"avant|après|depuis|dès|partir|jusqu|chaque|veille|(?:sur)?lendemain|(?:mi)?nuit",
    "es": r"antes|después|tras|desde|partir|hasta|cada|los|víspera|día siguiente|(?:media)?noche|"
    r"madrugada",
}


def weekday_clash(words: str, date: Edtf, language: str) -> Clash | None:
    """How `date` differs from the one weekday that `words` name, in the language of a BCP 47 tag.

    None where it does not, where the date is no certain day, or the words may mean the day before
    or after: “die Nacht zum Montag”.
    """
    tongue = primary_subtag(language)
    if tongue not in _DAYS or is_unsure(date) or not is_day(date):
        return None
    days, farther = _expressions(tongue)
    # A capital may begin the words in any language; elsewhere it may make a name: Santo Domingo.
    small = words[:1].lower() + words[1:]
    named = {found.lastindex or 1 for line in (words, small) for found in days.finditer(line)}
    day = date.lower
    if len(named) != 1 or farther.search(words) or named == {day.isoweekday()}:
        return None
    near = None if re.search(r"\d", words) else nearest(named.pop() - 1, day)
    return Clash(True, f"{shown(day)} is a {WEEKDAYS[day.weekday()]}", near)


@cache
def _expressions(tongue: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The days, each as the group of its number; and the words that lead away from them."""
    days = "|".join(f"({day})" for day in _DAYS[tongue].split())
    return (
        re.compile(rf"\b(?:{days})\b"),
        re.compile(rf"\b(?:{_FARTHER[tongue]})\b", re.IGNORECASE),
    )
