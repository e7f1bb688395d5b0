"""The parts that pages share: texts, links, cards, quotations, events, sources."""

import datetime

from builder.ground.urls import Address
from builder.model.annotations import Anchored, TextKey
from builder.model.articles import Article
from builder.model.entries import Document, Entry, Event, Named, Quote
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.model.values import Image, Source
from builder.pages.addresses import anchor, at, entry_address, media_address
from builder.pages.fragments import text_fragment
from builder.pages.links import resolved
from builder.pages.material import Material, one_line
from builder.pages.roles import line, until
from builder.pages.views import (
    Card,
    EventItem,
    Link,
    Picture,
    QuoteItem,
    Reference,
    Sentence,
    Span,
    Text,
)


def text(material: Material, owner: str, field: str, prose: Prose | None) -> Text | None:
    """A text with the links that names in it become; None where there is none."""
    return None if prose is None else _text(material, TextKey(owner, field), prose)


def _text(material: Material, key: TextKey, prose: Prose) -> Text:
    mentions = tuple(
        Span(m.start, m.end, "mention", str(m.ref), "", entry_address(m.ref))
        for m in material.linked.texts.get(key, ())
        if m.choice.links and m.ref in material.content.entries
    )
    return Text(prose.digest, mentions + resolved(material, prose))


def texts(
    material: Material, owner: str, field: str, proses: tuple[Prose, ...]
) -> tuple[Text, ...]:
    """A list of texts, each linked on its own."""
    return tuple(
        _text(material, TextKey(owner, f"{field}[{index}]"), prose)
        for index, prose in enumerate(proses)
    )


def entry_text(material: Material, entry: Entry, field: str) -> Text | None:
    """A field of an entry that is prose; None where the kind has no such field, or it is empty."""
    prose = getattr(entry, field, None)
    return text(material, str(entry.ref), field, prose if isinstance(prose, Prose) else None)


def summary(material: Material, entry: Entry) -> Text | None:
    """What an entry is, in a sentence or two: its summary or definition."""
    return entry_text(material, entry, "summary") or entry_text(material, entry, "definition")


def link(material: Material, value: str | Ref | None) -> Link | None:
    """A name or a reference as a link; None where there is neither."""
    if not value:
        return None
    if isinstance(value, str):
        return Link(value)
    entry = material.content.entries.get(value)
    if entry is None:
        return Link(str(value))
    label = entry.label if isinstance(entry, (Named, Event, Quote)) else str(value)
    return Link(label, entry_address(value), "", value.kind, internal=True)


def picture(material: Material, image: Image | None) -> Picture | None:
    """An image of the site."""
    if image is None:
        return None
    path = "content/" + image.src
    return Picture(media_address(path), image.alt, image.credit, material.media.get(path, ""))


def references(sources: tuple[Source, ...]) -> tuple[Reference, ...]:
    """Sources, as a reader is shown them."""
    return tuple(
        Reference(s.title, s.url, s.publisher, s.date.text if s.date else "") for s in sources
    )


def card(material: Material, entry: Named, day: datetime.date) -> Card:
    """An entry in a list, its role told as of a day."""
    places = material.mentioned.get(material.subject(entry.ref), ())
    return Card(
        ref=str(entry.ref),
        label=entry.label,
        address=entry_address(entry.ref),
        line=line(material, entry, day),
        until=until(entry, day),
        summary=summary(material, entry),
        picture=picture(material, entry.image),
        mentions=len(places),
        quotations=len(material.said.get(entry.ref, ())),
        events=len(material.happened.get(material.subject(entry.ref), ())),
        first_met=material.mention_sentence(*places[0]) if places else None,
    )


def quotation(material: Material, quote: Quote) -> QuoteItem:
    """A quotation with its place in the article."""
    found = material.linked.quotes.get(quote.ref)
    article = _article(material, found)
    speaker = material.content.entries.get(quote.speaker) if quote.speaker else None
    document = speaker if isinstance(speaker, Document) else None
    around = _around(material, article, found, anchor(quote.ref))
    pieces = _pieces(quote, article, found)
    return QuoteItem(
        id=quote.ref.id,
        pieces=pieces,
        kind=quote.kind,
        speaker=link(material, quote.speaker),
        signatory=link(material, document.signatory) if document else None,
        status=document.status if document else "",
        addressee=link(material, quote.addressee),
        cue=quote.cue,
        medium=quote.medium,
        date=quote.date.text if quote.date else "",
        note=quote.note,
        grade=found.grade if found else "",
        before=around.before,
        after=around.after,
        article=_article_link(material, article),
        place=around.address,
        permalink=entry_address(quote.ref),
        fragment=text_fragment(pieces) if found else "",
        sources=references(quote.sources),
    )


def _pieces(quote: Quote, article: Article | None, found: Anchored | None) -> tuple[str, ...]:
    """The words as the article has them; the entry's own where they were not found.

    A comma that closes a piece only because the article's sentence goes on is left out.
    """
    if article is None or found is None:
        return quote.exact
    words = (one_line(article.body.text[start:end]) for start, end in found.spans)
    return tuple(
        piece if given.endswith(",") else piece.removesuffix(",")
        for given, piece in zip(quote.exact, words, strict=True)
    )


def _around(
    material: Material, article: Article | None, found: Anchored | None, fragment: str
) -> Sentence:
    if article is None or found is None:
        return Sentence("", "", "", Address(""))
    place = at(material.address(article), fragment)
    return material.sentence(article, found.spans[0][0], found.spans[-1][1], place)


def _article(material: Material, found: Anchored | None) -> Article | None:
    if found is None:
        return None
    return next(a for a in material.content.articles if a.slug == found.article)


def _article_link(material: Material, article: Article | None) -> Link | None:
    if article is None:
        return None
    return Link(article.front.title, material.address(article), internal=True)


def event(material: Material, entry: Event) -> EventItem:
    """An event with its passages."""
    return EventItem(
        id=entry.ref.id,
        title=entry.title,
        date=entry.date.text,
        sort_date=entry.date.lower.isoformat(),
        date_text=entry.date_text,
        basis=entry.basis,
        reckoning=entry.reckoning,
        summary=entry_text(material, entry, "summary"),
        body=entry_text(material, entry, "body"),
        about=tuple(found for ref in entry.about if (found := link(material, ref))),
        places=_event_places(material, entry),
        permalink=entry_address(entry.ref),
        picture=picture(material, entry.image),
        sources=references(entry.sources),
    )


def _event_places(material: Material, entry: Event) -> tuple[Link, ...]:
    """The first passage in each article that tells of the event."""
    slugs = dict.fromkeys(found.article for found in material.linked.events.get(entry.ref, ()))
    return tuple(
        Link(a.front.title, at(material.address(a), anchor(entry.ref)), internal=True)
        for a in material.content.articles
        if a.slug in slugs
    )
