"""builder.commands.previewing: what the preview hears of a build, also after one that broke off."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from builder.commands.previewing import rebuilding
from builder.preview.built import Built
from builder.sources.troubles import Unsteady
from builder.write import files, staging
from tests.smallsite import FILES, built, put, request, site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small site that was built once."""
    folder = site(tmp_path / "site")
    built(folder)
    return folder


def edit(root: Path, word: str) -> None:
    """Change a word that stands on some pages."""
    put(root, "content/people.yaml", FILES["content/people.yaml"].replace("opened", word))


def test_it_hears_which_files_changed(root: Path) -> None:
    rebuild = rebuilding(request(root))
    assert rebuild().changed == set()
    edit(root, "crossed")
    changed = rebuild().changed
    assert "data/people.json" in changed
    assert "robots.txt" not in changed
    assert rebuild().changed == set()


def test_an_error_in_the_content_changes_nothing(root: Path) -> None:
    rebuild = rebuilding(request(root))
    rebuild()
    put(root, "content/people.yaml", "- wrong")
    assert not rebuild().ok
    put(root, "content/people.yaml", FILES["content/people.yaml"])
    assert rebuild() == Built(ok=True, changed=frozenset(), diagnostics=())


def test_after_a_build_that_broke_off_every_file_counts_as_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild = rebuilding(request(root))
    rebuild()
    edit(root, "crossed")
    with monkeypatch.context() as patch:
        patch.setattr(files, "place", _fail)
        assert not rebuild().ok
    changed = rebuild().changed
    assert {"data/people.json", "robots.txt"} <= changed


@pytest.mark.parametrize(("saves", "ok"), [(2, True), (3, False)])
def test_a_save_in_the_middle_of_a_build_is_built_too(
    root: Path, monkeypatch: pytest.MonkeyPatch, saves: int, ok: bool
) -> None:
    rebuild = rebuilding(request(root))
    rebuild()
    edit(root, "crossed")
    left = iter(range(saves))

    def interrupted(output: str, staged: Sequence[str]) -> None:
        if next(left, None) is not None:
            raise Unsteady("content/story.md")
        staging.place(output, staged)

    monkeypatch.setattr(files, "place", interrupted)
    told = rebuild()
    assert told.ok is ok
    assert ({"data/people.json", "robots.txt"} <= told.changed) is ok


def _fail(output: str, staged: Sequence[str]) -> None:
    raise OSError(28, "No space left on device")
