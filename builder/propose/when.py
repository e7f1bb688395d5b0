"""Whether a date in an English sentence says when that was of which the sentence tells."""

import datetime
import re

from builder.ground.expressions import expression
from builder.inspect.dates.calendarwords import is_day
from builder.propose.dates import Dated
from builder.propose.saying import is_of_the_words

_BEFORE = 20
"""Characters before a date in which what leads over to it is looked for."""
_LEAD = expression(r"\b(?:on|in|during|from|between)\s(?:the\s)?$", re.IGNORECASE)
_WITHIN = expression(r"\b(?:in|during)\s(?:the\s)?$", re.IGNORECASE)
_OF_ANOTHER = expression(r"\bthe\s$", re.IGNORECASE)
"""Before a mere year: “the 1974 elections” need not be what the sentence tells of."""
# Before a day, these make it another's, or the end of something.
_OTHERWISE = expression(
    r"(?:\b(?:since|until|till|by|before|after|through|to|of|than|for)(?:\sthe)?|[(\[/–-]"
    r"|s[’'])\s?$",
    re.IGNORECASE,
)
_AHEAD = expression(
    r"\b(?:will|shall|would|next|due|scheduled"
    r"|(?:about|expected|going|hop\w+|plan\w*|set|wants?)\sto)\b|[’']ll\b"
    r"|\b(?:begins|closes|ends|meets|opens|plays|returns|starts|votes)(?:\sagain)?\s(?:on\s)?$",
    re.IGNORECASE,
)
"""What makes a date without a year one that is to come."""
_GOING_ON = expression(
    r"\b(?:will|shall|should|must|expects?|expected|continues?|plans?|recommends?)\b|[’']ll\b"
)
"""What makes a month or a year that is not over one of which nothing is told yet."""
_PART_OF_DAY = expression(r"\b(?:morning|afternoon|evening|night)\sof(?:\sthe)?\s?$")
_INSIDE = expression(r"(?:in|during|earlier|last)\b", re.IGNORECASE)


def lead(text: str, start: int, dated: Dated) -> re.Match[str] | None:
    """The preposition that stands before a date of the sentence that begins at `start`."""
    return _LEAD().search(text, max(start, dated.start - _BEFORE), dated.start)


def is_when(text: str, span: tuple[int, int], dated: Dated, anchor: datetime.date) -> bool:
    """Whether a date says when that was of which its sentence, `text[slice(*span)]`, tells.

    `anchor` is the article's day.
    """
    if dated.date.lower > anchor or is_of_the_words(text, span, dated):
        return False
    if _is_ahead(text, span, dated, anchor):
        return False
    before = text[max(span[0], dated.start - _BEFORE) : dated.start]
    if is_day(dated.date):
        return not _OTHERWISE().search(before) or _PART_OF_DAY().search(before) is not None
    if dated.date.is_interval and _LEAD().search(before):
        return True
    if dated.date.text.isdigit() and _OF_ANOTHER().search(before):
        return False
    return bool(_WITHIN().search(before) or _INSIDE().match(text, dated.start))


def _is_ahead(text: str, span: tuple[int, int], dated: Dated, anchor: datetime.date) -> bool:
    """Whether the sentence tells of what is to come; what it quotes before the date may."""
    if dated.basis == "stated":
        return dated.date.upper >= anchor and _GOING_ON().search(text, *span) is not None
    unsaid = max(span[0], *(text.rfind(mark, span[0], dated.start) for mark in '”"'))
    return _AHEAD().search(text, unsaid, dated.start) is not None
