"""Whether a date in an English sentence is that of the event which the sentence tells of."""

import datetime
import re

from builder.ground.expressions import expression
from builder.inspect.dates.calendarwords import is_day
from builder.link.beginnings import behind_dateline
from builder.propose.dates import Dated

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
_WHERE = r"(?:\s(?:at|from|in|on|to|with)(?:\s(?:an?|the))?\s[\w’'-]+)"
_SPOKE = expression(
    rf"\b(?:said(?:\s(?:at|in)\s(?:an?|her|his|its|the|their)(?:\s[\w’'-]+){{1,2}}{_WHERE}{{0,2}})?"
    r"|told\s(?:(?:an?|her|his|its|the|their)\s)?[\w’'-]+"
    r"|according\sto(?:\s[\w’'-]+){1,6})(?:\s(?:early|late))?\s(?:on\s|in\s)?$"
)
"""What stands before the day of a saying: “she said in a written statement on” Sunday."""
_WORD = (
    r"(?!(?:an?|after|and|are|as|be|been|before|had|has|have|he|if|is|it|she|that|the|they|to|was"
    r"|we|were|what|when|where|which|while|who|whom|whose)\b|\w+ed\b)[\w.’'-]+\s"
)
_SPEAKS = expression(r"\s(?:said|told)\b")
"""What stands right behind it: the mayor on Sunday “told them so”."""
_OPENS = expression(
    r"[“\"(]?(?:(?:And|But|Earlier|Early|Late|Later|Then)\s|(?:Asked|Speaking|Talking)\b[^,.;]*\s)?"
    r"(?:[IiOo]n\s(?:the\s)?)?"
)
"""What a sentence begins with before a date that stands first in it."""
_THEN_SPEAKS = expression(
    r"(?:,\s\w+ing\s[^,.;]{1,40})?,?\s"
    rf"(?:(?:he|it|she|they|we|I)\s|(?:(?:an?|her|his|its|our|the|their)\s)?(?:{_WORD}){{0,5}})"
    r"(?:added|is\sto|said|says|told|will)\b"
)
"""What stands behind a date that is first: On Sunday “the mayor of Doha said”, or will do."""


def lead(text: str, start: int, dated: Dated) -> re.Match[str] | None:
    """The preposition that stands before a date of the sentence that begins at `start`."""
    return _LEAD().search(text, max(start, dated.start - _BEFORE), dated.start)


def is_of_event(text: str, span: tuple[int, int], dated: Dated, anchor: datetime.date) -> bool:
    """Whether a date is that of the event which its sentence, `text[slice(*span)]`, tells of.

    `anchor` is the article's day.
    """
    if dated.date.lower > anchor or _is_of_saying(text, span, dated):
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


def _is_of_saying(text: str, span: tuple[int, int], dated: Dated) -> bool:
    """Whether the date says when something was said: It will rain, she said on Sunday."""
    start, end = behind_dateline(text, span[0]), span[1]
    if _SPOKE().search(text, start, dated.start) or _SPEAKS().match(text, dated.end):
        return True
    is_first = _OPENS().fullmatch(text, start, dated.start) is not None
    return is_first and _THEN_SPEAKS().match(text, dated.end, end) is not None
