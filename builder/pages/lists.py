"""The common pages: the lists of entries, the timeline, the quotations, the method."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from builder.ground.grouping import grouped
from builder.ground.values import replaced
from builder.model.articles import FurtherPage
from builder.model.entries import Event, Named, Person, Quote
from builder.model.refs import PAGED, Kind, Ref
from builder.pages.addresses import (
    METHOD,
    QUOTES,
    TIMELINE,
    anchor,
    at,
    further_address,
    index_address,
    speaker_anchor,
)
from builder.pages.axis import axis
from builder.pages.cards import card
from builder.pages.census import Census
from builder.pages.collation import order
from builder.pages.entry import EntryFrames
from builder.pages.material import Material
from builder.pages.naming import entry_link, link
from builder.pages.parts import event, grades, quotation, text
from builder.pages.site import TITLES, head, words
from builder.pages.sorting import findable, sort_name
from builder.pages.views import further
from builder.pages.views.cards import Card, Group, IndexPage
from builder.pages.views.events import TimelinePage
from builder.pages.views.links import Choice, Link
from builder.pages.views.method import MethodPage, Tally
from builder.pages.views.quotations import QuotesPage, Speaker

LONG = 100
"""Events or quotations; a page with more is searched rather than read."""


def index_page(material: Material, kind: Kind, frames: EntryFrames, census: Census) -> IndexPage:
    """All entries of a kind, by the first letter of the name they are sorted by."""
    sorting = order(material.content.settings.language)
    unsorted = (entry for entry in material.content.of_type(Named) if entry.ref.kind == kind.name)
    entries = sorted(unsorted, key=lambda entry: sorting.key(sort_name(entry)))

    def shown(entry: Named) -> Card:
        frame = frames(entry.ref)
        return card(material, entry, frame, census.of(frame.subject))

    letters = grouped((sorting.letter(sort_name(entry)), shown(entry)) for entry in entries)
    return IndexPage(
        head=head(material, index_address(kind.folder), TITLES[kind.folder]),
        kind=kind.name,
        day=_day(material, entries),
        groups=tuple(
            Group(letter, f"letter_{letter.lower()}", tuple(cards))
            for letter, cards in letters.items()
        ),
    )


def _day(material: Material, entries: list[Named]) -> str:
    """The day as of which roles are told; "" where none is."""
    has_roles = any(isinstance(entry, Person) and entry.memberships for entry in entries)
    return material.day.isoformat() if has_roles and material.content.articles else ""


def timeline_page(material: Material) -> TimelinePage:
    """Every event, by date."""
    is_long = len(material.events) > LONG
    return TimelinePage(
        head=head(material, TIMELINE, "Timeline"),
        events=tuple(event(material, entry) for entry in material.events),
        axis=None if is_long else axis(material.events),
        years=tuple(_years(material.events)) if is_long else (),
        people=tuple(_people(material)),
    )


def _years(events: Iterable[Event]) -> Iterator[Link]:
    """A link to the first event of each year; years before 1 have none."""
    dated = (one for one in events if one.date.lower > datetime.date.min)
    for year, those in groupby(dated, lambda one: one.date.lower.year):
        yield Link(f"{year:04}", at(TIMELINE, anchor(next(those).ref)))


def _people(material: Material) -> Iterator[Choice]:
    """The people that events are about, in the order of the first; where they are many, by name."""
    about = (ref for entry in material.events for ref in dict.fromkeys(entry.about))
    counted = Counter(ref for ref in about if ref.kind == "person")
    for ref in findable(material, counted):
        found = entry_link(material, ref)
        if found.internal:
            yield Choice(found.title, found.address, counted[ref])


def quotes_page(material: Material) -> QuotesPage:
    """Every quotation, by speaker, in the order of the sidecar; those without one last.

    Where speakers are many, they stand by their names.
    """
    quotes = material.content.of_type(Quote)
    is_long = len(quotes) > LONG
    shown = {quote.ref: quotation(material, quote) for quote in quotes}
    groups = grouped((quote.speaker, shown[quote.ref]) for quote in quotes)
    spoken: list[Ref | None] = [*findable(material, [ref for ref in groups if ref])]
    if None in groups:
        spoken.append(None)
    return QuotesPage(
        head=head(material, QUOTES, "Quotations"),
        speakers=tuple(
            Speaker(link(material, speaker), speaker_anchor(speaker), tuple(groups[speaker]))
            for speaker in spoken
        ),
        order=() if is_long else tuple(shown[quote.ref] for quote in _in_order(material)),
        is_long=is_long,
    )


def _in_order(material: Material) -> list[Quote]:
    """The quotations in the order in which the articles have them, without those in none."""
    slugs = {article.slug: n for n, article in enumerate(material.content.articles)}
    places = material.linked.quotes
    quotes = [quote for quote in material.content.of_type(Quote) if quote.ref in places]
    return sorted(quotes, key=lambda q: (slugs[places[q.ref].article], places[q.ref].spans))


def further_page(material: Material, page: FurtherPage) -> further.FurtherPage:
    """A page of the editor's."""
    about = head(material, further_address(page.slug), page.front.title, words(page.body))
    return further.FurtherPage(
        head=replaced(about, language=page.front.language or about.language),
        body=text(material, page.owner, "body", page.body),
        updated=page.front.updated.isoformat() if page.front.updated else "",
        draft=page.front.draft,
    )


def method_page(material: Material, opening: FurtherPage | None) -> MethodPage:
    """What was verified, and how, with the editor's opening where there is one."""
    articles = material.content.articles
    bases = Counter(event.basis for event in material.events)
    front = opening.front if opening else None
    return MethodPage(
        head=head(material, METHOD, front.title if front else "Method"),
        body=text(material, opening.owner, "body", opening.body) if opening else None,
        language=front.language if front else "",
        updated=front.updated.isoformat() if front and front.updated else "",
        draft=front.draft if front else False,
        grades=grades(material.linked.quotes.values()),
        bases=tuple(Tally(b, bases[b]) for b in ("stated", "resolved", "inferred") if bases[b]),
        mentions=sum(article.mention_count for article in articles),
        links=sum(article.link_count for article in articles),
        entries=tuple(
            Tally(TITLES[kind.folder], total)
            for kind in PAGED
            if (total := len(material.content.of_kind(kind.name)))
        ),
    )
