"""A name that two people list, and that is part of the name of one alone: a copied entry.

Where Ann Lee is listed as Esper too and an article names her first, every Esper would lead to her.
"""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.grouping import grouped
from builder.ground.text import one_form
from builder.link.names.naming import Name, names_of
from builder.model.content import Content
from builder.model.entries import Named, Person


def rivals(content: Content) -> Iterator[Diagnostic]:
    """`ambiguous-name` where a person lists a further name that is only another person's."""
    claims = grouped(
        (name.text, name)
        for person in content.of_type(Person)
        for name in names_of(person)
        if name.is_claim
    )
    for text, claimants in claims.items():
        if len(claimants) > 1:
            yield from _mistaken(text, claimants)


def _mistaken(text: str, claimants: list[Name]) -> Iterator[Diagnostic]:
    owners = [name for name in claimants if _is_in_name(text, name.entry)]
    for name in claimants if owners else ():
        if not _is_in_name(text, name.entry):
            theirs, owner = owners[0], owners[0].entry
            yield warning(
                "ambiguous-name",
                f"“{name.written}” is no part of the name {name.entry.label}, "
                f"and {owner.label} is called so too.",
                name.location,
                "Take it out; if both are called so, have it ignored: `ignore: [ambiguous-name]`.",
                Related(theirs.location, f"claimed by {owner.ref}"),
            )


def _is_in_name(text: str, person: Named) -> bool:
    """Whether a name is part of the person's own, or of a longer one that is listed."""
    longer = (name.text for name in names_of(person) if name.text != text)
    return any(f" {text} " in f" {known} " for known in (one_form(person.label), *longer))
