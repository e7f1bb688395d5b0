"""By which name an entry is sorted, in lists and in the data."""

from collections.abc import Collection, Iterable
from typing import Any

from builder.model.entries import Named, Person
from builder.model.refs import Ref
from builder.pages.collation import order
from builder.pages.material import Material

FEW = 24
"""Names among which a reader finds one wherever it stands."""


def findable(material: Material, refs: Collection[Ref]) -> Iterable[Ref]:
    """The entries as they come; where they are too many to look through, by their names."""
    if len(refs) <= FEW:
        return refs
    sorting, entries = order(material.content.settings.language), material.content.entries

    def by_name(ref: Ref) -> Any:
        entry = entries.get(ref)
        return sorting.key(sort_name(entry) if isinstance(entry, Named) else ref.id)

    return sorted(refs, key=by_name)


def sort_name(entry: Named) -> str:
    """The name that an entry is sorted by: of a person, `Esper, Mark`."""
    return surname_first(entry) if isinstance(entry, Person) else entry.label


def surname_first(person: Person) -> str:
    """The `sort_name`; without one, the shortest other name that ends the full one stands first."""
    ends = (other.name for other in person.other_names if person.name.endswith(f" {other.name}"))
    surname = min(ends, key=len, default="")
    turned = f"{surname}, {person.name.removesuffix(surname).strip()}" if surname else person.name
    return person.sort_name or turned
