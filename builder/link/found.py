"""Finding quotations and passages in the articles, and saying so when they are not there."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Location, Related, error
from builder.link.anchoring import Wanted, standings
from builder.link.comparing import Comparable, comparable
from builder.link.nearest import ALTERED, Nearest, nearest, word_diff
from builder.link.sighting import key_of
from builder.link.words import Words
from builder.model.annotations import Anchored, Near
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.studies import Sighting

# In how many articles the nearest passage is looked for.
_LIKELY = 3


Read = Callable[[str], Article]
"""From a slug to the article with its texts."""


class Place(NamedTuple):
    """One place where words stand: an article's slug, and where in it."""

    slug: str
    sighting: Sighting


class Sightings(NamedTuple):
    """Where words stand, by their key, in the articles with these slugs, by their number.

    `read` is for words that stand nowhere.
    """

    places: Mapping[str, Sequence[Place]]
    slugs: Mapping[str, int]
    read: Read


class Searched(NamedTuple):
    """An article, made ready to be searched."""

    article: Article
    compared: Comparable


class Found(NamedTuple):
    """Where the words stand, or what is wrong; `near` is where they may have been meant."""

    place: Anchored | None
    diagnostics: tuple[Diagnostic, ...] = ()
    near: tuple[Near, ...] = ()


def find(words: Words, seen: Sightings) -> Found:
    """Where the words stand, if they stand in one place; else what is wrong, once.

    Quotations and passages are compared alike (DESIGN: verbatim, typographic; altered, missing
    and ambiguous are errors).
    """
    if not seen.slugs or (words.article and words.article not in seen.slugs):
        return Found(None, (_no_article(words, seen.slugs),))
    places = standing(words, seen)
    if len(places) == 1:
        slug, found = places[0]
        place = Anchored(slug, found.spans, found.grade, found.exact, found.before, found.after)
        return Found(place)
    if places:
        return Found(None, (_ambiguous(words, places),), tuple(_near(places)))
    return _absent(words, _Within(words.article, seen))


def standing(words: Words, seen: Sightings) -> list[Place]:
    """Every place where the words stand, in the article that they name if they name one."""
    places = seen.places.get(key_of(words.wanted), ())
    return [place for place in places if words.article in ("", place.slug)]


def seen_in(content: Content, sightings: Mapping[str, Sequence[Sighting]], read: Read) -> Sightings:
    """What was seen in the articles of a site; `sightings` are those of each file, by its path."""
    places: dict[str, list[Place]] = defaultdict(list)
    for article in content.articles:
        for sighting in sightings[article.path]:
            places[sighting.key].append(Place(article.slug, sighting))
    slugs = {article.slug: number for number, article in enumerate(content.articles)}
    return Sightings(places, slugs, read)


class _Within:
    """The articles in which words are looked for, read one after the other, as often as needed."""

    def __init__(self, slug: str, seen: Sightings) -> None:
        self._slugs = [slug] if slug else list(seen.slugs)
        self._read = seen.read

    def __iter__(self) -> Iterator[Searched]:
        for slug in self._slugs:
            article = self._read(slug)
            yield Searched(article, comparable(article.body.text))


def _near(places: Iterable[Place]) -> Iterator[Near]:
    return (Near(slug, *span) for slug, found in places for span in found.spans)


def _standings(wanted: Wanted, within: _Within) -> Iterator[tuple[tuple[Near, ...], Location]]:
    """Where words stand that are part of what is wanted, piece by piece."""
    for article, compared in within:
        for spans, _ in standings(wanted, article.body.text, compared):
            near = tuple(Near(article.slug, *span) for span in spans)
            yield near, article.body.locate(*spans[0])


def _no_article(words: Words, known: Iterable[str]) -> Diagnostic:
    slugs = ", ".join(known) or "none"
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
        *(Related(place.sighting.place, "here") for place in places),
    )


def _absent(words: Words, within: _Within) -> Found:
    """Altered, missing, or present but not between the given prefix and suffix."""
    bare = Wanted(words.wanted.pieces)
    unframed = list(_standings(bare, within)) if words.wanted != bare else []
    if unframed:
        said = error(
            f"{words.code}-missing",
            f"The {words.what} stands in the article, but not between this prefix and suffix.",
            words.location,
            "Copy the words just before and after it from the article.",
            *(Related(location, "here") for _, location in unframed),
        )
        return Found(None, (said,), tuple(span for near, _ in unframed for span in near))
    for piece in words.wanted.pieces:
        if next(_standings(Wanted((piece,)), within), None) is None:
            return _piece_absent(words, piece, within)
    said = error(
        f"{words.code}-missing",
        f"The pieces of the {words.what} do not stand in this order in one article.",
        words.location,
        "List the pieces in the order of the article.",
    )
    return Found(None, (said,))


def _piece_absent(words: Words, piece: str, within: _Within) -> Found:
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
        f"The article has: {passage}",
        *_related(article, best, passage),
    )
    return Found(None, (said,), (Near(article.slug, best.start, best.end),))


def _related(article: Article, best: Nearest, passage: str) -> tuple[Related]:
    location = article.body.locate(best.start, best.end)
    return (Related(location, f"the nearest words: “{passage}”"),)


def _nearest(piece: str, within: _Within) -> tuple[Nearest, Article]:
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
