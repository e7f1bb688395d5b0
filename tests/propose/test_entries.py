"""Entries at the end of a sidecar, whose bytes stay as they are."""

import pytest

from builder.model.refs import Ref
from builder.propose.entries import Proposal, with_entries

TWO = [Proposal(Ref("person", id_), (("name", "José"),)) for id_ in ("a", "b")]
WRITTEN = "a:\n  name: José\n\nb:\n  name: José\n"


@pytest.mark.parametrize(
    ("before", "gap"),
    [
        ("", ""),
        ("\ufeff", ""),
        ("\n\n", ""),
        ("x:\n  name: X", "\n\n"),
        ("x:\n  name: X\n", "\n"),
        ("x:\n  name: X\n\n", ""),
        ("x:\n  body: |+\n    X\n\n\n", ""),
        ("# Ours.", "\n\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_entries_stand_behind_an_empty_line(before: str, gap: str, newline: str) -> None:
    text = with_entries(before.replace("\n", newline), TWO)
    # a file without a line's end has no kind of these
    end = newline if "\n" in before else "\n"
    assert text == before.replace("\n", newline) + (gap + WRITTEN).replace("\n", end)


def test_of_line_ends_of_both_kinds_none_is_changed() -> None:
    before = "x:\r\n  name: X\n"
    assert with_entries(before, TWO[:1]) == before + "\r\na:\r\n  name: José\r\n"
