"""The feed of articles and corrections, `feed.xml` (Atom, RFC 4287)."""

from collections.abc import Iterator
from heapq import nlargest

from builder.ground.urls import Address
from builder.ground.values import Value
from builder.load.dates.zones import rfc3339
from builder.model.content import Content
from builder.model.studies import Study
from builder.pages.addresses import HOME, among_others, at
from builder.pages.corrections import numbers
from builder.pages.material import Material
from builder.pages.parts import standfirst
from builder.pages.site import absolute
from builder.pages.views.machine import Feed, FeedEntry

PATH = Address("feed.xml")
LATEST = 50
"""Entries that the feed holds: readers' programs keep the older ones."""


def feed(material: Material) -> Feed:
    """The latest articles and corrections, the newest first.

    The site must have an address and an article: a feed without a date is none (4.1.1).
    """
    settings = material.content.settings
    latest = nlargest(LATEST, _news(material.content), key=lambda news: news.updated)
    entries = [_entry(material, news) for news in latest]
    return Feed(
        title=settings.title,
        subtitle=settings.tagline,
        language=settings.language,
        url=absolute(settings, HOME),
        self_url=absolute(settings, PATH),
        updated=entries[0].updated,
        author=settings.publisher.name or settings.title,
        entries=tuple(entries),
    )


class _News(Value, frozen=True):
    """An article, or the correction of it with this number and words; when, as RFC 3339."""

    updated: str
    article: Study
    correction: int = 0
    words: str = ""


def _news(content: Content) -> Iterator[_News]:
    zone = content.settings.timezone
    for article in content.articles:
        yield _News(article.moment, article)
        if article.corrections:
            counted = numbers([date for date, _ in article.corrections])
            for number, (date, words) in zip(counted, article.corrections, strict=True):
                yield _News(rfc3339(date, zone), article, number, words)


def _entry(material: Material, news: _News) -> FeedEntry:
    settings, article = material.content.settings, news.article
    if news.correction:
        place, published, summary = f"correction_{news.correction}", news.updated, None
    else:
        published = rfc3339(article.date, settings.timezone)
        place, summary = "", standfirst(material, article)

    def url(page: Address) -> str:
        return absolute(settings, at(page, place) if place else page)

    return FeedEntry(
        title=article.title,
        id=url(among_others(article.slug)),  # it stays when a second article comes (4.2.6)
        url=url(material.address(article)),
        published=published,
        updated=news.updated,
        author=article.byline,
        summary=summary,
        words=news.words,
        language="" if article.language == settings.language else article.language,
    )
