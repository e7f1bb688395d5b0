"""Which sentences of an article in English say when something was, and in which words."""

import re
from collections.abc import Iterator

from builder.ground.expressions import expression
from builder.ground.intervals import Intervals, intervals
from builder.ground.text import is_edge
from builder.inspect.dates.calendarwords import MONTH, NUMBER, is_day
from builder.link.anchors.marks import quoted
from builder.link.sentences import sentences
from builder.model.articles import Article
from builder.model.prose import Prose
from builder.propose.dates import Dated, dates

_LONGEST = 400
"""Characters of a sentence that a passage has at most."""
_LEAD = expression(r"\b(?:on|in|during|from|between)\s(?:the\s)?$", re.IGNORECASE)
_WITHIN = expression(r"\b(?:in|during)\s(?:the\s)?$", re.IGNORECASE)
_OF_ANOTHER = expression(r"\bthe\s$", re.IGNORECASE)
"""Before a mere year: “the 1974 elections” need not be what the sentence tells of."""
# Before a day, these make it another's, or the end of something.
_OTHERWISE = expression(
    r"(?:\b(?:since|until|till|by|before|after|through|to|of|than|for)(?:\sthe)?|[(\[/–-])\s?$",
    re.IGNORECASE,
)
_AHEAD = expression(
    r"\b(?:will|shall|would|next|due|scheduled"
    r"|(?:about|expected|going|hop\w+|plan\w*|set|wants?)\sto)\b|[’']ll\b"
    r"|\b(?:begins|closes|ends|meets|opens|plays|returns|starts|votes)(?:\sagain)?\s(?:on\s)?$",
    re.IGNORECASE,
)
"""What makes a date without a year one that is to come."""
_DAY_OF_YEAR = expression(
    rf"\b(?:{NUMBER}(?: of)? {MONTH}|{MONTH}\.? {NUMBER})\b".replace(" ", r"\s")
)
_SPOKE = expression(
    r"\b(?:said(?:\s(?:at|in)\s(?:an?|her|his|its|the|their)(?:\s[\w’'-]+){1,2})?"
    r"|told\s(?:(?:an?|her|his|its|the|their)\s)?[\w’'-]+)(?:\s(?:early|late))?\s(?:on\s|in\s)?$"
)
_SPEAKS = expression(r"\s(?:said|told)\b")
"""Before a date and behind it, these make it the day of the words, not of what they tell."""
_PART_OF_DAY = expression(r"\b(?:morning|afternoon|evening|night)\sof(?:\sthe)?\s?$")
_INSIDE = expression(r"(?:in|during|earlier|last)\b", re.IGNORECASE)
_BEFORE = 20
"""Characters before a date in which such words are looked for."""


def dated_sentences(article: Article, told: Intervals) -> dict[tuple[int, int], Dated]:
    """The sentences that date something, each with the first date in it that does.

    `told`: where passages of events stand already.
    """
    body = article.body
    spoken, code = intervals(quoted(body)), body.under("code")
    found: dict[tuple[int, int], Dated] = {}
    last = 0
    for (start, end), dated in _in_sentences(body, dates(body, article.anchor)):
        doubtful = _DAY_OF_YEAR().search(body.text, max(start, last), dated.start)
        last = dated.end
        if doubtful and not spoken.overlap(*doubtful.span()):
            continue  # the sentence names a day before, of a year that nobody knows
        place = dated.start, dated.end
        is_free = not (told.overlap(start, end) or spoken.overlap(*place) or code.overlap(*place))
        is_told = end - start <= _LONGEST and not body.text[start:end].rstrip().endswith("?")
        if is_free and is_told and _is_when(body.text, start, dated, article):
            found.setdefault((start, end), dated)
    return found


def _in_sentences(body: Prose, found: Iterator[Dated]) -> Iterator[tuple[tuple[int, int], Dated]]:
    """The dates that stand in one sentence, each with where that begins and ends."""
    spans = iter(sentences(body))
    start, end = next(spans, (0, 0))
    for dated in found:
        while end < dated.end:
            start, end = next(spans)
        if start <= dated.start:
            yield (start, end), dated


def _is_when(text: str, start: int, dated: Dated, article: Article) -> bool:
    """Whether a date says when that was of which its sentence tells, which begins at `start`."""
    if dated.date.lower > article.anchor:
        return False
    if _SPOKE().search(text, start, dated.start) or _SPEAKS().match(text, dated.end):
        return False
    unsaid = max(start, *(text.rfind(mark, start, dated.start) for mark in '”"'))
    if dated.basis == "resolved" and _AHEAD().search(text, unsaid, dated.start):
        return False
    before = text[max(start, dated.start - _BEFORE) : dated.start]
    if is_day(dated.date):
        return not _OTHERWISE().search(before) or _PART_OF_DAY().search(before) is not None
    if dated.date.is_interval and _LEAD().search(before):
        return True
    if dated.date.text.isdigit() and _OF_ANOTHER().search(before):
        return False
    return bool(_WITHIN().search(before) or _INSIDE().match(text, dated.start))


def words_of_date(text: str, start: int, dated: Dated) -> str:
    """The words for a date of the sentence that begins at `start`, with the preposition before."""
    lead = _LEAD().search(text, max(start, dated.start - _BEFORE), dated.start)
    start = lead.start() if lead and is_edge(text, lead.start()) else dated.start
    return " ".join(text[start : dated.end].split())
