"""What a page says to machines, as JSON-LD (schema.org), made of the view that people see."""

from typing import Any, NamedTuple

from builder.ground.urls import Address
from builder.model.settings import Settings
from builder.pages.site import absolute
from builder.pages.views import (
    ArticlePage,
    EntryPage,
    EventItem,
    IndexPage,
    Link,
    QuoteItem,
    QuotesPage,
    TimelinePage,
)

Thing = dict[str, Any]
_TYPES = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "document": "CreativeWork",
    "term": "DefinedTerm",
    "acronym": "DefinedTerm",
}


def linked_data(view: NamedTuple, settings: Settings) -> Thing | None:
    """The JSON-LD of a page; None where it has none, or where the site has no address.

    Ids are full addresses, so that what one page says refers to what another says.
    """
    if not settings.url:
        return None
    match view:
        case ArticlePage():
            thing = _article(view, settings)
        case EntryPage():
            thing = _entry(view, settings)
        case IndexPage(kind=kind) if kind in ("term", "acronym"):
            thing = _terms(view, settings)
        case TimelinePage():
            thing = _list([_event(item, settings) for item in view.events])
        case QuotesPage():
            quotes = [q for speaker in view.speakers for q in speaker.quotations]
            thing = _list([_quotation(item, settings) for item in quotes])
        case _:
            return None
    return {"@context": "https://schema.org", **thing}


def _given(**fields: Any) -> Thing:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in ("", None, [], {})}


def _list(items: list[Thing]) -> Thing:
    return {"@graph": items}


def _id(settings: Settings, address: str) -> str:
    return absolute(settings, Address(address))


def _named(settings: Settings, link: Link | None) -> Thing | None:
    """Somebody or something that has a page of its own, or only a name."""
    if link is None:
        return None
    if not link.internal:
        return {"@type": "Thing", "name": link.title}
    thing = {"@type": _TYPES.get(link.kind, "Thing"), "name": link.title}
    return {**thing, "@id": _id(settings, link.address)}


def _article(view: ArticlePage, settings: Settings) -> Thing:
    address = _id(settings, view.head.address)
    publisher = _given(name=settings.publisher.name, url=settings.publisher.url)
    about = [
        {"@type": _TYPES[c.ref.partition(":")[0]], "@id": _id(settings, c.address), "name": c.label}
        for c in view.people
    ]
    return {
        "@type": "NewsArticle",
        "@id": address,
        **_given(
            url=address,
            headline=view.head.title,
            description=view.head.description,
            datePublished=view.date,
            dateModified=view.updated,
            inLanguage=view.head.language,
            dateline=view.dateline,
            author={"@type": "Person", "name": view.byline} if view.byline else None,
            publisher={"@type": "Organization", **publisher} if publisher else None,
            isBasedOn=view.source.url if view.source else "",
            mentions=about,
            correction=[c.text for c in view.corrections],
        ),
    }


def _entry(view: EntryPage, settings: Settings) -> Thing:
    address = _id(settings, view.head.address)
    facts = {fact.name: fact for fact in view.facts}
    is_term = view.kind in ("term", "acronym")
    folder = view.head.address.partition("/")[0]
    return {
        "@type": _TYPES[view.kind],
        "@id": address,
        **_given(
            url=address,
            name=view.line if view.kind == "acronym" else view.label,
            termCode=view.label if view.kind == "acronym" else "",
            alternateName=[name for name, _ in view.other_names],
            description=view.head.description,
            jobTitle=view.line if view.kind == "person" else "",
            birthDate=facts["Born"].dates if "Born" in facts else "",
            deathDate=facts["Died"].dates if "Died" in facts else "",
            sameAs=[link.url for link in view.links],
            inDefinedTermSet=_id(settings, f"{folder}/") if is_term else "",
        ),
    }


def _terms(view: IndexPage, settings: Settings) -> Thing:
    cards = [card for group in view.groups for card in group.cards]
    return {
        "@type": "DefinedTermSet",
        "@id": _id(settings, view.head.address),
        "name": view.head.title,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "@id": _id(settings, card.address),
                "name": card.line if view.kind == "acronym" else card.label,
                **_given(termCode=card.label if view.kind == "acronym" else ""),
            }
            for card in cards
        ],
    }


def _event(item: EventItem, settings: Settings) -> Thing:
    start, _, end = item.date.partition("/")
    return {
        "@type": "Event",
        "@id": _id(settings, item.permalink),
        **_given(
            name=item.title,
            temporalCoverage=item.date,
            startDate=_plain(start),
            endDate=_plain(end),
            about=[_named(settings, link) for link in item.about],
        ),
    }


def _plain(date: str) -> str:
    """The date where ISO 8601 has it, else "": schema.org knows no uncertain dates."""
    return date if date.replace("-", "").isdigit() and len(date) in (4, 7, 10) else ""


def _quotation(item: QuoteItem, settings: Settings) -> Thing:
    return {
        "@type": "Quotation",
        "@id": _id(settings, item.permalink),
        **_given(
            text=" … ".join(item.pieces),
            creator=_named(settings, item.speaker),
            dateCreated=_plain(item.date),
            isPartOf=_id(settings, item.article.address) if item.article else "",
        ),
    }
