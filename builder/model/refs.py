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
    """A kind of entry: its word in references, its sidecar, and its folder on the site."""

    name: str
    sidecar: str
    folder: str


# Kinds with a page for each entry, in the order in which the site shows them.
PAGED = (
    Kind("person", "people.yaml", "people"),
    Kind("organization", "organizations.yaml", "organizations"),
    Kind("place", "places.yaml", "places"),
    Kind("document", "documents.yaml", "documents"),
    Kind("term", "glossary.yaml", "glossary"),
    Kind("acronym", "acronyms.yaml", "acronyms"),
)
# Kinds that stand together on one page, each entry at an anchor.
ANCHORED = (Kind("event", "timeline.yaml", "timeline"), Kind("quote", "quotes.yaml", "quotes"))
KINDS = {kind.name: kind for kind in PAGED + ANCHORED}
# People write a folder or a file where a kind is wanted.
KIND_WORDS = {kind.folder: kind.name for kind in KINDS.values()} | {
    kind.sidecar.removesuffix(".yaml"): kind.name for kind in KINDS.values()
}
