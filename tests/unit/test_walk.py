"""builder.sources.walk: every file, in one order, nothing followed."""

import os
import socket
import unicodedata
from pathlib import Path

import pytest

from builder.sources.walk import ignored, look, walk
from tests.smallsite import put


def test_files_come_by_path_with_slashes(tmp_path: Path) -> None:
    for path in ("b.md", "a/z.md", "a.md", "a/b/c.md"):
        put(tmp_path, path, "x")
    assert [file.path for file in walk(str(tmp_path))] == ["a.md", "a/b/c.md", "a/z.md", "b.md"]


def test_a_missing_folder_has_no_files(tmp_path: Path) -> None:
    assert walk(str(tmp_path / "nowhere")) == []
    assert look("x", str(tmp_path / "nowhere")) is None


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        ".git",
        "people.yaml~",
        ".people.yaml.swp",
        "#x#",
        "~$x.md",
        "Thumbs.db",
        "a.bak",
    ],
)
def test_what_editors_and_systems_leave_is_ignored(name: str) -> None:
    assert ignored(name)


@pytest.mark.parametrize("name", ["people.yaml", "#1-story.md", "a~b.md", "été.md"])
def test_the_editors_own_files_are_not(name: str) -> None:
    assert not ignored(name)


def test_names_come_in_nfc_and_are_found_on_disk(tmp_path: Path) -> None:
    put(tmp_path, unicodedata.normalize("NFD", "été.md"), "x")
    (file,) = walk(str(tmp_path))
    assert file.path == unicodedata.normalize("NFC", "été.md")
    assert Path(file.disk).read_text(encoding="utf-8") == "x"


def test_a_symlink_is_a_fault_and_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "outside/secret.md", "x")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "folder").symlink_to(tmp_path / "outside")
    (tmp_path / "site" / "file.md").symlink_to(tmp_path / "outside" / "secret.md")
    found = [(file.path, file.fault) for file in walk(str(tmp_path / "site"))]
    assert found == [("file.md", "symlink"), ("folder", "symlink")]


def test_a_hard_link_is_a_fault_where_that_is_asked(tmp_path: Path) -> None:
    put(tmp_path, "outside.md", "x")
    (tmp_path / "site").mkdir()
    os.link(tmp_path / "outside.md", tmp_path / "site" / "in.md")
    assert [file.fault for file in walk(str(tmp_path / "site"), hard_links=False)] == ["hard-link"]
    assert [file.fault for file in walk(str(tmp_path / "site"))] == [""]


def test_a_socket_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.md")
        assert [file.fault for file in walk(".")] == ["special"]


def test_folders_nested_too_deeply_are_a_fault(tmp_path: Path) -> None:
    put(tmp_path, "/".join("d" * 40) + "/x.md", "x")
    assert [file.fault for file in walk(str(tmp_path))] == ["too-deep"]


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
def test_a_name_that_is_not_utf8_is_a_fault(tmp_path: Path) -> None:
    try:
        with open(os.path.join(os.fsencode(tmp_path), b"\xff.md"), "wb"):
            pass
    except OSError:
        return  # this disk has no such names
    (file,) = walk(str(tmp_path))
    assert (file.path, file.fault) == ("\\xff.md", "name-unreadable")
