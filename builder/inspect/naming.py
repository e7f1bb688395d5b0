"""The names of entries as checks see them: whatever their match, folded, with their places."""

from collections.abc import Iterator
from functools import lru_cache

from builder.ground.diagnostics import Location
from builder.ground.text import one_form
from builder.ground.values import Value
from builder.model.content import Content
from builder.model.entries import Named
from builder.model.values import OtherName

AT_HAND = 10_000
"""Names of which the comparable form is kept: several checks ask for it."""


class Name(Value, frozen=True):
    """A name of an entry: as written, made comparable, where it stands; `other` if it is one."""

    written: str
    text: str
    location: Location
    other: OtherName | None = None


def names_of(entry: Named) -> Iterator[Name]:
    """The names of an entry, the chief ones first."""
    for field in entry.NAME_FIELDS:
        written = entry.label if field == "short" else str(getattr(entry, field))
        if written:
            yield Name(written, comparable(written), entry.at(field))
    for index, other in enumerate(entry.other_names):
        yield Name(other.name, comparable(other.name), entry.at(f"other_names[{index}]"), other)


def every_name(content: Content) -> frozenset[str]:
    """All names of all entries, made comparable."""
    named = (entry for entry in content.entries.values() if isinstance(entry, Named))
    return frozenset(name.text for entry in named for name in names_of(entry))


@lru_cache(AT_HAND)
def comparable(text: str) -> str:
    """Text as names are compared: folded, with single spaces."""
    return one_form(text)


def is_english(language: str) -> bool:
    """Whether this is English, the language of the checks that know words."""
    return language.lower().partition("-")[0] == "en"
