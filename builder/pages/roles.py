"""What an entry is in half a line, and in facts."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from builder.ground.text import primary_subtag
from builder.ground.urls import Address
from builder.ground.values import replaced
from builder.load.dates.edtf import parse_edtf
from builder.model.dates import Edtf
from builder.model.entries import (
    Acronym,
    Document,
    Entry,
    Membership,
    Organization,
    Person,
    Place,
)
from builder.model.refs import Ref
from builder.pages.material import Material
from builder.pages.naming import link
from builder.pages.views.entries import Fact
from builder.pages.views.links import Link

BORN, DIED, DATE, AUTHOR = "Born", "Died", "Date", "Author"
"""The names of the facts that pages tell machines too."""

# Commas of languages that write another than ours (CLDR 46, list patterns).
_COMMAS = dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), "، ") | {
    "ja": "、",
    "zh": "，",
}


class Role(NamedTuple):
    """What an entry is, in half a line; of a post that had ended, when it did, as EDTF."""

    line: str = ""
    until: str = ""


def role(material: Material, entry: Entry, day: datetime.date) -> Role:
    """The post on that day, the class, country, type or expansion of an entry; "" without one."""
    match entry:
        case Person():
            post = _current(entry, day)
            return Role(_post(material, post), _ended(post, day)) if post else Role()
        case Organization():
            return Role(entry.classification)
        case Place():
            return Role(entry.country)
        case Document():
            return Role(entry.type)
        case Acronym():
            return Role(entry.expansion)
        case _:
            return Role()


def facts(material: Material, entry: Entry) -> tuple[Fact, ...]:
    """An entry's facts, in the order a reader wants them, without what its role says by itself."""
    match entry:
        case Person():
            return tuple(_person_facts(material, entry))
        case Place():
            return tuple(_place_facts(entry))
        case Document():
            return tuple(_document_facts(material, entry))
        case Acronym():
            return tuple(_acronym_facts(material, entry))
        case _:
            return ()


def _current(person: Person, day: datetime.date) -> Membership | None:
    """The first post held on that day; else the first that had ended; None where none had begun."""
    begun = [
        post
        for post in person.memberships
        if post.start_date is None or post.start_date.lower <= day
    ]
    held = (post for post in begun if post.end_date is None or post.end_date.upper >= day)
    return next(held, begun[0] if begun else None)


def _ended(post: Membership, day: datetime.date) -> str:
    """When a post had ended by that day; "" where it had not, or nobody says."""
    return post.end_date.text if post.end_date and post.end_date.upper < day else ""


def _post(material: Material, post: Membership) -> str:
    parts = (post.role, _name(material, post.organization).title)
    comma = _COMMAS.get(primary_subtag(material.site.language), ", ")
    return comma.join(part for part in parts if part)


def _name(material: Material, value: str | Ref | None) -> Link:
    return link(material, value) or Link("")


def _given(name: str, value: Link, dates: str = "") -> Iterator[Fact]:
    if value.title or dates:
        yield Fact(name, value, dates)


def _dated(name: str, date: Edtf | None) -> Iterator[Fact]:
    yield from _given(name, Link(""), date.text if date else "")


def _person_facts(material: Material, person: Person) -> Iterator[Fact]:
    for post in person.memberships:
        target = _name(material, post.organization)
        held = replaced(target, title=_post(material, post))
        yield from _given("Post", held, _term(post))
    yield from _dated(BORN, person.birth_date)
    yield from _dated(DIED, person.death_date)


def _term(post: Membership) -> str:
    """The time a post was held, as an EDTF interval; an unnamed start is unknown, an end open.

    "" where nobody says, or where the dates contradict each other.
    """
    if post.start_date is None and post.end_date is None:
        return ""
    start = post.start_date.text if post.start_date else ""
    term = f"{start}/{post.end_date.text if post.end_date else '..'}"
    return term if isinstance(parse_edtf(term), Edtf) else ""


def _place_facts(place: Place) -> Iterator[Fact]:
    yield from _given("Country", Link(place.country))
    if place.coordinates is not None:
        at = place.coordinates
        yield Fact("Coordinates", Link(f"{_degrees(at.latitude)},{_degrees(at.longitude)}"))


def _degrees(angle: float) -> str:
    """An angle to the metre, without an exponent: 33.31, 0.00005."""
    return f"{round(angle, 5) + 0.0:.5f}".rstrip("0").rstrip(".")  # the zero has no sign


def _document_facts(material: Material, document: Document) -> Iterator[Fact]:
    yield from _dated(DATE, document.date)
    yield from _given(AUTHOR, _name(material, document.author))
    yield from _given("Signed by", _name(material, document.signatory))
    yield from _given("Addressed to", _name(material, document.addressee))
    yield from _given("Status", Link(document.status))
    if document.url:
        yield Fact("Text", Link(document.url, Address(""), document.url))


def _acronym_facts(material: Material, acronym: Acronym) -> Iterator[Fact]:
    target = _name(material, acronym.stands_for)
    yield from _given("Stands for", replaced(target, title=acronym.expansion))
