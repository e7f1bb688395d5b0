"""builder.commands.exits: how a command says why it did not do its work."""

import pytest

from builder.commands.exits import REFUSED, ended


def test_a_name_that_is_quoted_commands_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("“a/##[error]b” is in the way.", "Move ##[add-mask]a.", REFUSED) == REFUSED
    said = capsys.readouterr().err
    assert said == (
        "backstory: “a/#<U+0023>[error]b” is in the way.\n  Move #<U+0023>[add-mask]a.\n"
    )
