"""The parts that pages share: texts, links, cards, quotations, events, sources."""

import datetime
from collections import Counter
from collections.abc import Iterable
from functools import partial

from builder.ground.urls import Address
from builder.ground.values import replaced
from builder.inspect.dates.daywords import is_relative
from builder.link.anchors.comparing import in_one
from builder.model.annotations import Anchored, Mention, TextKey
from builder.model.entries import Document, Entry, Event, Named, Quote
from builder.model.pictures import image_path
from builder.model.prose import Prose
from builder.model.studies import Said, Study, rank
from builder.model.values import Image, Source
from builder.pages.addresses import anchor, at, entry_address, media_address
from builder.pages.links.resolving import article_targets, link_spans, prose_targets, resolved
from builder.pages.material import Material
from builder.pages.naming import link, links
from builder.pages.roles import role
from builder.pages.views.cards import Brief
from builder.pages.views.events import EventItem
from builder.pages.views.links import Link, Reference
from builder.pages.views.mentions import Sentence
from builder.pages.views.method import Tally
from builder.pages.views.pictures import Picture
from builder.pages.views.quotations import QuoteItem
from builder.pages.views.texts import Span, Text


def text(material: Material, owner: str, field: str, prose: Prose | None) -> Text | None:
    """A text with the links that names in it become; None where there is none."""
    if prose is None:
        return None
    mentions = material.linked.texts.get(TextKey(owner, field), ())
    return Text(
        prose.digest, mention_spans(mentions) + resolved(prose, prose_targets(material, prose))
    )


def mention_spans(mentions: tuple[Mention, ...]) -> tuple[Span, ...]:
    """The mentions of a text that link; they have no ids, for nothing points at them."""
    return tuple(
        Span(m.start, m.end, "mention", str(m.ref), "", entry_address(m.ref))
        for m in mentions
        if m.choice.links
    )


def standfirst(material: Material, article: Study) -> Text | None:
    """An article's standfirst, as lists show it; None where there is none.

    What is a place in the same text on the article's page lies on another page there.
    """
    opening = article.standfirst
    if opening is None:
        return None
    here, targets = material.address(article), article_targets(material, article)
    own = {href: at(here, href[1:]) for _, _, href in opening.links if href.startswith("#")}
    ways = replaced(targets, links={**targets.links, **own})
    spans = link_spans(ways, opening.links, opening.pictures)
    return Text(opening.digest, mention_spans(opening.mentions) + spans)


def entry_text(material: Material, entry: Entry, field: str) -> Text | None:
    """A field of an entry that is prose; None where the kind has no such field, or it is empty."""
    prose = getattr(entry, field, None)
    return text(material, str(entry.ref), field, prose if isinstance(prose, Prose) else None)


def described(entry: Entry) -> Prose | None:
    """The text that says what an entry is: its summary or definition; None where it has none."""
    found = getattr(entry, "summary", None) or getattr(entry, "definition", None)
    return found if isinstance(found, Prose) else None


def summary(material: Material, entry: Entry) -> Text | None:
    """What an entry is, in a sentence or two: its summary or definition."""
    return entry_text(material, entry, "summary") or entry_text(material, entry, "definition")


def picture(material: Material, image: Image | None) -> Picture | None:
    """An image of the site."""
    if image is None:
        return None
    path = image_path(image)
    return Picture(media_address(path), image.alt, image.credit, material.media.get(path, ""))


def sentence(said: Said, article: Address) -> Sentence:
    """A sentence of the article at this address."""
    return Sentence(said.before, said.match, said.after, at(article, said.anchor))


def references(sources: tuple[Source, ...]) -> tuple[Reference, ...]:
    """Sources, as a reader is shown them."""
    return tuple(
        Reference(s.title, s.url, s.publisher, s.date.text if s.date else "") for s in sources
    )


