"""Finding quotations and passages in the articles, and saying so when they are not there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Location, Related, error
from builder.link.anchoring import Standing, Wanted, standings
from builder.link.comparing import Comparable, comparable
from builder.link.nearest import ALTERED, Nearest, nearest, word_diff
from builder.model.annotations import Anchored, Near
from builder.model.articles import Article

# In how many articles the nearest passage is looked for.
_LIKELY = 3
# Words that stand in more places are not followed to all of them, nor are more pieces: each
# entry must cost no more than a few passes over the text.
_MOST_PLACES = 100
_MOST_PIECES = 20


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


def find(words: Words, searched: Mapping[str, Searched], *, advise: bool = True) -> Found:
    """Where the words stand, if they stand in one place; else what is wrong, once.

    With `advise`, words that do not stand there are compared with the nearest ones. Quotations and
    passages are compared alike (DESIGN: verbatim, typographic; altered, missing and ambiguous are
    errors).
    """
    within = _within(words.article, searched)
    if not within:
        return Found(None, (_no_article(words, searched),))
    if len(words.wanted.pieces) > _MOST_PIECES:
        return Found(None, (_too_many_pieces(words),))
    places = list(islice(_places(words.wanted, within), _MOST_PLACES))
    if len(places) == 1:
        return Found(Anchored(places[0].slug, *places[0].standing))
    if places:
        return Found(None, (_ambiguous(words, places),), tuple(_near(places)))
    return _absent(words, within, advise)


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


def _too_many_pieces(words: Words) -> Diagnostic:
    return error(
        f"{words.code}-missing",
        f"The {words.what} has {len(words.wanted.pieces)} pieces; {_MOST_PIECES} at most are "
        "looked for.",
        words.location,
        "Make several entries of it.",
    )


def _ambiguous(words: Words, places: Sequence[Place]) -> Diagnostic:
    several = len({place.slug for place in places}) > 1
    count = f"{len(places)} places" if len(places) < _MOST_PLACES else "very many places"
    return error(
        f"{words.code}-ambiguous",
        f"The {words.what} stands in {count}.",
        words.location,
        "Say which one: add `prefix` or `suffix` with the words before or after it"
        + (", or `article` with the article's slug." if several else "."),
        *(Related(place.location, "here") for place in places),
    )


def _absent(words: Words, within: Sequence[Searched], advise: bool) -> Found:
    """Altered, missing, or present but not between the given prefix and suffix."""
    bare = Wanted(words.wanted.pieces)
    unframed = list(islice(_places(bare, within), _MOST_PLACES)) if words.wanted != bare else []
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
        if not any(_places(Wanted((piece,)), within)):
            return _piece_absent(words, piece, within if advise else ())
    said = error(
        f"{words.code}-missing",
        f"The pieces of the {words.what} do not stand in this order in one article.",
        words.location,
        "List the pieces in the order of the article.",
    )
    return Found(None, (said,))


def _piece_absent(words: Words, piece: str, within: Sequence[Searched]) -> Found:
    """Altered or missing, as the nearest words of these articles tell."""
    if not within:
        return Found(None, (_missing(words, piece),))
    best, article = _nearest(piece, within)
    passage = _one_line(article.body.text[best.start : best.end])
    if best.likeness < ALTERED:
        related = _related(article, best, passage) if best.likeness else ()
        return Found(None, (_missing(words, piece, *related),))
    said = error(
        f"{words.code}-altered",
        f"The {words.what} differs from the article: {word_diff(piece, passage)}",
        words.location,
        f"The article has: {passage}",
        *_related(article, best, passage),
    )
    return Found(None, (said,), (Near(article.slug, best.start, best.end),))


def _missing(words: Words, piece: str, *nearest_words: Related) -> Diagnostic:
    return error(
        f"{words.code}-missing",
        f"The {words.what} does not stand in the article: “{_shortened(piece)}”.",
        words.location,
        "Copy the words from the article, letter for letter.",
        *nearest_words,
    )


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
