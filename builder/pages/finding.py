"""The order in which a reader finds one entry among others."""

from collections.abc import Collection, Iterable
from typing import Any

from builder.model.entries import Named, Person
from builder.model.refs import Ref
from builder.pages.collation import order
from builder.pages.material import Material
from builder.pages.surnames import surname_first

FEW = 24
"""Names among which one is found wherever it stands."""


def findable(material: Material, refs: Collection[Ref]) -> Iterable[Ref]:
    """Entries in an order in which one of them is found: as they come; many by their names."""
    if len(refs) <= FEW:
        return refs
    sorting, entries = order(material.content.settings.language), material.content.entries

    def by_name(ref: Ref) -> Any:
        entry = entries.get(ref)
        return sorting.key(sort_name(entry) if isinstance(entry, Named) else ref.id)

    return sorted(refs, key=by_name)


def sort_name(entry: Named) -> str:
    """The name that an entry is sorted by."""
    return surname_first(entry) if isinstance(entry, Person) else entry.label
