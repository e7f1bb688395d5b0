"""Acronyms that no entry and no words of the article explain, or that it explains too late."""

from collections import defaultdict
from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.intervals import intervals
from builder.ground.text import fold
from builder.inspect.capitals import Short, acronyms
from builder.inspect.definitions import expansion, is_defined
from builder.inspect.naming import every_name
from builder.model.annotations import Linked
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.prose import Prose

MOST_PLACES = 5
"""Further places that a diagnostic names."""


def unexplained(content: Content, linked: Linked) -> Iterator[Diagnostic]:
    """`undefined-acronym` and `acronym-late`, once for each acronym of each article."""
    names = every_name(content)
    for article in content.articles:
        for word, places in _strange(article, linked, names).items():
            yield from _judged(article, word, places)


def _strange(article: Article, linked: Linked, names: frozenset[str]) -> dict[str, list[Short]]:
    """The acronyms that are no form of an entry and in no mention, with their places."""
    mentioned = intervals((m.start, m.end) for m in linked.articles[article.slug].mentions)
    found: dict[str, list[Short]] = defaultdict(list)
    for short in acronyms(article.body):
        word = fold(short.word).text
        parts = word.split("-")
        if word in names or (len(parts) > 1 and names.issuperset(parts)):
            continue
        if not mentioned.overlap(short.start, short.end):
            found[word].append(short)
    return found


def _judged(article: Article, word: str, places: list[Short]) -> Iterator[Diagnostic]:
    defined = next((place for place in places if _defined_in(article.body, place)), None)
    first = places[0]
    if defined is None and not _defined_above(article, word):
        yield warning(
            "undefined-acronym",
            f"“{word}” is explained nowhere.",
            article.body.locate(first.start, first.end),
            _hint(article, word),
            *_further(article, places[1:]),
        )
    elif defined is not None and defined is not first and not _defined_above(article, word):
        yield warning(
            "acronym-late",
            f"“{word}” is explained only after it was used.",
            article.body.locate(first.start, first.end),
            f"Write it out here, with “({word})” after it, or add it to content/acronyms.yaml.",
            Related(article.body.locate(defined.start, defined.end), "explained here"),
        )


def _defined_in(prose: Prose, short: Short) -> bool:
    leaf = next(leaf for leaf in prose.leaves if leaf.start <= short.start < leaf.end)
    inside = short._replace(start=short.start - leaf.start, end=short.end - leaf.start)
    return is_defined(prose.text[leaf.start : leaf.end], inside)


def _defined_above(article: Article, word: str) -> bool:
    """Whether the standfirst or a key point explains it."""
    above = (article.front.standfirst, *article.front.key_points)
    return any(
        short.word == word and _defined_in(prose, short)
        for prose in above
        if prose is not None
        for short in acronyms(prose)
    )


def _hint(article: Article, word: str) -> str:
    if words := expansion(article.body.text, word):
        return (
            f"Add “{word}:” with “expansion: {words}” to content/acronyms.yaml, "
            f"or write “{words} ({word})” where it first stands."
        )
    return (
        f"Add “{word}:” with “expansion: …” to content/acronyms.yaml, "
        f"or write it out where it first stands, with “({word})” after it."
    )


def _further(article: Article, places: list[Short]) -> list[Related]:
    return [Related(article.body.locate(p.start, p.end), "also here") for p in places[:MOST_PLACES]]
