"""An entry that is proposed, and a sidecar with such entries at its end."""

from collections.abc import Iterable, Mapping, Sequence

from builder.ground.values import Value
from builder.load.yaml.writing import Field, entry
from builder.model.refs import Ref

Known = Mapping[str, Sequence[Ref]]
"""The entries of a site by their names, made comparable."""


class Proposal(Value, frozen=True):
    """An entry: its reference and its fields, of which those that hold nothing are not written."""

    ref: Ref
    fields: tuple[tuple[str, Field], ...]


def with_entries(text: str, proposals: Iterable[Proposal]) -> str:
    """A sidecar with these entries behind all that it holds, which stays as it is."""
    entries = "\n\n".join(entry(one.ref.id, one.fields) for one in proposals)
    newline = "\r\n" if "\r\n" in text else "\n"
    written = f"{entries}\n".replace("\n", newline)
    return f"{text}{_gap(text, newline)}{written}"


def _gap(text: str, newline: str) -> str:
    """What ends the last line of a text, and leaves an empty one."""
    if not text.strip("\ufeff\r\n"):
        return ""
    return newline * (2 - text.endswith("\n") - text.endswith(("\n\n", "\n\r\n")))