def elsewhere(entry: Entry) -> tuple[Link, ...]:
    """Where else an entry has a page: the titles are words of the interface, or the editor's."""
    return tuple(Link(name, url=url) for name, url in entry.links.items())


def brief(material: Material, entry: Named, day: datetime.date) -> Brief:
    """An entry in a short list, its role told as of a day."""
    line, until = role(material, entry, day)
    return Brief(str(entry.ref), entry.label, entry_address(entry.ref), line, until)


def quotation(material: Material, quote: Quote) -> QuoteItem:
    """A quotation with its place in the article."""
    return material.once(quote.ref, partial(_quotation, material, quote))


def _quotation(material: Material, quote: Quote) -> QuoteItem:
    found = material.linked.quotes.get(quote.ref)
    article = material.articles[found.article] if found else None
    speaker = material.content.entries.get(quote.speaker) if quote.speaker else None
    document = speaker if isinstance(speaker, Document) else None
    return QuoteItem(
        id=quote.ref.id,
        pieces=_pieces(quote, found),
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
        before=found.before if found else "",
        after=found.after if found else "",
        article=material.titles[article.slug] if article else None,
        published=article.date if article else "",
        place=at(material.address(article), anchor(quote.ref)) if article else Address(""),
        permalink=entry_address(quote.ref),
        picture=picture(material, quote.image),
        see_also=links(material, quote.see_also),
        links=elsewhere(quote),
        sources=references(quote.sources),
    )


def _pieces(quote: Quote, found: Anchored | None) -> tuple[str, ...]:
    """The words as the article has them; the entry's own where they were not found.

    A comma that closes a piece only because the article's sentence goes on is left out.
    """
    if found is None:
        return quote.exact
    return tuple(
        piece if given.endswith(",") else piece.removesuffix(",")
        for given, piece in zip(quote.exact, map(in_one, found.exact), strict=True)
    )


def grades(quotations: Iterable[Anchored]) -> tuple[Tally, ...]:
    """How many of these quotations have each grade."""
    counted = Counter(found.grade for found in quotations)
    return tuple(Tally(grade, counted[grade]) for grade in sorted(counted, reverse=True))


def event(material: Material, entry: Event) -> EventItem:
    """An event with its passages."""
    return material.once(entry.ref, partial(_event, material, entry))


def _event(material: Material, entry: Event) -> EventItem:
    return EventItem(
        id=entry.ref.id,
        title=entry.title,
        date=entry.date.text,
        sort_date=entry.date.lower.isoformat(),
        date_text=entry.date_text,
        basis=entry.basis,
        reckoning=entry.reckoning,
        counted_from=_counted_from(material, entry),
        summary=entry_text(material, entry, "summary"),
        body=entry_text(material, entry, "body"),
        about=links(material, entry.about),
        places=_event_places(material, entry),
        permalink=entry_address(entry.ref),
        picture=picture(material, entry.image),
        see_also=links(material, entry.see_also),
        links=elsewhere(entry),
        sources=references(entry.sources),
    )


def _counted_from(material: Material, entry: Event) -> str:
    """The day from which the words of the one article that tells of an event are counted.

    It is "" where its words do not plainly count from that day, or an editor says how they do.
    """
    if entry.basis != "resolved" or entry.reckoning:
        return ""
    found = material.linked.events.get(entry.ref, ())
    slugs = {passage.article for passage in found}
    if len(slugs) != 1:
        return ""
    words = entry.date_text or " … ".join(piece for passage in found for piece in passage.exact)
    day = material.articles[slugs.pop()].anchor
    return day.isoformat() if is_relative(words, entry.date) else ""


def _event_places(material: Material, entry: Event) -> tuple[Link, ...]:
    """The first passage in each article that tells of the event, by the articles' dates."""
    slugs = {found.article for found in material.linked.events.get(entry.ref, ())}
    return tuple(
        Link(a.title, at(material.address(a), anchor(entry.ref)), internal=True)
        for a in sorted((material.articles[slug] for slug in slugs), key=rank)
    )
