"""builder.write.guard: every row of “deletes only its own” (PROMISES 4), and what is allowed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from builder.sources.troubles import Refused, Trouble
from builder.write import paths
from builder.write.guard import SOURCES, forbidden, take
from builder.write.marker import Marker, encode
from tests.smallsite import put, site, tree

Prepare = Callable[[Path], str]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site to stand in, in a folder above it, with a home elsewhere."""
    folder = site(tmp_path / "above" / "site", {"templates/page.html": "x"})
    (tmp_path / "home" / "me").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home" / "me"))
    monkeypatch.chdir(folder)
    return folder


def made(path: str, *files: str) -> Prepare:
    """Prepares a folder with files in it; its path."""

    def prepare(root: Path) -> str:
        (root / path).mkdir(parents=True, exist_ok=True)
        for file in files:
            put(root / path, file, "kept")
        return path

    return prepare


def linked(root: Path) -> str:
    (root / "real").mkdir()
    (root / "link").symlink_to(root / "real")
    return "link"


def linked_to_content(root: Path) -> str:
    (root / "way").symlink_to(root / "content")
    return "way/out"


def a_file(root: Path) -> str:
    put(root, "plain", "kept")
    return "plain"


def marked(data: bytes) -> Prepare:
    def prepare(root: Path) -> str:
        put(root, "marked/.backstory", data)
        put(root, "marked/index.html", "kept")
        return "marked"

    return prepare


FORGED = b'{"backstory": 1, "state": "complete", "files": ["%s"]}'

