"""The sightings of a whole site: where the words of its quotations and events stand."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from builder.ground.diagnostics import Diagnostic, Location
from builder.ground.grouping import grouped
from builder.ground.text import Folded
from builder.ground.values import Value, contents
from builder.link.anchors.anchoring import TextQuoteSelector, occurrences
from builder.link.anchors.comparing import comparable
from builder.link.anchors.seeking import key_of
from builder.link.anchors.words import Words
from builder.model.annotations import Anchored, Near, Sighting
from builder.model.articles import Article
from builder.model.content import Content

_AT_HAND = 16
"""Articles that are kept ready to be searched."""

ReadArticle = Callable[[str], Article]
"""From a slug to the article with its texts."""


class Searchable(Value, frozen=True):
    """An article, made ready to be searched."""

    article: Article
    compared: Folded


class Sightings(Value, frozen=True):
    """Where words stand in the articles of a site, by their key (`key_of`); the articles' slugs.

    `search` reads an article anew, to look for words that stand nowhere as they are.
    """

    places: Mapping[str, Sequence[Anchored]]
    slugs: Collection[str]
    search: Callable[[str], Searchable]


class Whereabouts(Value, frozen=True):
    """Where the words stand, or what is wrong; `near` is where they may have been meant."""

    place: Anchored | None
    diagnostics: tuple[Diagnostic, ...] = ()
    near: tuple[Near, ...] = ()


def standing(words: Words, sightings: Sightings) -> list[Anchored]:
    """Every place where the words stand, in the article that they name if they name one."""
    places = sightings.places.get(key_of(words.selector), ())
    return [place for place in places if words.article in ("", place.article)]


def seen_in(
    content: Content, sightings: Mapping[str, Sequence[Sighting]], read: ReadArticle
) -> Sightings:
    """The sightings of a site, from those of each article by its path."""
    places = grouped(
        (sighting.key, Anchored(*contents(sighting), article.slug))  # type: ignore[call-arg]
        for article in content.articles
        for sighting in sightings[article.path]
    )

    @lru_cache(_AT_HAND)
    def search(slug: str) -> Searchable:
        article = read(slug)
        return Searchable(article, comparable(article.body.text))

    return Sightings(places, content.by_slug, search)


def searched(
    words: Words, selector: TextQuoteSelector, sightings: Sightings
) -> Iterator[tuple[tuple[Near, ...], Location]]:
    """Every place of the selected words: the spans of their pieces, and where the first stands.

    It reads the article that `words` names; if they name none, all.
    """
    for slug in within(words, sightings):
        read = sightings.search(slug)
        for found in occurrences(selector, read.compared):
            near = tuple(Near(slug, *span) for span in found.spans)
            yield near, read.article.body.locate(*found.spans[0])


def within(words: Words, sightings: Sightings) -> Collection[str]:
    """The slugs of the articles in which the words may stand."""
    return (words.article,) if words.article else sightings.slugs
