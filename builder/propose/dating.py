"""Which sentences of an article in English say when something was, and in which words."""

import datetime
from collections.abc import Iterator

from builder.ground.expressions import expression
from builder.ground.intervals import Intervals, intervals
from builder.ground.text import is_edge
from builder.inspect.dates.calendarwords import NUMBER
from builder.link.anchors.marks import quoted
from builder.link.sentences import sentences
from builder.model.articles import Article
from builder.model.dates import MONTH
from builder.model.prose import Prose
from builder.propose.dates import Dated, dates
from builder.propose.narrating import is_narrated
from builder.propose.when import is_when, lead

_DAY_OF_YEAR = expression(
    rf"\b(?:{NUMBER}(?: of)? {MONTH}|{MONTH}\.? {NUMBER})\b".replace(" ", r"\s")
)


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
        if is_free and _is_told(body.text, (start, end), dated, article.anchor):
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


def _is_told(text: str, span: tuple[int, int], dated: Dated, anchor: datetime.date) -> bool:
    return is_narrated(text, span, dated) and is_when(text, span, dated, anchor)


def words_of_date(text: str, start: int, dated: Dated) -> str:
    """The words for a date of the sentence that begins at `start`, with the preposition before."""
    before = lead(text, start, dated)
    start = before.start() if before and is_edge(text, before.start()) else dated.start
    return " ".join(text[start : dated.end].split())
