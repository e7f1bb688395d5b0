"""The card of an entry, as the list of its kind shows it."""

from builder.model.entries import Acronym, Named, Person
from builder.model.refs import Ref
from builder.pages.census import Counted
from builder.pages.entry import EntryFrame
from builder.pages.material import Material
from builder.pages.parts import sentence
from builder.pages.views.cards import Card, Profile
from builder.pages.views.entries import EntryPage
from builder.pages.views.events import Happening
from builder.pages.views.mentions import Sentence
from builder.pages.views.quotations import Saying

FEW = 3
"""How many of a person's quotations, events and companions a list shows; their page has all."""


def card(material: Material, entry: Named, frame: EntryFrame, counted: Counted) -> Card:
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
        mentions=counted.times,
        quotations=len(page.quotations),
        events=len(page.events),
        first_met=_first_met(material, frame.subject, counted)
        if isinstance(entry, Acronym)
        else None,
        profile=_profile(page) if isinstance(entry, Person) else None,
    )


def _first_met(material: Material, subject: Ref, counted: Counted) -> Sentence | None:
    """The first sentence about what an acronym means, of the first article that has the acronym."""
    if counted.first is None:
        return None
    said = next(material.reader.said([counted.first], subject))[0]
    return sentence(said, material.titles[counted.first].address)


def _profile(page: EntryPage) -> Profile:
    """What a person said, what they did when, who is mentioned with them."""
    return Profile(
        said=tuple(Saying(q.pieces, q.kind, q.permalink) for q in page.quotations[:FEW]),
        did=tuple(Happening(e.date, e.title, e.permalink) for e in page.events[:FEW]),
        together=page.together[:FEW],
    )
