"""Finding quotations and passages in the articles, and saying so when they are not there."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import islice

from builder.ground.diagnostics import Diagnostic, Location, Related, error, short
from builder.ground.expressions import expression
from builder.ground.guess import did_you_mean, most_like
from builder.ground.values import Value, contents
from builder.link.anchoring import TextQuoteSelector, occurrences, without_stop
from builder.link.comparing import Comparable, comparable, in_one
from builder.link.nearest import ALTERED, Nearest, nearest, word_diff
from builder.link.sighting import MOST_PIECES, key_of
from builder.link.words import Words
from builder.model.annotations import Anchored, Near, Sighting
from builder.model.articles import Article
from builder.model.content import Content

# Where whoever quotes has left something out.
_LEFT_OUT = expression(r"\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*")
# Where a quotation is interrupted: its marks close, somebody speaks, they open again.
_BETWEEN = expression("[”»][^“”«»]*[“«]")
# In how many articles the nearest passage is looked for.
_LIKELY = 3
# More places of the same words are not told apart: each entry must cost no more than a few passes
# over the text.
_MOST_PLACES = 100
_AT_HAND = 16
"""Articles that are kept ready to be searched."""
_QUOTED = 80
"""Characters of a quotation that a message has."""
_FEW = 100
"""Articles among which a misspelt slug is looked for, and which are named."""
_WHICH = {
    "quote": "Say which one: add `prefix` or `suffix` with the words before or after it",
    "passage": "Say which one: write `passage: {exact: …, prefix: …}` with the words before it, "
    "or `suffix` with those after it",
}
"""What to do where words stand in several places, by the first part of the code."""

ReadArticle = Callable[[str], Article]
"""From a slug to the article with its texts."""


class Searchable(Value, frozen=True):
    """An article, made ready to be searched."""

    article: Article
    compared: Comparable


class Sightings(Value, frozen=True):
    """Where words stand, by their key, in the articles with these slugs, by their number.

    `search` is for words that stand nowhere.
    """

    places: Mapping[str, Sequence[Anchored]]
    slugs: Mapping[str, int]
    search: Callable[[str], Searchable]


class Whereabouts(Value, frozen=True):
    """Where the words stand, or what is wrong; `near` is where they may have been meant."""

    place: Anchored | None
    diagnostics: tuple[Diagnostic, ...] = ()
    near: tuple[Near, ...] = ()


def find(words: Words, seen: Sightings, *, advise: bool = True) -> Whereabouts:
    """Where the words stand, if they stand in one place; else what is wrong, once.

    With `advise`, words that do not stand there are compared with the nearest ones. Quotations and
    passages are compared alike: verbatim and typographic will do; altered, missing and ambiguous
    are errors.
    """
    if words.article and words.article not in seen.slugs:
        elsewhere = seen.places.get(key_of(words.selector), ())
        absent = no_article(words.article, words.article_location, seen.slugs)
        return Whereabouts(None, (absent,), tuple(_near(elsewhere)))
    if not seen.slugs:
        return Whereabouts(None, (_no_articles(words),))
    if len(words.selector.pieces) > MOST_PIECES:
        return Whereabouts(None, (_too_many_pieces(words),))
    places = standing(words, seen)
    if len(places) == 1:
        return Whereabouts(places[0])
    if places:
        return Whereabouts(None, (_ambiguous(words, places),), tuple(_near(places)))
    return _absent(words, _Within(words.article, seen), advise)


def standing(words: Words, seen: Sightings) -> list[Anchored]:
    """Every place where the words stand, in the article that they name if they name one."""
    places = seen.places.get(key_of(words.selector), ())
    return [place for place in places if words.article in ("", place.article)]


def seen_in(
    content: Content, sightings: Mapping[str, Sequence[Sighting]], read: ReadArticle
) -> Sightings:
    """What was seen in the articles of a site; `sightings` are those of each file, by its path."""
    places: dict[str, list[Anchored]] = defaultdict(list)
    for article in content.articles:
        for sighting in sightings[article.path]:
            anchored = Anchored(*contents(sighting), article.slug)  # type: ignore[call-arg]
            places[sighting.key].append(anchored)
    slugs = {article.slug: number for number, article in enumerate(content.articles)}

    @lru_cache(_AT_HAND)
    def search(slug: str) -> Searchable:
        article = read(slug)
        return Searchable(article, comparable(article.body.text))

    return Sightings(places, slugs, search)


class _Within:
    """The articles in which words are looked for, read one after the other, as often as needed."""

    def __init__(self, slug: str, seen: Sightings) -> None:
        self._slugs = [slug] if slug else list(seen.slugs)
        self._search = seen.search

    def __iter__(self) -> Iterator[Searchable]:
        return map(self._search, self._slugs)


def _near(places: Iterable[Anchored]) -> Iterator[Near]:
    return (Near(place.article, *span) for place in places for span in place.spans)


def _occurrences(
    selector: TextQuoteSelector, within: _Within
) -> Iterator[tuple[tuple[Near, ...], Location]]:
    """Where the selected words stand: all their pieces, and the place of the first."""
    for searched in within:
        article = searched.article
        for found in occurrences(selector, article.body.text, searched.compared):
            near = tuple(Near(article.slug, *span) for span in found.spans)
            yield near, article.body.locate(*found.spans[0])


def no_article(slug: str, place: Location, known: Iterable[str]) -> Diagnostic:
    """The error of an entry that names an article, at `place`, which is none of those known."""
    slugs = {other.casefold(): other for other in islice(known, _FEW)}
    near = slugs.get(most_like(slug.casefold(), slugs), "")
    hint = f"The articles are: {', '.join(slugs.values()) or 'none'}."
    if len(slugs) == _FEW:
        hint = "Write the article’s slug, the last part of its address."
    message = f"There is no article “{slug}”."
    return error("unknown-article", message, place, did_you_mean(near) or hint)


def _no_articles(words: Words) -> Diagnostic:
    message = f"There is no article in which the {words.what} could stand."
    hint = "Put the article into content/, in a file whose name ends in .md."
    return error("unknown-article", message, words.location, hint)


def _too_many_pieces(words: Words) -> Diagnostic:
    return error(
        f"{words.code}-missing",
        f"The {words.what} has {len(words.selector.pieces)} pieces; {MOST_PIECES} at most are "
        "looked for.",
        words.location,
        "Make several entries of it.",
    )


def _ambiguous(words: Words, places: Sequence[Anchored]) -> Diagnostic:
    several = len({place.article for place in places}) > 1
    count = f"{len(places)} places" if len(places) < _MOST_PLACES else "very many places"
    return error(
        f"{words.code}-ambiguous",
        f"The {words.what} stands in {count}.",
        words.location,
        _WHICH[words.code] + (", or `article` with the article's slug." if several else "."),
        *(Related(place.place, "here") for place in places[:_MOST_PLACES]),
    )


def _absent(words: Words, within: _Within, advise: bool) -> Whereabouts:
    """Altered, missing, or present but not between the given prefix and suffix."""
    bare = TextQuoteSelector(words.selector.pieces)
    framed = words.selector != bare
    unframed = list(islice(_occurrences(bare, within), _MOST_PLACES)) if framed else []
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
    absent: Whereabouts | None = None
    for piece in words.selector.pieces:
        if found := next(_occurrences(TextQuoteSelector((piece,)), within), None):
            near += found[0]
        elif not advise:
            return _piece_absent(words, piece, None)
        else:
            absent = absent or _piece_absent(words, piece, within)
    if absent:
        return Whereabouts(None, absent.diagnostics, (*absent.near, *near))
    said = error(
        f"{words.code}-missing",
        f"The pieces of the {words.what} do not stand in this order in one article.",
        words.location,
        "List the pieces in the order of the article.",
    )
    return Whereabouts(None, (said,), tuple(near))


def _piece_absent(words: Words, piece: str, within: _Within | None) -> Whereabouts:
    """Altered or missing, as the nearest words of these articles tell."""
    if within is None:
        return Whereabouts(None, (_missing(words, piece),))
    parts = tuple(part for part in _LEFT_OUT().split(piece) if part)
    whole = next(_occurrences(TextQuoteSelector(parts), within), None) if len(parts) > 1 else None
    if whole:
        near, _ = whole
        return Whereabouts(None, (_shortening(words, piece, parts),), near)
    best, article = _nearest(piece, within)
    passage = " ".join(in_one(article.body.text[best.start : best.end]).split())
    if best.likeness < ALTERED:
        related = _related(article, best, passage) if best.likeness else ()
        return Whereabouts(None, (_missing(words, piece, *related),))
    difference = word_diff(_comparably(piece, passage), passage)
    said = error(
        f"{words.code}-altered",
        f"The {words.what} differs from the article: {difference}",
        words.location,
        _pieces_hint(passage) if words.code == "quote" else f"The article has: {passage}",
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


def _pieces_hint(passage: str) -> str:
    """What the article has; where its marks close and open again, how to write the pieces."""
    pieces = _BETWEEN().split(passage)
    if len(pieces) == 1:
        return f"The article has: {passage}"
    listed = ", ".join(f'"{piece.strip(" ,")}"' for piece in pieces)
    return f"The article has other words in between. Write the pieces as a list: [{listed}]"


def _missing(words: Words, piece: str, *nearest_words: Related) -> Diagnostic:
    return error(
        f"{words.code}-missing",
        f"The {words.what} does not stand in the article: “{short(piece, _QUOTED)}”.",
        words.location,
        "Copy the words from the article, letter for letter.",
        *nearest_words,
    )


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
