"""Acronyms that no entry and no words of the article explain, or that it explains too late."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.grouping import grouped
from builder.ground.intervals import Intervals
from builder.ground.text import fold
from builder.inspect.acronyms.capitals import KNOWN, Short, acronyms
from builder.inspect.acronyms.definitions import expansion, is_defined
from builder.inspect.names.spellings import Spelling, with_other_capitals
from builder.model.articles import Article
from builder.model.prose import Leaf, leaf_at

_MOST = 5
"""Further places that a diagnostic names."""
MOST_GUESSES = 50
"""Acronyms of an article for which the words are looked for that they may stand for."""


def unexplained(
    article: Article,
    mentioned: Intervals,
    names: frozenset[str],
    in_any_capitals: Mapping[str, Spelling],
) -> Iterator[Diagnostic]:
    """`undefined-acronym` and `acronym-late`, once for each acronym of the article.

    Where an entry differs in capitals alone, `name-differs` says so instead; `in_any_capitals` has
    the entries' short forms in small letters.
    """
    strange = grouped(_strange(article, mentioned, names))
    above = _defined_above(article) if strange else frozenset()
    leaves = article.body.leaves if strange else ()
    for index, (word, places) in enumerate(strange.items()):
        if spelling := in_any_capitals.get(word.lower()):
            yield with_other_capitals(article, word, places[0].start, spelling)
        elif word not in above:
            defined = _defined(article.body.text, leaves, places)
            yield from _judged(article, word, places, defined, guess=index < MOST_GUESSES)


def _strange(
    article: Article, mentioned: Intervals, names: frozenset[str]
) -> Iterator[tuple[str, Short]]:
    """The acronyms that are no form of an entry and in no mention: the word, and its place."""
    for short in acronyms(article.body):
        word = short.word if short.word.isascii() else fold(short.word).text
        if word in names or all(part in names or part in KNOWN for part in word.split("-")):
            continue
        if not mentioned.overlap(short.start, short.end):
            yield word, short


def _judged(
    article: Article, word: str, places: list[Short], defined: Short | None, *, guess: bool
) -> Iterator[Diagnostic]:
    first = places[0]
    if defined is None:
        yield warning(
            "undefined-acronym",
            f"“{word}” is explained nowhere.",
            article.body.locate(first.start, first.end),
            _hint(word, expansion(article.body.text, word) if guess else ""),
            *_further(article, places[1:]),
        )
    elif defined is not first:
        yield warning(
            "acronym-late",
            f"“{word}” is explained only after it was used.",
            article.body.locate(first.start, first.end),
            f"Write it out here, with “({word})” after it, or add it to content/acronyms.yaml.",
            Related(article.body.locate(defined.start, defined.end), "explained here"),
        )


def _defined(text: str, leaves: Sequence[Leaf], places: Iterable[Short]) -> Short | None:
    """The first of the places at which the text explains the acronym."""
    for place in places:
        leaf = leaf_at(leaves, place.start)
        if is_defined(text, place, (leaf.start, leaf.end)):
            return place
    return None


def _defined_above(article: Article) -> frozenset[str]:
    """The acronyms that the standfirst or a key point explains."""
    above = (article.front.standfirst, *article.front.key_points)
    return frozenset(
        short.word
        for prose in above
        if prose is not None
        for short in acronyms(prose)
        if _defined(prose.text, prose.leaves, [short])
    )


def _hint(word: str, words: str) -> str:
    if words:
        return (
            f"Add “{word}:” with “expansion: {words}” to content/acronyms.yaml, "
            f"or write “{words} ({word})” where it first stands."
        )
    return (
        f"Add “{word}:” with “expansion: …” to content/acronyms.yaml, "
        f"or write it out where it first stands, with “({word})” after it."
    )


def _further(article: Article, places: list[Short]) -> list[Related]:
    return [Related(article.body.locate(p.start, p.end), "also here") for p in places[:_MOST]]
