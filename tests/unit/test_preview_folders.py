"""What is watched, which changes matter, and whether the builder's own code is another."""

import os
from pathlib import Path

import pytest

from builder.preview.folders import folders, matters, watched
from builder.preview.own_code import outdated


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("content/pages/deep", "templates/assets", "output/people", ".cache", ".git",
                 "content/.hidden", "node_modules/x", "elsewhere"):  # fmt: skip
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


def test_the_sites_own_folders_are_watched(root: Path) -> None:
    found = {os.path.relpath(folder, root) for folder in folders(watched(str(root)))}
    assert found == {
        ".", "content", "content/pages", "content/pages/deep", "templates", "templates/assets",
    }  # fmt: skip


def test_links_are_not_followed(root: Path) -> None:
    (root / "content" / "all").symlink_to("/")
    (root / "content" / "loop").symlink_to(".")
    assert len(folders(watched(str(root)))) == 6


@pytest.mark.parametrize("name", ["نمی\u200cخواهم", "a b", "café", "日本"])
def test_folders_of_any_script_are_watched(root: Path, name: str) -> None:
    (root / "content" / name).mkdir()
    assert len(folders(watched(str(root)))) == 7


def test_a_name_that_is_no_text_is_left_out(root: Path) -> None:
    os.mkdir(os.fsencode(root / "content") + b"/\xff")
    assert len(folders(watched(str(root)))) == 6


def test_further_trees_are_watched_once(root: Path) -> None:
    more = watched(str(root), str(root / "elsewhere"), str(root / "templates"))
    assert len(folders(more)) == 7


def test_a_site_that_is_gone_has_no_folders(tmp_path: Path) -> None:
    assert folders(watched(str(tmp_path / "gone"))) == frozenset()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("site.yaml", True),
        ("content", True),
        ("templates", True),
        ("content/a.md", True),
        ("content/pages/a.md", True),
        ("content/x.yaml", True),
        ("content/picture.png", True),
        ("templates/assets/style.css", True),
        ("README.md", False),
        ("output", False),
        (".cache", False),
        ("site.yaml~", False),
        ("content/a.md~", False),
        ("content/.a.md.swp", False),
        ("content/#a.md#", False),
        ("content/a.md.tmp", False),
        ("content/.git", False),
        ("templates/__pycache__", False),
    ],
)
def test_what_is_the_sites_matters_and_what_editors_leave_behind_does_not(
    root: Path, path: str, expected: bool
) -> None:
    site = watched(str(root))
    assert matters(os.path.join(site.root, path), site) is expected


def test_code_is_outdated_once_it_is_another(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("a = 1\n")
    is_outdated = outdated(str(tmp_path))
    assert not is_outdated()
    (tmp_path / "notes.txt").write_text("no code")
    assert not is_outdated()
    (tmp_path / "b.py").write_text("b = 2\n")
    assert is_outdated()


def test_code_that_does_not_compile_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("a = 1\n")
    is_outdated = outdated(str(tmp_path))
    (tmp_path / "a.py").write_text("a = (\n")
    assert not is_outdated()
    (tmp_path / "a.py").write_text("a = (2)\n")
    assert is_outdated()


def test_code_that_is_gone_is_another(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("a = 1\n")
    is_outdated = outdated(str(tmp_path))
    (tmp_path / "a.py").unlink()
    assert is_outdated()
