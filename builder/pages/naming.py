"""How a page names an entry: by its label, which leads to it."""

from collections.abc import Iterable

from builder.model.refs import Ref
from builder.pages.addresses import entry_address
from builder.pages.material import Material
from builder.pages.views.links import Link


def entry_link(material: Material, ref: Ref) -> Link:
    """An entry's label, which leads to it; the bare reference where there is no such entry."""
    entry = material.content.entries.get(ref)
    if entry is None:
        return Link(str(ref))
    return Link(entry.label, entry_address(ref), "", ref.kind, internal=True)


def links(material: Material, refs: Iterable[Ref]) -> tuple[Link, ...]:
    """These entries, each once."""
    return tuple(entry_link(material, ref) for ref in dict.fromkeys(refs))


def link(material: Material, value: str | Ref | None) -> Link | None:
    """A name or a reference as a link; None where there is neither."""
    if not value:
        return None
    return Link(value) if isinstance(value, str) else entry_link(material, value)
