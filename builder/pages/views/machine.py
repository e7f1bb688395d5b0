"""Files for machines."""

from typing import Any

from builder.ground.values import Value
from builder.pages.views.texts import Text


class Sitemap(Value, frozen=True):
    """sitemap.xml: absolute addresses, with the day of the last change where it is known."""

    urls: tuple[tuple[str, str], ...]


class FeedEntry(Value, frozen=True):
    """An article or a correction in the feed; times as RFC 3339, `words` plain text.

    `language` is "" where it is that of the feed.
    """

    title: str
    id: str
    url: str
    published: str
    updated: str
    author: str
    summary: Text | None
    words: str
    language: str


class Feed(Value, frozen=True):
    """feed.xml (Atom): absolute addresses alone."""

    title: str
    subtitle: str
    language: str
    url: str
    self_url: str
    updated: str
    author: str
    entries: tuple[FeedEntry, ...]


class TimelineSlide(Value, frozen=True):
    """An event as TimelineJS3 takes it: dates as (year, month, day), as far as they are known."""

    id: str
    title: str
    date: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    summary: Text | None
    url: str


class TimelineData(Value, frozen=True):
    """data/timelinejs.json, for TimelineJS3."""

    title: str
    slides: tuple[TimelineSlide, ...]


class Robots(Value, frozen=True):
    """robots.txt; `sitemap` is its absolute address or ""."""

    sitemap: str


class Inscription(Value, frozen=True):
    """A text to be drawn: in which font, and in which direction (`ltr` or `rtl`)."""

    text: str
    font: str
    direction: str


class SocialCard(Value, frozen=True):
    """cards/<slug>.png: an article's headline as a picture, with the site and where that is."""

    title: Inscription
    site: Inscription
    address: Inscription
    accent: str


class Data(Value, frozen=True):
    """A file for machines: a JSON value."""

    value: Any
