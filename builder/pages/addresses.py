"""Where everything stands on the site."""

from builder.ground.urls import Address
from builder.model.content import Content
from builder.model.refs import KINDS, Ref

HOME = Address("")
TIMELINE = Address("timeline/")
QUOTES = Address("quotes/")
METHOD = Address("method/")
SEARCH = Address("search/")
SEARCH_INDEX = "pagefind/"
"""The folder of what the search page loads: files and folders with names of their own."""
NOT_FOUND = Address("404.html")
"""What GitHub Pages and most servers answer with where nothing stands, at any depth."""
ARTICLES = Address("articles/")
"""Holds the pages of several articles; their list is the front page."""
ARCHIVE = Address("archive/")
ASSETS = "assets/"
MEDIA = "media/"


def entry_address(ref: Ref) -> Address:
    """The page of an entry; for an event or a quotation, its place on the common page."""
    kind = KINDS[ref.kind]
    if ref.kind in ("event", "quote"):
        return Address(f"{kind.folder}/#{anchor(ref)}")
    return Address(f"{kind.folder}/{ref.id}/")


def anchor(ref: Ref) -> str:
    """The id of an event (`e-…`) or a quotation (`q-…`) on every page that shows it."""
    return f"{ref.kind[0]}-{ref.id}"


def speaker_anchor(speaker: Ref | None) -> str:
    """The id of a speaker's section on the page of quotations; None: of those without a speaker."""
    return f"by_{speaker.kind}-{speaker.id}" if speaker else "by_nobody"


def index_address(folder: str) -> Address:
    """The list of all entries of a kind."""
    return Address(f"{folder}/")


def further_address(slug: str) -> Address:
    """A page of the editor's, content/pages/*.md."""
    return Address(f"{slug}/")


def article_address(slug: str, content: Content) -> Address:
    """An article's page: the front page where there is one article, else a page of its own."""
    return HOME if len(content.articles) == 1 else among_others(slug)


def among_others(slug: str) -> Address:
    """The page of an article on a site that has several."""
    return Address(f"{ARTICLES}{slug}/")


def section(address: Address) -> Address:
    """The page in the menu that a page belongs to: `people/` for `people/x/`."""
    first = Address(address.partition("/")[0] + "/")
    return HOME if first in ("/", ARTICLES, ARCHIVE) else first


def at(address: Address, fragment: str) -> Address:
    """A place on a page."""
    return Address(f"{address}#{fragment}")


def media_address(path: str) -> Address:
    """Where a picture of content/ is published."""
    return Address(MEDIA + path.removeprefix("content/"))
