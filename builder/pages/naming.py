"""How a page names an entry: by its label, which leads to it."""

from builder.model.entries import Event, Named, Quote
from builder.model.refs import Ref
from builder.pages.addresses import entry_address
from builder.pages.material import Material
from builder.pages.views.links import Link


def link(material: Material, value: str | Ref | None) -> Link | None:
    """A name or a reference as a link; None where there is neither."""
    if not value:
        return None
    if isinstance(value, str):
        return Link(value)
    entry = material.content.entries.get(value)
    if entry is None:
        return Link(str(value))
    label = entry.label if isinstance(entry, (Named, Event, Quote)) else str(value)
    return Link(label, entry_address(value), "", value.kind, internal=True)
