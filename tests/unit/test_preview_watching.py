"""When the watcher reports, and what it does where the system cannot tell."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import NoReturn

import pytest

from builder.preview import watching
from builder.preview.folders import watched
from builder.preview.notices import Paths, Source
from builder.preview.watching import report_changes


class Script:
    """Plays sets of changes, and notes how often folders were opened and reports were made."""

    def __init__(self, root: Path, *rounds: list[str]) -> None:
        self.rounds = list(rounds)
        self.root = root
        self.stop = Event()
        self.armed: list[Paths] = []
        self.reports = 0

    @contextmanager
    def source(self, folders: Paths, stop: Event) -> Iterator[Iterator[Paths]]:
        self.armed.append(folders)
        yield self._play(self.rounds.pop(0))
        if not self.rounds:
            stop.set()

    def _play(self, paths: list[str]) -> Iterator[Paths]:
        for path in paths:
            yield frozenset([str(self.root / path)])

    def report(self) -> None:
        self.reports += 1

    def run(self, source: Source | None = None) -> None:
        report_changes(watched(str(self.root)), self.report, self.stop, source or self.source)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    real = tmp_path.resolve()
    (real / "content" / "pages").mkdir(parents=True)
    return real


def test_one_report_once_all_is_watched_and_one_for_each_set(root: Path) -> None:
    script = Script(root, ["content/a.md", "site.yaml", "content/gone.md"])
    script.run()
    assert script.reports == 4


def test_what_does_not_matter_is_not_reported(root: Path) -> None:
    script = Script(root, ["content/.a.md.swp", "output", "README.md"])
    script.run()
    assert script.reports == 1


@pytest.mark.parametrize("path", ["content", "content/pages", "."])
def test_a_folder_that_changes_is_opened_anew_and_then_reported(root: Path, path: str) -> None:
    script = Script(root, [path, "content/never.md"], [])
    script.run()
    assert len(script.armed) == 2
    assert script.reports == 2


def test_a_folder_that_came_while_folders_were_opened_is_opened_too(root: Path) -> None:
    script = Script(root, [], [])

    @contextmanager
    def source(folders: Paths, stop: Event) -> Iterator[Iterator[Paths]]:
        (root / "content" / "late").mkdir(exist_ok=True)
        with script.source(folders, stop) as notices:
            yield notices

    script.run(source)
    assert str(root / "content" / "late") in script.armed[1]
    assert script.reports == 1


@pytest.mark.parametrize("failure", [OSError(28, "limit reached"), RuntimeError("broken")])
def test_where_the_system_cannot_tell_it_looks(
    root: Path,
    failure: Exception,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    script = Script(root, ["content/a.md"])

    def failing(folders: Paths, stop: Event) -> NoReturn:
        raise failure

    monkeypatch.setattr(watching, "seen", script.source)
    with caplog.at_level(logging.WARNING):
        script.run(failing)
    assert script.reports == 2
    assert "twice a second" in caplog.text


def test_a_folder_that_vanishes_while_it_is_opened_is_no_reason_to_look(root: Path) -> None:
    script = Script(root, [])
    opened: list[Paths] = []

    @contextmanager
    def source(folders: Paths, stop: Event) -> Iterator[Iterator[Paths]]:
        opened.append(folders)
        if len(opened) == 1:
            raise FileNotFoundError
        with script.source(folders, stop) as notices:
            yield notices

    script.run(source)
    assert len(opened) == 2


def test_a_site_that_is_away_is_waited_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "PAUSE", 0)
    away = root.rename(root.with_name("away"))
    script = Script(root, [])
    waits: list[float] = []

    class Stop(Event):
        def wait(self, timeout: float | None = None) -> bool:
            waits.append(timeout or 0)
            away.rename(root)
            return False

    script.stop = Stop()
    script.run()
    assert len(waits) == 1
    assert script.reports == 2  # that it is away, and that it is back
