"""Quotations, and the page that has them all."""

from builder.ground.urls import Address
from builder.ground.values import Value
from builder.pages.views.fragments import text_fragment
from builder.pages.views.links import Link, Reference
from builder.pages.views.pictures import Picture
from builder.pages.views.site import Head


class Saying(Value, frozen=True):
    """A quotation in a list: its words, `kind` as of a `QuoteItem`, its place among all."""

    pieces: tuple[str, ...]
    kind: str
    permalink: Address


class QuoteItem(Value, frozen=True):
    """A quotation. `place` is where it stands in the article, `before` and `after` its sentence.

    `grade` is verbatim or typographic, "" when not found. For a document that speaks, `signatory`
    and `status` are the document's. `fragment` goes behind `place` and makes a browser mark the
    words themselves. `published` is the article's date, "" without one.
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
    published: str
    place: Address
    permalink: Address
    picture: Picture | None
    see_also: tuple[Link, ...]
    links: tuple[Link, ...]
    sources: tuple[Reference, ...]

    @property
    def fragment(self) -> str:
        """Made when a template asks: on a large site, most quotations are hashed and not shown."""
        return text_fragment(self.pieces) if self.grade else ""


class Speaker(Value, frozen=True):
    """What one speaker said. `speaker` is None for quotations without one."""

    speaker: Link | None
    id: str
    quotations: tuple[QuoteItem, ...]


class QuotesPage(Value, frozen=True):
    """Every quotation, by speaker; and in `order`, as they stand in the articles.

    A long page has no `order`, and says less of each.
    """

    head: Head
    speakers: tuple[Speaker, ...]
    order: tuple[QuoteItem, ...]
    is_long: bool
