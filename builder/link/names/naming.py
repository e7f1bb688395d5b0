"""The names of entries, whatever their match, made comparable, with their places."""

from collections.abc import Iterator

from builder.ground.diagnostics import Location
from builder.ground.text import one_form
from builder.ground.values import Value
from builder.model.content import Content
from builder.model.entries import Named


class Name(Value, frozen=True):
    """A name of an entry: as `written`, and as `text`, made comparable.

    `is_sought`: texts are searched for it. `is_claim`: they are, and `other_names` lists it.
    """

    entry: Named
    written: str
    text: str
    location: Location
    is_sought: bool
    is_claim: bool


def names_of(entry: Named) -> Iterator[Name]:
    """The names of an entry, the chief ones first."""
    for field, written, match in entry.names():
        is_sought = match != "never"
        is_claim = is_sought and field not in entry.NAME_FIELDS
        yield Name(entry, written, one_form(written), entry.at(field), is_sought, is_claim)


def every_name(content: Content) -> Iterator[Name]:
    """All names of all entries."""
    return (name for entry in content.of_type(Named) for name in names_of(entry))
