"""The feed of articles and corrections, `feed.xml` (Atom, RFC 4287)."""

import datetime
from collections.abc import Iterator

from builder.ground.urls import Address
from builder.load.zones import instant
from builder.model.studies import Study
from builder.pages.addresses import HOME, at
from builder.pages.material import Material
from builder.pages.parts import standfirst
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
        url = absolute(settings, material.address(article))
        published = _time(article.date, settings.timezone)
        yield FeedEntry(
            title=article.title,
            id=url,
            url=url,
            published=published,
            updated=_time(_changed(article), settings.timezone),
            author=article.byline,
            summary=standfirst(material, article),
            words="",
        )
        for number, (date, words) in enumerate(article.corrections, 1):
            when = _time(date, settings.timezone)
            place = absolute(settings, at(material.address(article), f"correction_{number}"))
            yield FeedEntry(
                title=article.title,
                id=place,
                url=place,
                published=when,
                updated=when,
                author=article.byline,
                summary=None,
                words=words,
            )


def _changed(article: Study) -> str:
    """The day or time an article last changed."""
    changes = [article.updated, *(date for date, _ in article.corrections)]
    later = [change for change in changes if change > article.date[:10]]
    return max(later, default=article.date)


def _time(date: str, zone: str) -> str:
    """A time as RFC 3339 has it; a day begins at midnight in the site's zone."""
    moment = datetime.date if len(date) == len("2020-01-05") else datetime.datetime
    return instant(moment.fromisoformat(date), zone).isoformat().replace("+00:00", "Z")