REFUSED: dict[str, tuple[Prepare, str]] = {
    "here": (lambda _: ".", "the folder you are in"),
    "here, with a slash": (lambda _: "./", "the folder you are in"),
    "above": (lambda _: "..", "above it"),
    "far above": (lambda _: "../..", "above it"),
    "there and back": (lambda _: "content/..", "the folder you are in"),
    "the site by its path": (str, "holds the site itself"),
    "above the site by its path": (lambda root: str(root.parent), "holds the site itself"),
    "the root of the disk": (lambda _: os.sep, "root of the disk"),
    "home": (lambda _: os.path.expanduser("~"), "home folder"),
    "above home": (lambda _: os.path.dirname(os.path.expanduser("~")), "home folder"),
    "content": (lambda _: "content", "lies in content/"),
    "content, with a slash": (lambda _: "content/", "lies in content/"),
    "content in capitals": (lambda _: "CONTENT", "lies in content/"),
    "below content": (lambda _: "content/site", "lies in content/"),
    "templates": (lambda _: "templates", "lies in templates/"),
    "the cache": (lambda _: ".cache", "cache"),
    "a Git repository": (made("repository", ".git/config"), "Git repository"),
    "a Git worktree": (made("worktree", ".git"), "Git repository"),
    "inside .git": (lambda _: ".git/pages", "lies in .git/"),
    "another site": (made("other", "site.yaml"), "it is a site"),
    "a folder with files": (made("photos", "a.jpg"), "holds what Backstory did not make"),
    "a folder with a dotfile": (made("dotted", ".env"), "holds what Backstory did not make"),
    "a folder with a folder": (made("boxes", "inner/x"), "holds what Backstory did not make"),
    "a symlink": (linked, "symbolic link"),
    "a symlink, with a slash": (lambda root: linked(root) + "/", "symbolic link"),
    "through a symlink into content": (linked_to_content, "lies in content/"),
    "a file": (a_file, "not a folder"),
    "nothing": (lambda _: "", "the name is empty"),
    "blanks": (lambda _: "  ", "the name is empty"),
    "a NUL": (lambda _: "out\0put", "NUL"),
    "a marker that is no JSON": (marked(b"\xff{"), "damaged marker"),
    "a marker cut short": (marked(b'{"backstory": 1, "state"'), "damaged marker"),
    "a marker nested without end": (marked(b"[" * 100_000), "damaged marker"),
    "a marker of another shape": (marked(b'{"files": ["index.html"]}'), "damaged marker"),
    "a marker that leads up": (marked(FORGED % b"../site.yaml"), "damaged marker"),
    "a marker that leads away": (marked(FORGED % b"/etc/passwd"), "damaged marker"),
    "a marker that leads up on Windows": (marked(FORGED % rb"..\\x"), "damaged marker"),
    "a marker that names .git": (marked(FORGED % b".git/config"), "damaged marker"),
    "a marker that names .gitignore": (marked(FORGED % b".gitignore"), "damaged marker"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_folder_that_may_not_be_written_into_is_refused_and_stays_as_it_is(
    root: Path, tmp_path: Path, case: str
) -> None:
    prepare, reason = REFUSED[case]
    output = prepare(root)
    before = tree(tmp_path)
    with pytest.raises(Refused, match=reason):
        take(output, str(root))
    assert tree(tmp_path) == before


DAMAGED = (
    "The folder “marked” has a damaged marker (.backstory), so Backstory cannot tell which files "
    "are its own."
)
SAID: dict[str, tuple[Prepare, str, str]] = {
    "a folder that can never be": (
        lambda _: "content",
        "“content” cannot be the output folder: it lies in content/.",
        "Choose a folder of its own, such as --output output.",
    ),
    "a marker that is damaged": (
        marked(b"{"),
        DAMAGED,
        "Look at what is in it, delete the folder yourself, and build again.",
    ),
    "a folder with files": (
        made("photos", "b.jpg", "a.jpg"),
        "The folder “photos” holds what Backstory did not make, such as “a.jpg”.",
        "Choose an empty or a new folder with --output, or move these files away.",
    ),
}


@pytest.mark.parametrize("case", SAID)
def test_what_is_said_and_advised(root: Path, case: str) -> None:
    prepare, sentence, hint = SAID[case]
    with pytest.raises(Refused) as refused:
        take(prepare(root), str(root))
    assert (str(refused.value), refused.value.hint) == (sentence, hint)


HOME = "it is your home folder, or one above it"
REASONS: dict[str, tuple[Prepare, str]] = {
    "nothing": (lambda _: "", "the name is empty"),
    "a NUL": (lambda _: "out\0", "the name holds a NUL"),
    "far above": (lambda _: "../..", "this is the folder you are in, or one above it"),
    "a file": (a_file, "it is not a folder"),
    "the root of the disk": (lambda _: os.sep, "it is the root of the disk"),
    "home": (lambda _: os.path.expanduser("~"), HOME),
    "above home": (lambda _: os.path.dirname(os.path.expanduser("~")), HOME),
    "the site": (str, "it holds the site itself"),
    "the cache": (lambda _: ".cache", "it is the cache"),
    "in a repository of others": (lambda root: f"{root.parent}/.git/x", "it is a Git repository"),
    "another site": (made("other", "site.yaml"), "it is a site (it holds a site.yaml)"),
    "our own": (lambda _: "output", ""),
}


@pytest.mark.parametrize("case", REASONS)
def test_why_a_folder_can_never_be_the_output(root: Path, case: str) -> None:
    prepare, reason = REASONS[case]
    assert forbidden(prepare(root), str(root)) == reason


@pytest.mark.parametrize("name", SOURCES)
def test_sources_are_known_from_elsewhere(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(root.parent.parent)
    assert forbidden(str(root / name / "x"), str(root)) == f"it lies in {name}/"


def test_a_folder_that_holds_the_sources_is_known_from_elsewhere(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root.parent / "held").mkdir()
    (root / "content").rename(root.parent / "held/content")
    (root / "content").symlink_to(root.parent / "held/content")
    monkeypatch.chdir(root.parent.parent)
    assert forbidden(str(root.parent / "held"), str(root)) == "it holds content/"


def test_a_folder_that_cannot_be_read_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_: str) -> list[str]:
        raise PermissionError(13, "Permission denied")

    (root / "out").mkdir()
    monkeypatch.setattr(os, "listdir", closed)
    with pytest.raises(Refused) as refused:
        take("out", str(root))
    assert str(refused.value) == "The folder “out” cannot be read: Permission denied."


@pytest.mark.parametrize("way", ["out", "out/.backstory", "out/.backstory-tmp"])
def test_a_disk_that_does_not_say_what_is_there_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    def failing(path: str) -> os.stat_result:
        if path.endswith(way):
            raise OSError(5, "Input/output error")
        return lstat(path)

    (root / "out").mkdir()
    (root / "out/.backstory").write_bytes(encode(True, []))
    lstat = os.lstat
    monkeypatch.setattr(paths, "os", SimpleNamespace(lstat=failing))
    with pytest.raises(Trouble) as told:
        take("out", str(root))
    assert str(told.value).startswith(
        "Could not look at the folder “out”: Input/output error."
        if way == "out"
        else "The folder “out” has a damaged marker"
    )


def test_a_folder_above_content_is_refused(root: Path) -> None:
    """Content may be a link's target elsewhere; the folder that holds it is refused too."""
    (root / "content").rename(root.parent / "content")
    (root / "content").symlink_to(root.parent / "content")
    with pytest.raises(Refused, match="holds"):
        take(str(root.parent), str(root))


def test_a_marker_that_is_a_link_is_refused(root: Path) -> None:
    put(root, "real", encode(True, ["index.html"]))
    (root / "out").mkdir()
    (root / "out/.backstory").symlink_to(root / "real")
    with pytest.raises(Refused, match="damaged marker"):
        take("out", str(root))


@pytest.mark.parametrize(
    "prepare",
    [
        lambda _: "new",
        lambda _: "new/and/deep",
        made("empty"),
        made("output", ".gitignore"),
        made("broken", ".backstory-tmp/0"),
    ],
    ids=["missing", "missing above", "empty", "a .gitignore", "what a killed build left"],
)
def test_new_folders_are_taken(root: Path, prepare: Prepare) -> None:
    assert take(prepare(root), str(root)) is None


@pytest.mark.parametrize("complete", [True, False])
def test_our_own_folder_is_taken_with_its_marker(root: Path, complete: bool) -> None:
    put(root, "out/.backstory", encode(complete, ["a/index.html"]))
    put(root, "out/a/index.html", "x")
    put(root, "out/foreign.txt", "x")
    assert take("out", str(root)) == Marker(complete, frozenset({"a/index.html"}))


def test_a_folder_outside_the_site_is_taken(root: Path, tmp_path: Path) -> None:
    assert take(str(tmp_path / "elsewhere"), str(root)) is None


def test_a_neighbour_with_the_same_beginning_is_taken(root: Path) -> None:
    assert take("content-built", str(root)) is None
