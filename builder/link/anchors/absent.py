"""Quoted words that no article has as they are: which error to tell, with the nearest passage."""

from collections.abc import Sequence
from heapq import nlargest
from itertools import islice

from builder.ground.diagnostics import Diagnostic, Related, error, short
from builder.ground.expressions import expression
from builder.link.anchors.anchoring import TextQuoteSelector, without_stop
from builder.link.anchors.asides import without_asides
from builder.link.anchors.comparing import alike, in_one
from builder.link.anchors.nearest import ALTERED, NEAR, Nearest, nearest, word_diff
from builder.link.anchors.seeking import MOST_PLACES
from builder.link.anchors.sightings import Sightings, Whereabouts, searched, within
from builder.link.anchors.words import Words
from builder.model.annotations import Near
from builder.model.articles import Article

# Where whoever quotes has left something out.
_LEFT_OUT = expression(r"\[…\]|\[\.\.\.\]|…|\.\.\.")
# Where a quotation is interrupted: its marks close, somebody speaks, they open again.
_BETWEEN = expression("[”»][^“”«»]*[“«]")
# In how many articles the nearest passage is looked for.
_LIKELY = 3
_COPY = "Copy the words from the article, letter for letter."
_QUOTED = 80
"""Characters of a quotation that a message has."""


def absent(words: Words, sightings: Sightings, *, advise: bool) -> Whereabouts:
    """The error for words that were not found, with the places where they may have been meant.

    In this order: they stand between another prefix and suffix; a piece of them is altered or
    missing; all pieces are there, but in another order or in several articles.
    """
    bare = TextQuoteSelector(words.selector.pieces)
    framed = words.selector != bare
    unframed = list(islice(searched(words, bare, sightings), MOST_PLACES)) if framed else []
    if unframed:
        said = error(
            f"{words.code}-missing",
            f"The {words.what} stands in the article, but not between this prefix and suffix.",
            words.location,
            "Copy the words just before and after it from the article.",
            *(Related(location, "here") for _, location in unframed),
        )
        return Whereabouts(None, (said,), tuple(span for near, _ in unframed for span in near))
    near: list[Near] = []
    first: Whereabouts | None = None
    for piece in words.selector.pieces:
        if found := next(searched(words, TextQuoteSelector((piece,)), sightings), None):
            near += found[0]
        elif not advise:
            return Whereabouts(None, (_missing(words, piece),))
        else:
            first = first or _piece_absent(words, piece, sightings)
    if first:
        return Whereabouts(None, first.diagnostics, (*first.near, *near))
    said = error(
        f"{words.code}-missing",
        f"The pieces of the {words.what} do not stand in this order in one article.",
        words.location,
        "List the pieces in the order of the article.",
    )
    return Whereabouts(None, (said,), tuple(near))


def _piece_absent(words: Words, piece: str, sightings: Sightings) -> Whereabouts:
    """The error for one piece: altered where a passage is like it, else missing."""
    parts = tuple(filter(None, map(str.strip, _LEFT_OUT().split(piece))))
    whole = (
        next(searched(words, TextQuoteSelector(parts), sightings), None) if len(parts) > 1 else None
    )
    if whole:
        near, _ = whole
        return Whereabouts(None, (_shortening(words, piece, parts),), near)
    best, article = _nearest(words, piece, sightings)
    passage = " ".join(in_one(article.body.text[best.start : best.end]).split())
    if best.likeness < ALTERED:
        related = _related(article, best, passage) if best.likeness >= NEAR else ()
        return Whereabouts(None, (_missing(words, piece, *related),))
    difference = word_diff(_comparably(piece, passage), passage)
    said = error(
        f"{words.code}-altered",
        f"The {words.what} differs from the article: {difference}",
        words.location,
        _pieces_hint(piece, passage) if words.code == "quote" else f"The article has: {passage}",
        *_related(article, best, passage),
    )
    return Whereabouts(None, (said,), (Near(article.slug, best.start, best.end),))


def _shortening(words: Words, piece: str, parts: Sequence[str]) -> Diagnostic:
    listed = ", ".join(f'"{part}"' for part in parts)
    return error(
        f"{words.code}-altered",
        f"The {words.what} leaves out what stands in the article: “{short(piece, _QUOTED)}”.",
        words.location,
        f"Write the pieces as a list: [{listed}]",
    )


def _comparably(piece: str, passage: str) -> str:
    """The piece; without a closing comma or stop that the passage lacks: it may have either."""
    return piece if passage.endswith(piece[-1:]) else without_stop(piece)


def _pieces_hint(piece: str, passage: str) -> str:
    """What the article has; where somebody speaks in between, how to write the pieces."""
    pieces = _BETWEEN().split(passage)
    if len(pieces) == 1:
        apart = without_asides(passage)
        pieces = apart if alike(" ".join(apart)) == alike(piece) else pieces
    if len(pieces) == 1:
        return f"The article has: {passage}"
    listed = ", ".join(f'"{piece.strip(" ,")}"' for piece in pieces)
    return f"The article has other words in between. Write the pieces as a list: [{listed}]"


def _missing(words: Words, piece: str, *nearest_words: Related) -> Diagnostic:
    return error(
        f"{words.code}-missing",
        f"The {words.what} does not stand in the article: “{short(piece, _QUOTED)}”.",
        words.location,
        _COPY if nearest_words else f"{_COPY[:-1]}; if the article is gone, delete the entry.",
        *nearest_words,
    )


def _related(article: Article, best: Nearest, passage: str) -> tuple[Related]:
    location = article.body.locate(best.start, best.end)
    return (Related(location, f"the nearest words: “{passage}”"),)


def _nearest(words: Words, piece: str, sightings: Sightings) -> tuple[Nearest, Article]:
    """The nearest passage, looked for in the articles that share most words with the piece."""
    wanted = set(piece.split())
    articles = (sightings.search(slug).article for slug in within(words, sightings))
    likely = nlargest(
        _LIKELY, articles, lambda one: len(wanted.intersection(one.body.text.split()))
    )
    weighed = [(nearest(piece, article.body.text), article) for article in likely]
    return max(weighed, key=lambda pair: pair[0].likeness)
