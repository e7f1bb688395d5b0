"""Pages for machines: the data files, robots.txt, the sitemap and the feed."""

import datetime
from collections.abc import Container, Iterator, Mapping
from functools import partial
from typing import Any

from builder.ground.urls import Address
from builder.ground.values import Value, contents, field_names, name_of, replaced
from builder.model.annotations import Anchored, mention_anchor
from builder.model.dates import Edtf
from builder.model.entries import Entry, Event, Person, Quote
from builder.model.prose import Prose
from builder.model.refs import ANCHORED, PAGED, Kind, Ref
from builder.model.values import Coordinates
from builder.pages.addresses import anchor, at, entry_address
from builder.pages.machine.feed import feed
from builder.pages.machine.sitemap import SitemapFile
from builder.pages.machine.timelinejs import timeline_data
from builder.pages.machine.webannotations import annotation_pages
from builder.pages.material import Material
from builder.pages.page import Empty, OfArticle, Page, ViewPage
from builder.pages.site import absolute
from builder.pages.sorting import surname_first
from builder.pages.views.machine import Data, Robots

_FILES = {"event": "events.json"}
_OURS = ("ref", "origin", "ignore")
"""Fields that are not published."""
_PUBLISHED_AS = {"url": "external_url"}
"""Fields with another name in the data: of every entry, `url` is its page here."""
_NOTHING: tuple[object, ...] = ("", None, (), [], {})
"""What fields hold that hold nothing."""


class EntriesFile(Page, frozen=True):
    """`data/people.json` and its like: an object for each entry of a kind.

    The key is made of the entries themselves: thousands of objects would take long to make.
    """

    entries: tuple[Entry, ...]
    material: Material

    @property
    def key(self) -> str:
        """What the entries say, and what was found out about them."""
        named = [(_bare(entry), _found(self.material, entry)) for entry in self.entries]
        return name_of(("data", self.path, named))

    @property
    def view(self) -> Data:
        """The objects."""
        return Data([_entry(self.material, entry) for entry in self.entries])


class MentionsFile(OfArticle, frozen=True):
    """`data/mentions/<slug>.json`: what an article mentions, and where."""

    material: Material

    @property
    def key(self) -> str:
        """What the article mentions where, and its address."""
        return f"{self.article.mentions_digest} {self.material.address(self.article)}"

    @property
    def view(self) -> Data:
        """An object for each mention."""
        reader, address = self.material.reader, self.material.address(self.article)
        text = reader.article(self.slug).body.text
        return Data(
            [
                {
                    "ref": str(m.ref),
                    "exact": text[m.start : m.end],
                    "start": m.start,
                    "end": m.end,
                    "linked": m.choice.links,
                    "url": at(address, mention_anchor(m.ref, m.n)),
                }
                for m in reader.close(self.slug).body
            ]
        )


def data_pages(material: Material) -> Iterator[Page]:
    """`data/`: a list of objects for each kind that has entries, and every article's mentions."""
    for kind in PAGED + ANCHORED:
        entries = material.content.of_kind(kind.name)
        if entries:
            yield EntriesFile(f"data/{_file(kind)}", "", entries, material)
    for article in material.content.articles:
        path = f"data/mentions/{article.slug}.json"
        yield MentionsFile(path, "", article, material)
    if material.content.of_kind("event"):
        slides = partial(timeline_data, material)
        yield ViewPage("data/timelinejs.json", "timelinejs.json", slides)
    yield from annotation_pages(material)


def _file(kind: Kind) -> str:
    return _FILES.get(kind.name, f"{kind.folder}.json")


def _entry(material: Material, entry: Entry) -> dict[str, Any]:
    """An entry's fields, its address, and what was found out about it.

    Fields that hold nothing are left out. What has a usual value, as `basis` has, is told with it:
    whoever reads the data need not know our format.
    """
    given = {_PUBLISHED_AS.get(name, name): value for name, value in _said(entry, but=_OURS)}
    found = _found(material, entry)
    return {"id": entry.ref.id, "url": entry_address(entry.ref), **given, **found}


def _bare(entry: Entry) -> Entry:
    """An entry without its places in the file, and with names for its texts: to be hashed only."""
    return replaced(entry, origin=None, **{name: prose.digest for name, prose in entry.texts})


def _found(material: Material, entry: Entry) -> dict[str, Any]:
    if isinstance(entry, Person):
        return {"sort_name": surname_first(entry)}
    if isinstance(entry, Quote) and (quote := material.linked.quotes.get(entry.ref)):
        return {"grade": quote.grade, "place": _place(material, quote, entry.ref)}
    if isinstance(entry, Event):
        passages = material.linked.events.get(entry.ref, ())
        return {
            "sort_date": entry.date.lower.isoformat(),
            "passages": [_place(material, passage, entry.ref) for passage in passages],
        }
    return {}


def _place(material: Material, found: Anchored, ref: Ref) -> dict[str, Any]:
    """Where words stand: the article, the address of the place, the spans in the article's text."""
    return {
        "article": found.article,
        "url": at(material.address(material.articles[found.article]), anchor(ref)),
        "spans": found.spans,
        "exact": found.exact,
    }


def as_json(value: object) -> Any:
    """A value of the model as JSON has it: prose as its words, dates and references as texts."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Prose() | Edtf():
            return value.text
        case Ref() | datetime.date():
            return str(value)
        case Coordinates():
            return [value.longitude, value.latitude]
        case tuple():
            return [as_json(item) for item in value]
        case Value():
            return dict(_said(value))
        case Mapping():  # last, for to ask takes long
            return {key: as_json(item) for key, item in value.items()}
    raise TypeError(f"no JSON for {type(value).__name__}")


def _said(value: Value, but: Container[str] = ()) -> Iterator[tuple[str, Any]]:
    """The fields of a value that hold something, but for these, as JSON has them."""
    for name, held in zip(field_names(value), contents(value), strict=True):
        if held in _NOTHING or name in but:  # by far the most: no JSON is made for these
            continue
        if (said := as_json(held)) not in _NOTHING:
            yield name, said


def map_pages(material: Material, pages: tuple[Page, ...]) -> Iterator[Page]:
    """robots.txt, .nojekyll and, where the site's address is known, sitemap.xml and feed.xml."""
    settings = material.content.settings
    if settings.url:
        yield SitemapFile("sitemap.xml", "sitemap.xml", pages, material)
        if material.site.feed:
            yield ViewPage("feed.xml", "feed.xml", partial(feed, material))
    robots = Robots(absolute(settings, Address("sitemap.xml")))
    yield ViewPage("robots.txt", "robots.txt", lambda: robots)
    yield ViewPage(".nojekyll", "", Empty)
