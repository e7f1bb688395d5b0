"""Events that an article in English dates: the sentences in which it does."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from builder.ground.expressions import expression
from builder.ground.intervals import Intervals, intervals
from builder.ground.slugs import free_slug
from builder.ground.text import is_edge
from builder.inspect.dates.calendarwords import MONTH, NUMBER, is_day
from builder.link.anchors.anchoring import TextQuoteSelector, is_alone
from builder.link.anchors.beside import told_apart
from builder.link.anchors.comparing import Comparable
from builder.link.anchors.marks import quoted
from builder.link.sentences import sentences
from builder.load.yaml.writing import Field
from builder.model.articles import Article
from builder.model.refs import Ref
from builder.propose.dates import Dated, dates
from builder.propose.entries import MOST, Proposal
from builder.propose.telling import telling, title

_IN_ID = 5
"""Words of a sentence that make the id of its event."""
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
_PART_OF_DAY = expression(r"\b(?:morning|afternoon|evening|night)\sof(?:\sthe)?\s?$")
_INSIDE = expression(r"(?:in|during|earlier|last)\b", re.IGNORECASE)
_BEFORE = 20
"""Characters before a date in which such words are looked for."""


def proposed_events(
    article: Article, compared: Comparable, told: Intervals, taken: Counter[str], which: str
) -> Iterator[Proposal]:
    """An entry for each sentence of the text that says when something was.

    Args:
        article: The article.
        compared: Its text made comparable.
        told: Where passages of events stand already.
        taken: The ids of the events that there are, in small letters; those of these are added.
        which: The slug of the article, where an entry must name it, else "".
    """
    text = article.body.text
    for (start, end), dated in islice(_sentences(article, told).items(), MOST):
        words = telling(text[start:end], dated.start - start)
        date_text = _words(text, start, dated)
        is_more = len(words) > len(date_text.split()) + 1
        if is_more and (passage := _passage(text, (start, end), compared)):
            id_ = free_slug(" ".join(words[:_IN_ID]), taken, "event")
            yield Proposal(
                Ref("event", id_),
                (
                    ("title", title(words)),
                    ("date", dated.date.text),
                    ("date_text", date_text),
                    ("basis", dated.basis),
                    ("passage", passage),
                    ("article", which),
                ),
            )


def _sentences(article: Article, told: Intervals) -> dict[tuple[int, int], Dated]:
    """The sentences that date something, each with the first date in it that does."""
    body = article.body
    spans = iter(sentences(body))
    start, end = next(spans, (0, 0))
    spoken, code = intervals(quoted(body)), body.under("code")
    found: dict[tuple[int, int], Dated] = {}
    last = 0
    for dated in dates(body, article.anchor):
        while end < dated.end:
            start, end = next(spans)
        doubtful = _DAY_OF_YEAR().search(body.text, max(start, last), dated.start)
        last = dated.end
        place = dated.start, dated.end
        is_free = not (told.overlap(start, end) or spoken.overlap(*place) or code.overlap(*place))
        is_first = not doubtful or spoken.overlap(*doubtful.span())
        is_sentence = start <= dated.start and end - start <= _LONGEST
        if is_free and is_first and is_sentence and _dates(body.text, start, dated, article):
            found.setdefault((start, end), dated)
    return found


def _dates(text: str, start: int, dated: Dated, article: Article) -> bool:
    """Whether a date says when its sentence happened, which begins at `start`."""
    if dated.date.lower > article.anchor:
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


def _words(text: str, start: int, dated: Dated) -> str:
    """The words for a date of the sentence that begins at `start`, with the preposition before."""
    lead = _LEAD().search(text, max(start, dated.start - _BEFORE), dated.start)
    start = lead.start() if lead and is_edge(text, lead.start()) else dated.start
    return " ".join(text[start : dated.end].split())


def _passage(text: str, span: tuple[int, int], compared: Comparable) -> Field:
    """What selects a sentence, and no other words of the text; "" where nothing does."""
    words = " ".join(text[slice(*span)].split())
    if is_alone(TextQuoteSelector((words,)), text, compared):
        return words
    beside = told_apart((words,), span, text, compared)
    return {"exact": words, "prefix": beside[0], "suffix": beside[1]} if beside else ""
