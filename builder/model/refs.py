"""References and the kinds of things they name."""

from typing import NamedTuple

from builder.ground.values import Value


class Ref(NamedTuple):
    """`kind:id`, the one way to name an entry: `person:mark-esper`.

    The kind is "" where an editor wrote none; then it names nothing.
    """

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> "Ref":
        """The reference that is written so. It is not checked: its kind may be none, its id ""."""
        kind, _, id_ = text.partition(":")
        return cls(kind, id_)


ANY = ""
"""The id that stands for every entry of a kind, where the ids of a file could not be read."""


class Kind(Value, frozen=True):
    """A kind of entry: its word in references, and its folder on the site."""

    name: str
    folder: str

    @property
    def sidecar(self) -> str:
        """The name of the file that holds its entries: that of the folder."""
        return f"{self.folder}.yaml"

    @property
    def path(self) -> str:
        """The path of that file in the site."""
        return f"content/{self.sidecar}"


# Kinds with a page for each entry, in the order in which the site shows them.
PAGED = (
    Kind("person", "people"),
    Kind("organization", "organizations"),
    Kind("place", "places"),
    Kind("document", "documents"),
    Kind("term", "glossary"),
    Kind("acronym", "acronyms"),
)
# Kinds that stand together on one page, each entry at an anchor.
ANCHORED = (Kind("event", "timeline"), Kind("quote", "quotes"))
KINDS = {kind.name: kind for kind in PAGED + ANCHORED}
KIND_WORDS = {kind.folder: kind.name for kind in KINDS.values()}
"""The kinds by their folders: people write such a word where a kind is wanted."""
