"""Events that an article in English dates: the sentences in which it does."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from builder.ground.intervals import Intervals
from builder.ground.slugs import free_slug
from builder.ground.text import Folded
from builder.link.anchors.anchoring import TextQuoteSelector, is_alone
from builder.link.anchors.beside import told_apart
from builder.link.beginnings import behind_dateline
from builder.load.yaml.writing import Field
from builder.model.annotations import Mention
from builder.model.articles import Article
from builder.model.refs import Ref
from builder.propose.dating import dated_sentences, words_of_date
from builder.propose.entries import Proposal
from builder.propose.eventtitles import telling, title

_ACTORS = ("person", "organization", "document")
_IN_ID = 5
"""Words of a sentence that make the id of its event."""


def proposed_events(
    article: Article,
    mentions: Sequence[Mention],
    compared: Folded,
    told: Intervals,
    taken: Counter[str],
    which: str,
) -> Iterator[Proposal]:
    """An entry for each sentence of the text that says when something was.

    It is about those whom its title names.

    Args:
        article: The article.
        mentions: What its text mentions.
        compared: Its text made comparable.
        told: Where passages of events stand already.
        taken: The ids of the events that there are, in small letters; those of these are added.
        which: The slug of the article, where an entry must name it, else "".
    """
    text = article.body.text
    for (start, end), dated in dated_sentences(article, told).items():
        begin = behind_dateline(text, start)
        date_text = words_of_date(text, start, dated)
        words = telling(text[begin:end], date_text) if begin <= dated.start else []
        if _is_more(words, date_text) and (passage := _passage((begin, end), compared)):
            id_, name = free_slug(" ".join(words[:_IN_ID]), taken, "event"), title(words, date_text)
            yield Proposal(
                Ref("event", id_),
                (
                    ("title", name),
                    ("date", dated.date.text),
                    ("date_text", date_text),
                    ("basis", dated.basis),
                    ("passage", passage),
                    ("article", which),
                    ("about", _actors(name, text, (begin, end), mentions)),
                ),
            )


def _actors(title: str, text: str, span: tuple[int, int], mentions: Sequence[Mention]) -> list[str]:
    """The people, bodies and documents among what a sentence mentions that its title names."""
    first = bisect_left(mentions, span[0], key=attrgetter("start"))
    last = bisect_left(mentions, span[1], key=attrgetter("start"))
    named = (
        str(one.subject)
        for one in mentions[first:last]
        if one.subject.kind in _ACTORS and " ".join(text[one.start : one.end].split()) in title
    )
    return list(dict.fromkeys(named))


def _is_more(words: Sequence[str], date_text: str) -> bool:
    """Whether the words tell more than a date, which may be among them."""
    left = " ".join(words).replace(date_text, "").split()
    return len(left) > 1


def _passage(span: tuple[int, int], compared: Folded) -> Field:
    """What selects a sentence, and no other words of the text; "" where nothing does."""
    words = " ".join(compared.original[slice(*span)].split())
    if is_alone(TextQuoteSelector((words,)), compared):
        return words
    beside = told_apart((words,), span, compared)
    return {"exact": words, "prefix": beside[0], "suffix": beside[1]} if beside else ""
