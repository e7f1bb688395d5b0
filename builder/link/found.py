"""Finding quotations and passages in the articles, and saying so when they are not there."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Location, Related, error
from builder.link.anchoring import Standing, Wanted, standings
from builder.link.comparing import Comparable, comparable
from builder.link.nearest import ALTERED, Nearest, nearest, word_diff
from builder.model.annotations import Anchored, Near
from builder.model.articles import Article

# Where a quotation is interrupted: its marks close, somebody speaks, they open again.
_BETWEEN = re.compile("[”»][^“”«»]*[“«]")
# In how many articles the nearest passage is looked for.
_LIKELY = 3


class Searched(NamedTuple):
    """An article, made ready to be searched."""

    article: Article
    compared: Comparable


def searched_in(articles: Iterable[Article]) -> dict[str, Searched]:
    """The articles, by slug, ready to be searched."""
    return {a.slug: Searched(a, comparable(a.body.text)) for a in articles}


class Words(NamedTuple):
    """The words that an entry says stand in an article, and where the entry says so.

    `what` is the word for them in messages, `code` the first part of their diagnostics' codes.
    """

    wanted: Wanted
    article: str
    location: Location
    what: str
    code: str


class Place(NamedTuple):
    """One place where the words stand."""

    slug: str
    standing: Standing
    location: Location


class Found(NamedTuple):
    """Where the words stand, or what is wrong; `near` is where they may have been meant."""

    place: Anchored | None
    diagnostics: tuple[Diagnostic, ...] = ()
    near: tuple[Near, ...] = ()


def find(words: Words, searched: Mapping[str, Searched]) -> Found:
    """Where the words stand, if they stand in one place; else what is wrong, once.

    Quotations and passages are compared alike (DESIGN: verbatim, typographic; altered, missing
    and ambiguous are errors).
    """
    within = _within(words.article, searched)
    if not within:
        return Found(None, (_no_article(words, searched),))
    places = list(_places(words.wanted, within))
    if len(places) == 1:
        return Found(Anchored(places[0].slug, *places[0].standing))
    if places:
        return Found(None, (_ambiguous(words, places),), tuple(_near(places)))
    return _absent(words, within)


def _near(places: Iterable[Place]) -> Iterator[Near]:
    return (Near(place.slug, *span) for place in places for span in place.standing.spans)


def stands(words: Words, searched: Mapping[str, Searched]) -> bool:
    """Whether the words stand anywhere in these articles."""
    return any(_places(words.wanted, _within(words.article, searched)))


def _within(slug: str, searched: Mapping[str, Searched]) -> list[Searched]:
    if not slug:
        return list(searched.values())
    return [searched[slug]] if slug in searched else []


def _places(wanted: Wanted, within: Iterable[Searched]) -> Iterator[Place]:
    for article, compared in within:
        for standing in standings(wanted, article.body.text, compared):
            yield Place(article.slug, standing, article.body.locate(*standing.spans[0]))


def _no_article(words: Words, searched: Mapping[str, Searched]) -> Diagnostic:
    slugs = ", ".join(searched) or "none"
    return error(
        "unknown-article",
        f"There is no article “{words.article}”."
        if words.article
        else f"There is no article in which the {words.what} could stand.",
        words.location,
        f"The articles are: {slugs}.",
    )


def _ambiguous(words: Words, places: Sequence[Place]) -> Diagnostic:
    several = len({place.slug for place in places}) > 1
    return error(
        f"{words.code}-ambiguous",
        f"The {words.what} stands in {len(places)} places.",
        words.location,
        "Say which one: add `prefix` or `suffix` with the words before or after it"
        + (", or `article` with the article's slug." if several else "."),
        *(Related(place.location, "here") for place in places),
    )


def _absent(words: Words, within: Sequence[Searched]) -> Found:
    """Altered, missing, or present but not between the given prefix and suffix."""
    bare = Wanted(words.wanted.pieces)
    unframed = list(_places(bare, within)) if words.wanted != bare else []
    if unframed:
        said = error(
            f"{words.code}-missing",
            f"The {words.what} stands in the article, but not between this prefix and suffix.",
            words.location,
            "Copy the words just before and after it from the article.",
            *(Related(place.location, "here") for place in unframed),
        )
        return Found(None, (said,), tuple(_near(unframed)))
    for piece in words.wanted.pieces:
        if not list(_places(Wanted((piece,)), within)):
            return _piece_absent(words, piece, within)
    said = error(
        f"{words.code}-missing",
        f"The pieces of the {words.what} do not stand in this order in one article.",
        words.location,
        "List the pieces in the order of the article.",
    )
    return Found(None, (said,))


def _piece_absent(words: Words, piece: str, within: Sequence[Searched]) -> Found:
    best, article = _nearest(piece, within)
    passage = _one_line(article.body.text[best.start : best.end])
    if best.likeness < ALTERED:
        related = _related(article, best, passage) if best.likeness else ()
        said = error(
            f"{words.code}-missing",
            f"The {words.what} does not stand in the article: “{_shortened(piece)}”.",
            words.location,
            "Copy the words from the article, letter for letter.",
            *related,
        )
        return Found(None, (said,))
    said = error(
        f"{words.code}-altered",
        f"The {words.what} differs from the article: {word_diff(piece, passage)}",
        words.location,
        _pieces_hint(passage) if words.code == "quote" else f"The article has: {passage}",
        *_related(article, best, passage),
    )
    return Found(None, (said,), (Near(article.slug, best.start, best.end),))


def _pieces_hint(passage: str) -> str:
    """What the article has; where its marks close and open again, how to write the pieces."""
    pieces = _BETWEEN.split(passage)
    if len(pieces) == 1:
        return f"The article has: {passage}"
    listed = ", ".join(f'"{piece.strip(" ,")}"' for piece in pieces)
    return f"The article has other words in between. Write the pieces as a list: [{listed}]"


def _related(article: Article, best: Nearest, passage: str) -> tuple[Related]:
    location = article.body.locate(best.start, best.end)
    return (Related(location, f"the nearest words: “{passage}”"),)


def _nearest(piece: str, within: Sequence[Searched]) -> tuple[Nearest, Article]:
    """The nearest passage, looked for in the articles that share most words with the piece."""
    words = set(piece.split())
    likely = nlargest(
        _LIKELY, within, key=lambda found: len(words.intersection(found.article.body.text.split()))
    )
    weighed = [(nearest(piece, found.article.body.text), found.article) for found in likely]
    return max(weighed, key=lambda pair: pair[0].likeness)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str, length: int = 80) -> str:
    line = _one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
