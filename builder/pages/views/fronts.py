"""Articles in lists: the front page and the archive."""

from builder.ground.urls import Address
from builder.ground.values import Value
from builder.pages.views.links import Link
from builder.pages.views.pictures import Picture
from builder.pages.views.site import Head
from builder.pages.views.texts import Text


class ArticleCard(Value, frozen=True):
    """An article in a list; `language` is its own, "" where it names none."""

    title: str
    address: Address
    byline: str
    date: str
    standfirst: Text | None
    language: str
    picture: Picture | None
    draft: bool


class Dated(Value, frozen=True):
    """An article in half a line; `draft` is true in the preview alone."""

    article: Link
    date: str
    language: str
    draft: bool


class FrontPage(Value, frozen=True):
    """The front page of a site with several articles, the newest first; `archive` leads to all.

    That is "" where the front page has them all.
    """

    head: Head
    articles: tuple[ArticleCard, ...]
    archive: Address
    previews: tuple[str, ...] = ()


class Year(Value, frozen=True):
    """A year, with the way to its articles, and how many these are."""

    link: Link
    total: int


class ArchivePage(Value, frozen=True):
    """The way to all articles, by year, the newest first."""

    head: Head
    years: tuple[Year, ...]


class YearPage(Value, frozen=True):
    """The articles of a year, the newest first; `years` lead to those of the others."""

    head: Head
    year: str
    articles: tuple[Dated, ...]
    archive: Address
    years: tuple[Link, ...]
