"""A person in the who's who: what they said, what they did when, who is mentioned with them."""

from builder.model.entries import Person, Quote
from builder.model.refs import Ref
from builder.pages.addresses import entry_address
from builder.pages.material import Material
from builder.pages.parts import link
from builder.pages.views.cards import Profile
from builder.pages.views.events import Happening
from builder.pages.views.links import Link

FEW = 3
"""As many of a kind as a list bears; the person's own page has all of them."""


def profile(material: Material, person: Person, together: tuple[Ref, ...]) -> Profile:
    """What stands beside a person in the list; `together` are the people mentioned with them."""
    happened = material.happened.get(person.ref, ())[:FEW]
    return Profile(
        said=tuple(_said(quote) for quote in material.said.get(person.ref, ())[:FEW]),
        did=tuple(Happening(e.date.text, e.title, entry_address(e.ref)) for e in happened),
        together=tuple(found for ref in together[:FEW] if (found := link(material, ref))),
    )


def _said(quote: Quote) -> Link:
    words = " … ".join(quote.exact)
    return Link(words, entry_address(quote.ref), "", "quote", internal=True)
