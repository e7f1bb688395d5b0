"""`backstory clean`: what builds made goes, everything else stays."""

from pathlib import Path

import pytest

from builder.build.showing import Showing
from tests.smallsite import backstory, put, request, site, tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "site", {"output/.gitignore": "*"})


def test_a_build_and_a_clean_leave_what_was_there(root: Path) -> None:
    before = tree(root)
    backstory("build", cwd=root)
    done = backstory("clean", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Removed ")
    assert tree(root) == before


def test_foreign_files_stay(root: Path) -> None:
    backstory("build", cwd=root)
    put(root, "output/people/photo.jpg", "mine")
    put(root, ".cache/ruff/x", "mine")
    backstory("clean", cwd=root)
    assert (root / "output/people/photo.jpg").exists()
    assert (root / ".cache/ruff/x").exists()


def test_what_the_preview_remembers_goes_too(root: Path) -> None:
    Showing(request(root)).renew()
    assert (root / ".cache/backstory/memory.db").exists()
    backstory("clean", cwd=root)
    assert not (root / ".cache").exists()


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_what_a_killed_build_left_in_the_cache_goes_too(root: Path, ending: str) -> None:
    backstory("build", cwd=root)
    (memory,) = root.glob(".cache/backstory/*/memory.db")
    put(memory.parent, memory.name + ending, "half written")
    backstory("clean", cwd=root)
    assert not (root / ".cache").exists()


def test_nothing_to_clean_is_fine(root: Path) -> None:
    done = backstory("clean", cwd=root)
    assert (done.returncode, done.stdout) == (0, "Removed 0 files from output, and the cache.\n")


@pytest.mark.parametrize("output", [".", "content", ""])
def test_dangerous_folders_are_refused(root: Path, output: str) -> None:
    before = tree(root)
    done = backstory("clean", "--output", output, cwd=root)
    assert done.returncode == 2
    assert tree(root) == before


def test_a_folder_that_is_not_ours_is_refused(root: Path) -> None:
    put(root, "photos/a.jpg", "mine")
    done = backstory("clean", "--output", "photos", cwd=root)
    assert done.returncode == 2
    assert (root / "photos/a.jpg").exists()
