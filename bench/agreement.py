"""Do all generators make the same links? Compared article by article, in the order of the text."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from bench.bars import BASE
from bench.corpus import corpus
from bench.peers import PEERS

CLASSES = frozenset({"e", "mention"})
"""The class of links to entries: of the others, and ours."""


class Link(NamedTuple):
    """The entry that a link leads to, and its words."""

    entry: str
    words: str


class _Links(HTMLParser):
    """Gathers the links to entries of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Link] = []
        self._entry = ""
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and CLASSES & set((given.get("class") or "").split()):
            address = (given.get("href") or "").removesuffix("index.html")
            self._entry, self._words = address.rstrip("/").rpartition("/")[2], ""

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._entry:
            self.found.append(Link(self._entry, self._words))
            self._entry = ""


def links(page: str) -> list[Link]:
    """The links to entries in a page, in order."""
    parser = _Links()
    parser.feed(page)
    return parser.found


def agreement(size: str, folder: Path) -> Iterator[str]:
    """A line for each generator: how many links it made, in how many articles not the base's."""
    slugs = [story.slug for story in corpus(size).stories]
    made = {
        peer.name: [links(_page(folder / "sites" / f"{peer.name}-{size}", slug)) for slug in slugs]
        for peer in PEERS
    }
    for name, found in made.items():
        differing = [
            slug for slug, ours, base in zip(slugs, found, made[BASE], strict=True) if ours != base
        ]
        count = sum(len(of_page) for of_page in found)
        said = f"{name}: {count:,} links in {len(slugs):,} articles of {size}"
        yield f"{said}; not those of {BASE} in {len(differing)} {' '.join(differing[:1])}".rstrip()


def _page(site: Path, slug: str) -> str:
    """The page of an article; where there is one alone, ours is the front page."""
    tops = ("public", "_site", "site", "output")
    ways = (site / top / "articles" / slug / "index.html" for top in tops)
    found = next((way for way in ways if way.exists()), site / "output" / "index.html")
    return found.read_text("utf-8")
