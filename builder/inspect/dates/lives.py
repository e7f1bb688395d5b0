"""Dates of people that contradict each other."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Location, Related, warning
from builder.model.content import Content
from builder.model.dates import Edtf
from builder.model.entries import Person


def contradiction(message: str, date: Location, other: Related) -> Diagnostic:
    """`contradicting-dates`: what is wrong with a date, and the date that it does not fit."""
    return warning("contradicting-dates", message, date, "Correct one of the two dates.", other)


def lives(content: Content) -> Iterator[Diagnostic]:
    """`contradicting-dates`: what ends before it can have begun."""
    for person in content.of_type(Person):
        yield from _life(person)
        yield from _posts(person)


def _life(person: Person) -> Iterator[Diagnostic]:
    if _ends_first(person.birth_date, person.death_date):
        message = f"{person.name} dies before being born."
        birth = Related(person.at("birth_date"), "the birth")
        yield contradiction(message, person.at("death_date"), birth)


def _posts(person: Person) -> Iterator[Diagnostic]:
    for index, post in enumerate(person.memberships):
        field = f"memberships[{index}]"
        if _ends_first(post.start_date, post.end_date):
            message = f"This post of {person.name} ends before it begins."
            beginning = Related(person.at(f"{field}.start_date"), "the beginning")
            yield contradiction(message, person.at(f"{field}.end_date"), beginning)
        elif _ends_first(person.birth_date, post.end_date or post.start_date):
            date = "end_date" if post.end_date else "start_date"
            message = f"This post of {person.name} lies before the birth."
            birth = Related(person.at("birth_date"), "the birth")
            yield contradiction(message, person.at(f"{field}.{date}"), birth)


def _ends_first(start: Edtf | None, end: Edtf | None) -> bool:
    """Whether the latest day of the end lies before the earliest of the start."""
    return start is not None and end is not None and end.upper < start.lower
