"""Dates of people that contradict each other."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.model.content import Content
from builder.model.dates import Edtf
from builder.model.entries import Person


def lives(content: Content) -> Iterator[Diagnostic]:
    """`contradicting-dates`: what ends before it can have begun."""
    for person in content.of_kind("person"):
        if isinstance(person, Person):
            yield from _life(person)
            yield from _posts(person)


def _life(person: Person) -> Iterator[Diagnostic]:
    if _ends_first(person.birth_date, person.death_date):
        yield warning(
            "contradicting-dates",
            f"{person.name} dies before being born.",
            person.at("death_date"),
            "Correct one of the two dates.",
            Related(person.at("birth_date"), "the birth"),
        )


def _posts(person: Person) -> Iterator[Diagnostic]:
    for index, post in enumerate(person.memberships):
        field = f"memberships[{index}]"
        if _ends_first(post.start_date, post.end_date):
            yield warning(
                "contradicting-dates",
                f"This post of {person.name} ends before it begins.",
                person.at(f"{field}.end_date"),
                "Correct one of the two dates.",
                Related(person.at(f"{field}.start_date"), "the beginning"),
            )
        elif _ends_first(person.birth_date, post.end_date or post.start_date):
            date = "end_date" if post.end_date else "start_date"
            yield warning(
                "contradicting-dates",
                f"This post of {person.name} lies before the birth.",
                person.at(f"{field}.{date}"),
                "Correct one of the two dates.",
                Related(person.at("birth_date"), "the birth"),
            )


def _ends_first(start: Edtf | None, end: Edtf | None) -> bool:
    """Whether the latest day of the end lies before the earliest of the start."""
    return start is not None and end is not None and end.upper < start.lower
