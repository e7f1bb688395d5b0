"""The card of an entry, as the list of its kind shows it."""

from collections.abc import Callable

from builder.model.entries import Acronym, Named, Person, Quote
from builder.model.refs import Ref
from builder.model.studies import Study
from builder.pages.addresses import at, entry_address
from builder.pages.entry import Frame
from builder.pages.material import Material
from builder.pages.views.cards import Card, Profile
from builder.pages.views.entries import EntryPage
from builder.pages.views.events import Happening
from builder.pages.views.links import Link
from builder.pages.views.mentions import Sentence

FirstMet = Callable[[Ref], Sentence | None]

FEW = 3
"""As many of a kind as a list bears; the entry's own page has all of them."""


def card(material: Material, entry: Named, frame: Frame, first: FirstMet) -> Card:
    """An entry in a list: most of what it shows stands on the entry's page too."""
    page = frame.page
    return Card(
        ref=page.ref,
        label=entry.label,
        address=page.head.address,
        line=page.line,
        until=page.until,
        summary=page.summary,
        picture=page.picture,
        mentions=material.mentioned(frame.subject).times,
        quotations=len(page.quotations),
        events=len(page.events),
        first_met=first(frame.subject) if isinstance(entry, Acronym) else None,
        profile=_profile(material, entry, page) if isinstance(entry, Person) else None,
    )


def first_met(material: Material, subject: Ref) -> Sentence | None:
    """The first sentence about what an acronym means, of the first article that has the acronym."""
    article = _first_with_acronym(material, subject)
    if article is None:
        return None
    said = next(material.reader.said([article.slug], subject))[0]
    return Sentence(said.before, said.match, said.after, at(material.address(article), said.anchor))


def first_named(material: Material, subject: Ref) -> Sentence | None:
    """What names that sentence: all about it in the article are named, which need not be read."""
    article = _first_with_acronym(material, subject)
    if article is None:
        return None
    place = material.content.met(article).index(subject)
    return Sentence("", article.names.sentences_about(place), "", material.address(article))


def _first_with_acronym(material: Material, subject: Ref) -> Study | None:
    """The first article that names the subject by an acronym."""
    for article in material.mentioned(subject).articles:
        met = material.content.met(article)
        named = ((met[n.entry], met[n.subject]) for n in article.names)
        if any(ref.kind == "acronym" and meant == subject for ref, meant in named):
            return article
    return None


def _profile(material: Material, person: Person, page: EntryPage) -> Profile:
    """What a person said, what they did when, who is mentioned with them."""
    return Profile(
        said=tuple(_said(quote) for quote in material.said.get(person.ref, ())[:FEW]),
        did=tuple(Happening(e.date, e.title, e.permalink) for e in page.events[:FEW]),
        together=page.together[:FEW],
    )


def _said(quote: Quote) -> Link:
    words = " … ".join(quote.exact)
    return Link(words, entry_address(quote.ref), "", "quote", internal=True)
