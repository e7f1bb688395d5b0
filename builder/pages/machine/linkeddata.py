"""What a page says to machines, as JSON-LD (schema.org), made of the view that people see."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

from builder.ground.urls import Address
from builder.ground.values import Value, replaced
from builder.model.identifiers import CATALOGUES
from builder.model.refs import Ref
from builder.model.settings import Settings
from builder.pages.addresses import entry_address
from builder.pages.corrections import changed
from builder.pages.roles import AUTHOR, BORN, DATE, DIED
from builder.pages.site import iri_of
from builder.pages.views.articles import ArticlePage
from builder.pages.views.cards import IndexPage
from builder.pages.views.entries import EntryPage
from builder.pages.views.events import EventItem, TimelinePage
from builder.pages.views.links import Link
from builder.pages.views.previews import Preview
from builder.pages.views.quotations import QuoteItem, QuotesPage

Thing = dict[str, Any]
V = TypeVar("V")
Iri = Callable[[Address], str]
"""A function from an address to the id of what stands there."""
_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "document": "CreativeWork",
    "term": "DefinedTerm",
    "acronym": "DefinedTerm",
}
_NAMED_BY_LINK = ("organization:", "place:")


def with_data(view: V, settings: Settings, previews: tuple[Preview, ...] = ()) -> V:
    """The view of a page, which has these cards, with what it says to machines, if anything.

    What has a page or place of its own has that as its id, so that pages refer to each other.
    """
    page: Any = view
    thing = _thing(page, partial(iri_of, settings, page.head.address), previews)
    if thing is None:
        return view
    data = {"@context": "https://schema.org", **thing}
    complete: V = replaced(page, head=replaced(page.head, data=data))
    return complete


def _thing(view: Value, iri: Iri, previews: tuple[Preview, ...]) -> Thing | None:
    """What a page is, or what is on it; None where machines would not know the kind.

    What is on a long list they have on other pages, and in `data/`.
    """
    match view:
        case ArticlePage():
            return _article(view, iri, previews)
        case EntryPage():
            return _entry(view, iri)
        case IndexPage(kind="term" | "acronym"):
            return _terms(view, iri)
        case TimelinePage(years=()):
            return {"@graph": [_event(item, iri) for item in view.events]}
        case QuotesPage(is_long=False):
            quotes = [q for speaker in view.speakers for q in speaker.quotations]
            return {"@graph": [_quotation(q, iri) for q in quotes if q.kind == "direct"]}
        case _:
            return None


def _given(**fields: Any) -> Thing:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in ("", None, [], {})}


def _named(link: Link, iri: Iri) -> Thing:
    """Somebody or something that has a page of its own, or only a name."""
    if not link.internal:
        return {"@type": "Thing", "name": link.title}
    kind = _TYPES.get(link.kind, "Thing")
    return {"@type": kind, "name": link.title, "@id": iri(link.address)}


def _article(view: ArticlePage, iri: Iri, previews: tuple[Preview, ...]) -> Thing:
    address = iri(view.head.address)
    owner = view.head.site.publisher
    corrected = [item.date for item in view.corrections]
    publisher = _given(name=owner.title, url=owner.url)
    return {
        "@type": "NewsArticle",
        "@id": address,
        **_given(
            url=address,
            headline=view.head.title,
            description=view.head.description,
            image=view.head.image if view.picture else "",
            datePublished=view.date,
            dateModified=changed(view.date, view.updated, corrected) or view.updated,
            inLanguage=view.head.language,
            dateline=view.dateline,
            author=view.byline,  # a person's name, an agency's, or several: see `_author`
            publisher={"@type": "Organization", **publisher} if publisher else None,
            isBasedOn=view.source.url if view.source else "",
            mentions=[*_mentions(view, iri, previews)],
            correction=[c.text for c in view.corrections],
        ),
    }


def _mentions(view: ArticlePage, iri: Iri, previews: tuple[Preview, ...]) -> Iterator[Thing]:
    """The people an article names, and the organizations and places that it links to."""
    named = [(brief.ref, brief.label) for brief in view.people]
    named += [(c.ref, c.label) for c in previews if c.ref.startswith(_NAMED_BY_LINK)]
    for name, label in named:
        ref = Ref.parse(name)
        yield {"@type": _TYPES[ref.kind], "@id": iri(entry_address(ref)), "name": label}


def _entry(view: EntryPage, iri: Iri) -> Thing:
    address = iri(view.head.address)
    facts = {fact.name: fact for fact in view.facts}
    is_term = view.kind in ("term", "acronym")

    def dated(name: str) -> str:
        return _plain(facts[name].dates) if name in facts else ""

    return {
        "@type": _TYPES[view.kind],
        "@id": address,
        **_given(
            url=address,
            name=view.line if view.kind == "acronym" else view.label,
            termCode=view.label if view.kind == "acronym" else "",
            alternateName=[name for name, _ in view.other_names],
            description=view.head.description,
            jobTitle=view.line if view.kind == "person" and not view.until else "",
            birthDate=dated(BORN),
            deathDate=dated(DIED),
            dateCreated=dated(DATE),
            author=_author(facts[AUTHOR].value, iri) if AUTHOR in facts else None,
            sameAs=[*dict.fromkeys((*(link.url for link in view.links), *_catalogued(view)))],
            inDefinedTermSet=iri(view.head.section) if is_term else "",
        ),
    }


def _author(author: Link, iri: Iri) -> Thing | str:
    """Who wrote a document. Of a mere name nobody knows whether it is a person's: it is a text.

    Texts may stand where a thing is wanted (schema.org, "Conformance").
    """
    return _named(author, iri) if author.internal else author.title


def _catalogued(view: EntryPage) -> Iterator[str]:
    """The addresses at which catalogues that are known here have the entry."""
    for catalogue, id_ in view.identifiers:
        known = CATALOGUES.get(catalogue.casefold())
        if known and known.may_have(id_):
            yield f"{known.address}{id_}"


def _terms(view: IndexPage, iri: Iri) -> Thing:
    cards = [card for group in view.groups for card in group.cards]
    return {
        "@type": "DefinedTermSet",
        "@id": iri(view.head.address),
        "name": view.head.title,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "@id": iri(card.address),
                "name": card.line if view.kind == "acronym" else card.label,
                **_given(termCode=card.label if view.kind == "acronym" else ""),
            }
            for card in cards
        ],
    }


def _event(item: EventItem, iri: Iri) -> Thing:
    start, _, end = item.date.partition("/")
    return {
        "@type": "Event",
        "@id": iri(item.permalink),
        **_given(
            name=item.title,
            startDate=_plain(start),
            endDate=_plain(end),
            about=[_named(link, iri) for link in item.about],
        ),
    }


def _plain(date: str) -> str:
    """The date where ISO 8601 has it, else "": schema.org knows no uncertain dates, no seasons."""
    is_iso = date.replace("-", "").isdigit() and len(date) in (4, 7, 10) and date[5:7] <= "12"
    return date if is_iso else ""


def _quotation(item: QuoteItem, iri: Iri) -> Thing:
    """Words that somebody said; reported speech is the article's, and no `Quotation` of theirs.

    A creator is a person or an organization. What a document says is based on that (schema.org).
    """
    speaker = item.speaker and _named(item.speaker, iri)
    is_document = speaker and speaker["@type"] == _TYPES["document"]
    return {
        "@type": "Quotation",
        "@id": iri(item.permalink),
        **_given(
            text=" … ".join(item.pieces),
            creator=None if is_document else speaker,
            isBasedOn=speaker if is_document else None,
            dateCreated=_plain(item.date),
            isPartOf=iri(item.article.address) if item.article else "",
        ),
    }
