"""builder.commands.exits: how a command says why it did not do its work."""

from pathlib import Path

import pytest

from builder.commands import group
from builder.commands.exits import REFUSED, ended


def test_a_name_that_is_quoted_commands_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("“a/##[error]b” is in the way.", "Move ##[add-mask]a.", REFUSED) == REFUSED
    said = capsys.readouterr().err
    assert said == (
        "backstory: “a/#<U+0023>[error]b” is in the way.\n  Move #<U+0023>[add-mask]a.\n"
    )


def test_neither_does_a_folder_without_a_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a\u202e##[error]c"
    for is_there in (False, True):
        if is_there:
            folder.mkdir()
        assert group.run(["build", str(folder)]) == REFUSED
        assert "a<U+202E>#<U+0023>[error]c" in capsys.readouterr().err
