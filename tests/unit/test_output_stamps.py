"""What stands in the output is seen alike by this process and by another."""

import os
from pathlib import Path

import pytest

from builder.build.processes import outputstamps as module
from builder.build.processes.outputstamps import looking
from builder.sources.walk import stamp_of


@pytest.fixture
def output(tmp_path: Path) -> Path:
    (tmp_path / "people").mkdir()
    for name in ("index.html", "people/a.html", "feed.xml"):
        (tmp_path / name).write_text(name)
    (tmp_path / "link.html").symlink_to("index.html")
    return tmp_path


@pytest.mark.parametrize("processes", [1, 2])
def test_plain_files_are_seen(
    output: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setattr(module, "MANY", 1)
    asked = ["index.html", "people/a.html", "link.html", "people", "gone.html"]
    with looking(str(output), asked, processes) as seen:
        found = seen()
    plain = ("index.html", "people/a.html")
    assert found == {path: stamp_of((output / path).lstat()) for path in plain}


def test_a_process_that_ends_early_is_no_harm(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MANY", 1)
    here, stamps = os.getpid(), module._stamps

    def mortal(folder: str, paths: list[str]) -> object:
        return stamps(folder, paths) if os.getpid() == here else os._exit(9)

    monkeypatch.setattr(module, "_stamps", mortal)
    with looking(str(output), ["feed.xml", "gone.html"], 2) as seen:
        assert list(seen()) == ["feed.xml"]


@pytest.mark.parametrize(("count", "processes"), [(2, 2), (50, 1)])
def test_few_files_need_no_process(
    output: Path, monkeypatch: pytest.MonkeyPatch, count: int, processes: int
) -> None:
    monkeypatch.setattr(module, "MANY", 3)
    monkeypatch.setattr(module, "aside", None)
    with looking(str(output), ["index.html", *map(str, range(count - 1))], processes) as seen:
        assert list(seen()) == ["index.html"]
