"""Files that a command writes one after the other."""

from pathlib import Path

import pytest

from builder.commands.rewriting import write
from builder.sources.troubles import Unable
from builder.write.replacing import Rewrite


def test_where_one_cannot_be_written_those_that_were_are_told(tmp_path: Path) -> None:
    for name in ("a", "c"):
        (tmp_path / name).write_bytes(b"old")
    changed = [Rewrite("a", b"old", b"new"), Rewrite("b", None, b"new"), Rewrite("c", b"", b"new")]
    with pytest.raises(Unable, match=r"changed meanwhile.*Written already: a, b\.") as told:
        write(changed, str(tmp_path))
    assert told.value.hint == "Try again."
    assert [(tmp_path / name).read_bytes() for name in "abc"] == [b"new", b"new", b"old"]


def test_where_the_first_cannot_be_written_no_other_is(tmp_path: Path) -> None:
    with pytest.raises(Unable, match=r"No such file or directory\.$"):
        write([Rewrite("a", b"old", b"new"), Rewrite("b", None, b"new")], str(tmp_path))
    assert list(tmp_path.iterdir()) == []
