"""The feed of articles and corrections, `feed.xml` (Atom, RFC 4287)."""

import datetime
from collections.abc import Iterator

from builder.ground.urls import Address
from builder.load.zones import day_of, instant
from builder.model.articles import Article
from builder.pages.addresses import HOME, at
from builder.pages.material import Material
from builder.pages.parts import text
from builder.pages.site import absolute
from builder.pages.views import Feed, FeedEntry

PATH = Address("feed.xml")


def feed(material: Material) -> Feed:
    """Every article and every correction, the newest first. The site must have an address."""
    settings = material.content.settings
    entries = sorted(_entries(material), key=lambda entry: entry.updated, reverse=True)
    return Feed(
        title=settings.title,
        subtitle=settings.tagline,
        language=settings.language,
        url=absolute(settings, HOME),
        self_url=absolute(settings, PATH),
        updated=entries[0].updated if entries else "",
        author=settings.publisher.name or settings.title,
        entries=tuple(entries),
    )


def _entries(material: Material) -> Iterator[FeedEntry]:
    settings = material.content.settings
    for article in material.content.articles:
        front = article.front
        url = absolute(settings, material.address(article))
        published = _time(front.date, settings.timezone)
        yield FeedEntry(
            title=front.title,
            id=url,
            url=url,
            published=published,
            updated=_time(_changed(article), settings.timezone),
            author=front.byline,
            summary=text(material, article.owner, "standfirst", front.standfirst),
            words="",
        )
        for number, correction in enumerate(front.corrections, 1):
            when = _time(correction.date, settings.timezone)
            place = absolute(settings, at(material.address(article), f"correction_{number}"))
            yield FeedEntry(
                title=front.title,
                id=place,
                url=place,
                published=when,
                updated=when,
                author=front.byline,
                summary=None,
                words=correction.text,
            )


def _changed(article: Article) -> datetime.date:
    """The day or time an article last changed."""
    changes = [article.front.updated, *(c.date for c in article.front.corrections)]
    later = [change for change in changes if change and change > day_of(article.front.date)]
    return max(later, default=article.front.date)


def _time(date: datetime.date, zone: str) -> str:
    """A time as RFC 3339 has it; a day begins at midnight in the site's zone."""
    return instant(date, zone).isoformat().replace("+00:00", "Z")
