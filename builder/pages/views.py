"""Views: all that a template may see, as plain values.

A view is made of named tuples, texts, numbers and truth values alone, so that its JSON is its
identity: two views with the same JSON give the same page. Prose stands in a view by its digest.
Dates are EDTF texts (an ISO date is one); the filter `date` puts them into words.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from builder.ground.urls import Address, Style
from builder.ground.values import name_of


class Span(NamedTuple):
    """An annotation over a text: `role` is mention, quote or event.

    `ref` is `kind:id` for a mention and the id for the others (several events: space-separated).
    `address` is where a mention links to, "" where it does not; `id` is its anchor, "" without.
    """

    start: int
    end: int
    role: str
    ref: str
    id: str = ""
    address: str = ""


class Text(NamedTuple):
    """Prose with its annotations: `text | prose` gives HTML, `text | plain` the words."""

    digest: str
    spans: tuple[Span, ...] = ()


class Link(NamedTuple):
    """A title that leads somewhere: `address` on this site, or `url` outside; both may be "".

    `kind` is the kind of entry it leads to, if it is one.
    """

    title: str
    address: Address = Address("")
    url: str = ""
    kind: str = ""
    internal: bool = False


class Site(NamedTuple):
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


class Head(NamedTuple):
    """What every page is: where it stands, what it is called, and its site.

    `section` is the first part of the address; `canonical` is "" while site.yaml has no url.
    `base` is the path prefix for pages served at any depth (404.html); "" elsewhere. `data` is the
    page's JSON-LD, None where it has none.
    """

    site: Site
    address: Address
    title: str
    description: str
    section: str
    canonical: str = ""
    language: str = ""
    base: str = ""
    data: Any = None


class Reference(NamedTuple):
    """Where a fact can be checked."""

    title: str
    url: str
    publisher: str
    date: str


class Picture(NamedTuple):
    """An image of the site: its address, its words, and a digest of its bytes."""

    address: Address
    alt: str
    credit: str
    digest: str


class Preview(NamedTuple):
    """What a link to an entry shows before it is followed: a card in plain words.

    On an article's page the counts are that article's, and a person's role is the one of its day;
    elsewhere the counts are 0. `until` is as in `Card`.
    """

    ref: str
    label: str
    line: str
    until: str
    summary: str
    picture: Picture | None
    mentions: int
    quotations: int


class Fact(NamedTuple):
    """A line of an entry's facts: `name` is a word of the interface, `value` a text or a link.

    Where `dates` is set, it is an EDTF text that belongs to the value (a post's term). Coordinates
    are `latitude,longitude`; the filter `coordinates` puts them into words.
    """

    name: str
    value: Link
    dates: str = ""


class Sentence(NamedTuple):
    """A sentence that mentions an entry, split around the mention, and that place's address."""

    before: str
    match: str
    after: str
    address: Address


class Mentions(NamedTuple):
    """The sentences of one article that mention an entry."""

    article: Link
    sentences: tuple[Sentence, ...]


class QuoteItem(NamedTuple):
    """A quotation. `place` is where it stands in the article, `before` and `after` its sentence.

    `grade` is verbatim or typographic, "" when not found. For a document that speaks, `signatory`
    and `status` are the document's. `fragment` goes behind `place` and makes a browser mark the
    words themselves.
    """

    id: str
    pieces: tuple[str, ...]
    kind: str
    speaker: Link | None
    signatory: Link | None
    status: str
    addressee: Link | None
    cue: str
    medium: str
    date: str
    note: str
    grade: str
    before: str
    after: str
    article: Link | None
    place: Address
    permalink: Address
    fragment: str
    sources: tuple[Reference, ...]


class EventItem(NamedTuple):
    """An event. `date` and `sort_date` as EDTF and ISO; `date_text` in the article's words.

    `places` are the passages that tell of it.
    """

    id: str
    title: str
    date: str
    sort_date: str
    date_text: str
    basis: str
    reckoning: str
    summary: Text | None
    body: Text | None
    about: tuple[Link, ...]
    places: tuple[Link, ...]
    permalink: Address
    picture: Picture | None
    sources: tuple[Reference, ...]


class Happening(NamedTuple):
    """An event in half a line, and where the timeline tells of it."""

    date: str
    title: str
    address: Address


class Profile(NamedTuple):
    """What a person said and did, the first few of each, and who is mentioned with them."""

    said: tuple[Link, ...]
    did: tuple[Happening, ...]
    together: tuple[Link, ...]


class Card(NamedTuple):
    """An entry in a list: `line` is its role, class or expansion; counts are over all articles.

    A role that had ended by the day of the article has in `until` when it did, as EDTF. `profile`
    is there in the list of people.
    """

    ref: str
    label: str
    address: Address
    line: str
    until: str
    summary: Text | None
    picture: Picture | None
    mentions: int
    quotations: int
    events: int
    first_met: Sentence | None
    profile: Profile | None = None


class Brief(NamedTuple):
    """An entry in a short list: its name, and what it is in half a line; `until` as in `Card`."""

    ref: str
    label: str
    address: Address
    line: str
    until: str


class Group(NamedTuple):
    """Cards under one letter; `id` is the letter's anchor."""

    letter: str
    id: str
    cards: tuple[Card, ...]


class OutlineItem(NamedTuple):
    """A heading of an article."""

    id: str
    level: int
    title: str


class Tally(NamedTuple):
    """How many of what: `name` is a word of the interface (a grade, a basis)."""

    name: str
    total: int


class CorrectionItem(NamedTuple):
    """A correction, and when it was made."""

    date: str
    text: str


class SideNote(NamedTuple):
    """A note in the margin of an article, beside the span of that role that begins at `start`.

    For an event, `date` is when it was and `words` are the article's; for a quotation, `words`
    name the speaker and `grade` says how it was found.
    """

    role: str
    start: int
    date: str
    words: str
    grade: str


class ArticlePage(NamedTuple):
    """An article. `minutes` is the time to read it; `draft` is true in the preview alone."""

    head: Head
    slug: str
    standfirst: Text | None
    byline: str
    source: Link | None
    dateline: str
    date: str
    updated: str
    minutes: int
    key_points: tuple[Text, ...]
    picture: Picture | None
    people: tuple[Brief, ...]
    documents: tuple[Brief, ...]
    events: tuple[EventItem, ...]
    outline: tuple[OutlineItem, ...]
    body: Text
    corrections: tuple[CorrectionItem, ...]
    grades: tuple[Tally, ...]
    draft: bool
    notes: tuple[SideNote, ...]
    previews: tuple[Preview, ...] = ()


class ArticleCard(NamedTuple):
    """An article in a list."""

    title: str
    address: Address
    byline: str
    date: str
    standfirst: Text | None
    picture: Picture | None
    draft: bool


class Dated(NamedTuple):
    """An article in half a line; `draft` is true in the preview alone."""

    article: Link
    date: str
    draft: bool


class FrontPage(NamedTuple):
    """The front page of a site with several articles, the newest first; `years` lead to all."""

    head: Head
    articles: tuple[ArticleCard, ...]
    years: tuple[Link, ...]
    previews: tuple[Preview, ...] = ()


class ArchivePage(NamedTuple):
    """The articles of a year, the newest first; `years` lead to those of the others."""

    head: Head
    year: str
    articles: tuple[Dated, ...]
    years: tuple[Link, ...]


class IndexPage(NamedTuple):
    """All entries of one kind, by letter; `day` is the one as of which roles are told, or ""."""

    head: Head
    kind: str
    day: str
    groups: tuple[Group, ...]
    previews: tuple[Preview, ...] = ()


class EntryPage(NamedTuple):
    """One entry: what it is, who speaks of it, what it said and did, what it belongs to."""

    head: Head
    ref: str
    kind: str
    label: str
    line: str
    until: str
    other_names: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    picture: Picture | None
    summary: Text | None
    body: Text | None
    mentions: tuple[Mentions, ...]
    quotations: tuple[QuoteItem, ...]
    events: tuple[EventItem, ...]
    together: tuple[Link, ...]
    related: tuple[Link, ...]
    links: tuple[Link, ...]
    sources: tuple[Reference, ...]
    previews: tuple[Preview, ...] = ()


class AxisTick(NamedTuple):
    """A label of the axis: a day, month or year as EDTF."""

    y: int
    date: str


class AxisMark(NamedTuple):
    """An event on the axis, from `y` down over `height`.

    `shape` is point (a day), range (from one day to another), or within (some time in it).
    `doubtful` dates are uncertain, approximate, or open at an end.
    """

    id: str
    title: str
    date: str
    shape: str
    doubtful: bool
    x: int
    y: int
    height: int


class AxisBreak(NamedTuple):
    """A stretch of time that is left out, in whole years (0: less than one)."""

    y: int
    years: int


class Axis(NamedTuple):
    """The axis of a timeline, in pixels; labels end, and the line stands, at `spine`."""

    width: int
    height: int
    spine: int
    ticks: tuple[AxisTick, ...]
    marks: tuple[AxisMark, ...]
    breaks: tuple[AxisBreak, ...]


class Choice(NamedTuple):
    """A way to narrow a list: whose items, and how many."""

    title: str
    address: Address
    total: int


class TimelinePage(NamedTuple):
    """Every event, by date, an axis beside them, and the people they are about."""

    head: Head
    events: tuple[EventItem, ...]
    axis: Axis | None
    people: tuple[Choice, ...]
    previews: tuple[Preview, ...] = ()


class Speaker(NamedTuple):
    """What one speaker said. `speaker` is None for quotations without one."""

    speaker: Link | None
    id: str
    quotations: tuple[QuoteItem, ...]


class QuotesPage(NamedTuple):
    """Every quotation, by speaker; and in `order`, as they stand in the articles."""

    head: Head
    speakers: tuple[Speaker, ...]
    order: tuple[QuoteItem, ...]


class FurtherPage(NamedTuple):
    """A page of the editor's, content/pages/*.md."""

    head: Head
    body: Text | None
    updated: str
    draft: bool
    previews: tuple[Preview, ...] = ()


class MethodPage(NamedTuple):
    """What was verified, and how; `body` is the editor's opening, if there is one."""

    head: Head
    body: Text | None
    grades: tuple[Tally, ...]
    bases: tuple[Tally, ...]
    mentions: int
    links: int
    entries: tuple[Tally, ...]
    previews: tuple[Preview, ...] = ()


class PlainPage(NamedTuple):
    """A page without data of its own: 404.html."""

    head: Head


class RedirectPage(NamedTuple):
    """An old address; a reader is led to `target`."""

    head: Head
    target: Address


class SiteStyle(NamedTuple):
    """The site's own colours, assets/site.css: the accent on light paper, and on dark."""

    accent: str
    accent_dark: str


class Sitemap(NamedTuple):
    """sitemap.xml: absolute addresses, with the day of the last change where it is known."""

    urls: tuple[tuple[str, str], ...]


class FeedEntry(NamedTuple):
    """An article or a correction in the feed; times as RFC 3339, `words` plain text."""

    title: str
    id: str
    url: str
    published: str
    updated: str
    author: str
    summary: Text | None
    words: str


class Feed(NamedTuple):
    """feed.xml (Atom): absolute addresses alone."""

    title: str
    subtitle: str
    language: str
    url: str
    self_url: str
    updated: str
    author: str
    entries: tuple[FeedEntry, ...]


class TimelineSlide(NamedTuple):
    """An event as TimelineJS3 takes it: dates as (year, month, day), as far as they are known."""

    id: str
    title: str
    date: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    summary: Text | None
    url: str


class TimelineData(NamedTuple):
    """data/timelinejs.json, for TimelineJS3."""

    title: str
    slides: tuple[TimelineSlide, ...]


class Robots(NamedTuple):
    """robots.txt; `sitemap` is its absolute address or ""."""

    sitemap: str


class Data(NamedTuple):
    """A file for machines: a JSON value."""

    value: Any


class Media(NamedTuple):
    """A file copied as it is: its source path and the digest of its bytes."""

    source: str
    digest: str


class Empty(NamedTuple):
    """A file without a byte: .nojekyll."""


class Page(NamedTuple):
    """A file to be written.

    `template` names what renders its view, "" where none is needed. `key` is the page's identity:
    equal keys, equal views. `make` gives the view. `copied` is what a file is copied from. `about`
    is the slug of the article it is made of, so that what is made of one is made together.
    """

    path: str
    template: str
    key: str
    make: Callable[[], NamedTuple]
    about: str = ""
    copied: Media | None = None

    @property
    def view(self) -> NamedTuple:
        """All that the template may see."""
        return self.make()


def page(path: str, template: str, view: NamedTuple) -> Page:
    """A page whose view is known already."""
    key = name_of((template, type(view).__name__, view))
    copied = view if isinstance(view, Media) else None
    return Page(path, template, key, lambda: view, copied=copied)
