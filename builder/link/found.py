"""Finding quotations and passages in the articles, and saying so when they are not there."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Location, Related, error
from builder.link.anchoring import Standing, Wanted, standings
from builder.link.comparing import Comparable
from builder.link.nearest import ALTERED, nearest, word_diff
from builder.model.annotations import Anchored
from builder.model.articles import Article


class Searched(NamedTuple):
    """An article, made ready to be searched."""

    article: Article
    compared: Comparable


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


def find(
    words: Words, searched: Mapping[str, Searched]
) -> tuple[Anchored | None, tuple[Diagnostic, ...]]:
    """Where the words stand, if they stand in one place; else what is wrong, once.

    Quotations and passages are compared alike (DESIGN: verbatim, typographic; altered, missing
    and ambiguous are errors).
    """
    within = _within(words.article, searched)
    if not within:
        return None, (_no_article(words, searched),)
    places = list(_places(words.wanted, within))
    if len(places) == 1:
        slug, standing, _ = places[0]
        return Anchored(slug, standing.spans, standing.grade), ()
    return None, (_ambiguous(words, places) if places else _absent(words, within),)


def _within(slug: str, searched: Mapping[str, Searched]) -> list[Searched]:
    if not slug:
        return list(searched.values())
    return [searched[slug]] if slug in searched else []


def _places(wanted: Wanted, within: Iterable[Searched]) -> Iterable[Place]:
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


def _absent(words: Words, within: Sequence[Searched]) -> Diagnostic:
    """Altered, missing, or present but not between the given prefix and suffix."""
    bare = Wanted(words.wanted.pieces)
    unframed = list(_places(bare, within)) if words.wanted != bare else []
    if unframed:
        return error(
            f"{words.code}-missing",
            f"The {words.what} stands in the article, but not between this prefix and suffix.",
            words.location,
            "Copy the words just before and after it from the article.",
            *(Related(place.location, "here") for place in unframed),
        )
    for piece in words.wanted.pieces:
        if not list(_places(Wanted((piece,)), within)):
            return _piece_absent(words, piece, within)
    return error(
        f"{words.code}-missing",
        f"The pieces of the {words.what} do not stand in this order in one article.",
        words.location,
        "List the pieces in the order of the article.",
    )


def _piece_absent(words: Words, piece: str, within: Sequence[Searched]) -> Diagnostic:
    best, article = max(
        ((nearest(piece, found.article.body.text), found.article) for found in within),
        key=lambda pair: pair[0].likeness,
    )
    passage = article.body.text[best.start : best.end]
    related = (
        (
            Related(
                article.body.locate(best.start, best.end),
                f"the nearest words: “{_one_line(passage)}”",
            ),
        )
        if best.likeness
        else ()
    )
    if best.likeness >= ALTERED:
        return error(
            f"{words.code}-altered",
            f"The {words.what} differs from the article: {word_diff(piece, passage)}",
            words.location,
            f"The article has: {_one_line(passage)}",
            *related,
        )
    return error(
        f"{words.code}-missing",
        f"The {words.what} does not stand in the article: “{_shortened(piece)}”.",
        words.location,
        "Copy the words from the article, letter for letter.",
        *related,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str, length: int = 80) -> str:
    line = _one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
