"""What is left to an editor when entries were drafted: what no article says of itself."""

from collections.abc import Iterator, Sequence

from builder.ground.grouping import grouped
from builder.model.refs import KINDS
from builder.propose.entries import Proposal

_LEFT = {
    "person": ("who that is (summary)", "who each of the {} is (summary)"),
    "organization": ("what it does (summary)", "what each of the {} does (summary)"),
    "acronym": ("what it means (definition)", "what each of the {} means (definition)"),
    "event": ("a title in your words (title)", "a title in your words for each of the {} (title)"),
    "quote": ("who said one of them (speaker)", "who said {} of them (speaker)"),
}
_SAID = {"acronym": "stands_for", "quote": "speaker"}
"""With such a field, nothing is left to say."""


def remaining(proposals: Sequence[Proposal]) -> Iterator[str]:
    """A line for each file in which something is left to say, in the order of the proposals."""
    left = grouped((one.ref.kind, one) for one in proposals if not _is_said(one))
    for kind, entries in left.items():
        one, several = _LEFT[kind]
        words = one if len(entries) == 1 else several.format(len(entries))
        yield f"  {KINDS[kind].path}: {words}"


def _is_said(one: Proposal) -> bool:
    return bool(dict(one.fields).get(_SAID.get(one.ref.kind, "")))
