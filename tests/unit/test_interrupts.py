"""Ctrl-C, wherever it comes, ends a command in one way."""

import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from builder.build.workers import aside
from builder.commands import cli
from builder.ground.values import Value, decoding

seen: list[str] = []


def interrupting(name: str) -> type[int]:
    """A type, while whose name is looked up Ctrl-C comes."""
    seen.append(name)
    if name == "first":
        signal.raise_signal(signal.SIGINT)
    return int


if TYPE_CHECKING:
    Slow = Value
else:

    class Slow(Value, frozen=True):
        """A value whose types are worked out one after the other."""

        x: 'interrupting("first")'
        y: 'interrupting("second")'


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Ctrl-C is heard, also where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_it_waits_until_a_type_is_worked_out() -> None:
    with pytest.raises(KeyboardInterrupt):
        decoding(Slow)
    assert seen == ["first", "second"]


def test_it_ends_another_process_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> bytes:
        signal.raise_signal(signal.SIGINT)
        return b"done"

    assert aside(interrupted, list) is None
    assert capfd.readouterr() == ("", "")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_it_is_no_mistake_of_ours_where_python_wraps_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Interrupted:
        def __set_name__(self, owner: type, name: str) -> None:
            raise KeyboardInterrupt

    def parsed(arguments: list[str]) -> int:
        type("Made", (), {"attribute": Interrupted()})
        return 0

    monkeypatch.setattr(cli, "_parsed", parsed)
    assert cli.run(["check"]) == 130
    assert capsys.readouterr().err == "backstory: Interrupted.\n"
