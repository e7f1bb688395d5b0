"""Ctrl-C, wherever it comes, ends a command in one way."""

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from builder.build.processes.workers import Line, aside
from builder.commands import cli
from tests.smallsite import ROOT

LOADING = """
import sys
def interrupt(frame, event, argument):
    if frame.f_code.co_filename.endswith("datetime.py"):
        sys.setprofile(None)
        raise KeyboardInterrupt
sys.setprofile(interrupt)
try:
    import builder.ground.values
except KeyboardInterrupt:
    print("heeded")
"""


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Ctrl-C is heard, also where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_it_is_heeded_while_libraries_load() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADING],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "heeded\n"


def test_it_ends_another_process_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    def interrupted(line: Line) -> None:
        signal.raise_signal(signal.SIGINT)
        line.say(b"done")

    def ends_at_once(line: Line) -> None:
        line.say(str(signal.getsignal(signal.SIGINT) is signal.SIG_DFL).encode())

    with aside(ends_at_once) as line:
        assert line.hear() == b"True"
    with aside(interrupted) as line:
        assert line.hear() is None
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
