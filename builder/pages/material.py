"""The material pages are made of: content, annotations, and indexes of both, computed once."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from builder.ground.grouping import grouped
from builder.ground.urls import Address
from builder.ground.values import Value
from builder.model.annotations import Anchors, Linked
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.entries import Event, Quote
from builder.model.refs import Ref
from builder.model.studies import Close, Said, Study
from builder.pages.addresses import article_address
from builder.pages.views.links import Link
from builder.pages.views.site import Site

T = TypeVar("T")
_NO_ANCHORS = Anchors()


class Reader(Value, frozen=True):
    """Gives what a study leaves out, by the slug of its article.

    `article`: the article with its texts. `close`: what its texts mention. `said`: of several
    articles, by their slugs, the sentences of each body that mention a subject. `kept`: what is
    remembered for a kind, a part of the site and a key; where nothing is, what the function given
    makes, which is then remembered.
    """

    article: Callable[[str], Article]
    close: Callable[[str], Close]
    said: Callable[[Sequence[str], Ref], Iterator[tuple[Said, ...]]]
    kept: Callable[[str, str, str, Callable[[], bytes]], bytes]


class Material(Value, frozen=True, dict=True):
    """What every page may draw on.

    `media`: the digests of pictures, by path. `articles`: by slug; `titles`: likewise, as links.
    `said`: by speaker, the quotations, those in the newest article first. `events`: all, by date.
    `happened`: by subject, those about it. `told`: by slug, those with a passage in the article.
    `quoted`: by slug, the quotations in the article. `day`: that of the newest article, as of which
    roles are told.
    """

    content: Content
    linked: Linked
    site: Site
    media: Mapping[str, str]
    reader: Reader
    articles: Mapping[str, Study]
    titles: Mapping[str, Link]
    said: Mapping[Ref, Sequence[Quote]]
    events: tuple[Event, ...]
    happened: Mapping[Ref, Sequence[Event]]
    told: Mapping[str, Sequence[Event]]
    quoted: Mapping[str, Sequence[Quote]]
    day: datetime.date

    @cached_property
    def _made(self) -> dict[Ref, Any]:
        return {}

    def once(self, ref: Ref, make: Callable[[], T]) -> T:
        """What is made of an event or a quotation, which stands on several pages; made once."""
        made: T | None = self._made.get(ref)
        if made is None:
            made = self._made[ref] = make()
        return made

    def subject(self, ref: Ref) -> Ref:
        """The entry that counts for this one: for an acronym what it stands for, else itself."""
        return self.linked.subjects.get(ref, ref)

    def anchors(self, article: Study) -> Anchors:
        """The quotations and passages of an article, by place."""
        return self.linked.anchors.get(article.slug, _NO_ANCHORS)

    def address(self, article: Study) -> Address:
        """The page of an article."""
        return self.titles[article.slug].address


def gather(
    content: Content, linked: Linked, site: Site, media: Mapping[str, str], reader: Reader
) -> Material:
    """The material of a site."""
    events, places = _by_date(content), linked.quotes
    return Material(
        content=content,
        linked=linked,
        site=site,
        media=media,
        reader=reader,
        articles=content.by_slug,
        titles=_titles(content),
        said=grouped((q.speaker, q) for q in _newest_first(content, linked) if q.speaker),
        events=events,
        happened=grouped(
            (subject, event)
            for event in events
            for subject in dict.fromkeys(linked.subjects.get(ref, ref) for ref in event.about)
        ),
        told=grouped(
            (slug, event)
            for event in events
            for slug in dict.fromkeys(place.article for place in linked.events.get(event.ref, ()))
        ),
        quoted=grouped(
            (places[quote.ref].article, quote)
            for quote in content.of_type(Quote)
            if quote.ref in places
        ),
        day=max((a.anchor for a in content.articles), default=datetime.date.max),
    )


def _titles(content: Content) -> dict[str, Link]:
    return {
        article.slug: Link(article.title, article_address(article.slug, content), internal=True)
        for article in content.articles
    }


def _newest_first(content: Content, linked: Linked) -> list[Quote]:
    """All quotations, by article, the newest first; within an article in the sidecar's order."""
    numbers = {article.slug: number for number, article in enumerate(content.articles)}

    def age(quote: Quote) -> int:
        place = linked.quotes.get(quote.ref)
        return -numbers[place.article] if place else 1

    return sorted(content.of_type(Quote), key=age)


def _by_date(content: Content) -> tuple[Event, ...]:
    """All events, by the earliest day each may mean, then the latest, then the sidecar's order."""
    events = content.of_type(Event)
    return tuple(sorted(events, key=lambda event: (event.date.lower, event.date.upper)))
