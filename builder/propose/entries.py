"""An entry that is proposed, and a sidecar with such entries at its end."""

from collections.abc import Iterable

from builder.ground.values import Value
from builder.load.yaml.writing import Field, entry
from builder.model.refs import Ref


class Proposal(Value, frozen=True):
    """An entry: its reference and its fields, of which those that hold nothing are not written."""

    ref: Ref
    fields: tuple[tuple[str, Field], ...]


def with_entries(text: str, proposals: Iterable[Proposal]) -> str:
    """A sidecar with these entries behind all that it holds, which stays as it is."""
    written = "\n\n".join(entry(one.ref.id, one.fields) for one in proposals)
    if not text.strip():
        return f"{written}\n"
    newline = "\r\n" if "\r\n" in text else "\n"
    return f"{text.rstrip()}\n\n{written}\n".replace("\r\n", "\n").replace("\n", newline)
