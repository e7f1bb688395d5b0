"""What every page knows of its site, and is itself."""

from typing import Any

from builder.ground.urls import Address, Style
from builder.ground.values import Value
from builder.pages.views.links import Link


class Site(Value, frozen=True):
    """What every page knows of the site; `feed` tells whether there is feed.xml."""

    title: str
    tagline: str
    language: str
    direction: str
    style: Style
    publisher: Link
    licence_code: str
    licence_content: str
    accent: str
    font: str
    menu: tuple[Link, ...]
    feed: bool


class Head(Value, frozen=True):
    """What every page is: where it stands, what it is called, and its site.

    `section` is where the menu leads to what the page belongs to; `canonical` is "" while site.yaml
    has no url. `base` is the path prefix for pages served at any depth (404.html); "" elsewhere.
    `data` is the page's JSON-LD, None where it has none. `image` is the full address of an
    article's picture, or of its social card; "" without one or while site.yaml has no url.
    """

    site: Site
    address: Address
    title: str
    description: str
    section: Address
    canonical: str = ""
    language: str = ""
    base: str = ""
    data: Any = None
    image: str = ""


class SiteStyle(Value, frozen=True):
    """The site's own colours, assets/site.css: the accent on light paper, and on dark."""

    accent: str
    accent_dark: str
