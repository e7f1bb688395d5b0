"""Sentences of an article in English that say when something happened, and their words for it."""

from collections.abc import Iterator

from builder.ground.expressions import expression
from builder.ground.intervals import Intervals, intervals
from builder.ground.text import is_edge
from builder.link.anchors.marks import quoted
from builder.link.sentences import sentences
from builder.model.articles import Article
from builder.model.prose import Prose
from builder.propose.dates import Dated, dates
from builder.propose.when import is_of_event, lead

_LONGEST = 400
"""Characters of a sentence that a passage has at most."""
_UNENDED = 12
"""Words without a stop behind them that are a sentence and no heading, at least."""
_ENDED = expression(r"[.!:…](?:[^\w\s]|\s)*$")


def dated_sentences(article: Article, told: Intervals) -> dict[tuple[int, int], Dated]:
    """The sentences that say when something happened, each with its first date that does.

    `told`: where passages of events stand already; these sentences are left out.
    """
    body = article.body
    spoken, code = intervals(quoted(body)), body.under("code")
    found: dict[tuple[int, int], Dated] = {}
    for (start, end), dated in _in_sentences(body, dates(body, article.anchor)):
        place = dated.start, dated.end
        is_free = not (told.overlap(start, end) or spoken.overlap(*place) or code.overlap(*place))
        if not is_free or not _is_narrated(body.text, (start, end), dated):
            continue
        if is_of_event(body.text, (start, end), dated, article.anchor):
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


def _is_narrated(text: str, span: tuple[int, int], dated: Dated) -> bool:
    """Whether a sentence with a date may tell of what was: it is no question and no caption."""
    sentence = text[slice(*span)].rstrip()
    if len(sentence) > _LONGEST or sentence.endswith("?"):
        return False
    if _ENDED().search(sentence):
        return True
    return len(sentence.split()) >= _UNENDED and lead(text, span[0], dated) is not None


def words_of_date(text: str, start: int, dated: Dated) -> str:
    """The words for a date of the sentence that begins at `start`, with the preposition before."""
    before = lead(text, start, dated)
    start = before.start() if before and is_edge(text, before.start()) else dated.start
    return " ".join(text[start : dated.end].split())
