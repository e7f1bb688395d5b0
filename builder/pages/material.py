"""The material pages are made of: content, annotations, and indexes of both, computed once."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from builder.ground.urls import Address
from builder.ground.values import Value
from builder.model.annotations import Linked
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.entries import Event, Quote
from builder.model.refs import Ref
from builder.model.studies import Close, Said, Study
from builder.pages.addresses import article_address
from builder.pages.views.links import Link
from builder.pages.views.site import Site


class Reader(Value, frozen=True):
    """Gives what a study leaves out, by the slug of its article.

    `article`: the article with its texts. `close`: what its texts mention. `said`: of several
    articles, by their slugs, the sentences of each body that mention a subject. `kept`: what is
    remembered of this kind about this part of the site, under a name of what it is made of; where
    it is forgotten it is made by the function given.
    """

    article: Callable[[str], Article]
    close: Callable[[str], Close]
    said: Callable[[Sequence[str], Ref], Iterator[tuple[Said, ...]]]
    kept: Callable[[str, str, str, Callable[[], bytes]], bytes]


class Material(Value, frozen=True):
    """What every page may draw on.

    `media`: the digests of pictures, by path. `articles`: by slug; `titles`: likewise, as links.
    `said`: by speaker, the quotations. `happened`: by subject, the events about it, by date.
    `told`: by slug, the events with a passage in the article, by date. `quoted`: by slug, the
    quotations in the article. `day`: that of the newest article, as of which roles are told.
    """

    content: Content
    linked: Linked
    site: Site
    media: Mapping[str, str]
    reader: Reader
    articles: Mapping[str, Study]
    titles: Mapping[str, Link]
    said: Mapping[Ref, tuple[Quote, ...]]
    happened: Mapping[Ref, tuple[Event, ...]]
    told: Mapping[str, tuple[Event, ...]]
    quoted: Mapping[str, tuple[Quote, ...]]
    day: datetime.date

    def subject(self, ref: Ref) -> Ref:
        """The entry that `ref` is one with."""
        return self.linked.subjects.get(ref, ref)

    def address(self, article: Study) -> Address:
        """The page of an article."""
        return self.titles[article.slug].address


def gather(
    content: Content, linked: Linked, site: Site, media: Mapping[str, str], reader: Reader
) -> Material:
    """The material of a site."""
    return Material(
        content=content,
        linked=linked,
        site=site,
        media=media,
        reader=reader,
        articles=content.by_slug,
        titles=_titles(content),
        said=_said(content),
        happened=_happened(content, linked),
        told=_told(content, linked),
        quoted=_quoted(content, linked),
        day=max((a.anchor for a in content.articles), default=datetime.date.max),
    )


def _titles(content: Content) -> dict[str, Link]:
    return {
        article.slug: Link(article.title, article_address(article.slug, content), internal=True)
        for article in content.articles
    }


def _said(content: Content) -> dict[Ref, tuple[Quote, ...]]:
    found: dict[Ref, list[Quote]] = defaultdict(list)
    for entry in content.of_kind("quote"):
        if isinstance(entry, Quote) and entry.speaker is not None:
            found[entry.speaker].append(entry)
    return {ref: tuple(quotes) for ref, quotes in found.items()}


def _happened(content: Content, linked: Linked) -> dict[Ref, tuple[Event, ...]]:
    found: dict[Ref, list[Event]] = defaultdict(list)
    for event in by_date(content):
        for subject in dict.fromkeys(linked.subjects.get(ref, ref) for ref in event.about):
            found[subject].append(event)
    return {ref: tuple(events) for ref, events in found.items()}


def _told(content: Content, linked: Linked) -> dict[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in by_date(content):
        for slug in dict.fromkeys(place.article for place in linked.events.get(event.ref, ())):
            found[slug].append(event)
    return {slug: tuple(events) for slug, events in found.items()}


def _quoted(content: Content, linked: Linked) -> dict[str, tuple[Quote, ...]]:
    found: dict[str, list[Quote]] = defaultdict(list)
    for ref, place in linked.quotes.items():
        quote = content.entries.get(ref)
        if isinstance(quote, Quote):
            found[place.article].append(quote)
    return {slug: tuple(quotes) for slug, quotes in found.items()}


def by_date(content: Content) -> list[Event]:
    """All events, by the earliest day each may mean, then the latest, then the sidecar's order."""
    events = [entry for entry in content.of_kind("event") if isinstance(entry, Event)]
    return sorted(events, key=lambda event: (event.date.lower, event.date.upper))
