"""builder.write.files: what changed is written, our own is deleted, and no failure tears a file."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from builder.sources.troubles import Refused, Unable
from builder.write.files import remove_all, write
from builder.write.guard import take
from builder.write.marker import Marker, encode, read_marker
from tests.smallsite import put, tree


def made(output: Path, files: Mapping[str, bytes]) -> int:
    """Writes a whole site, as a build does that knows nothing of what is there."""
    marker = read_marker(str(output))
    assert marker is None or isinstance(marker, Marker)
    return write(str(output), marker, frozenset(files), files.items())


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


FIRST = {"index.html": b"1", "people/a/index.html": b"a", "people/b/index.html": b"b"}
SECOND = {"index.html": b"2", "people/a/index.html": b"a", "terms/c/index.html": b"c"}


def expected(files: Mapping[str, bytes], complete: bool = True) -> dict[str, bytes]:
    return dict(sorted({**files, ".backstory": encode(complete, files)}.items()))


def test_files_and_marker_are_written(output: Path) -> None:
    assert made(output, FIRST) == 0
    assert tree(output) == expected(FIRST)


def test_what_is_no_longer_made_is_removed_with_its_folders(output: Path) -> None:
    made(output, FIRST)
    assert made(output, SECOND) == 1
    assert tree(output) == expected(SECOND)
    assert not (output / "people/b").exists()


def test_foreign_files_stay(output: Path) -> None:
    made(output, FIRST)
    put(output, "people/b/photo.jpg", "mine")
    put(output, "CNAME", "example.org")
    put(output, ".gitignore", "*")
    (output / "empty").mkdir()
    made(output, SECOND)
    assert (output / "people/b/photo.jpg").read_text() == "mine"
    assert (output / "CNAME").exists()
    assert (output / ".gitignore").exists()
    assert (output / "empty").is_dir()


def test_a_foreign_file_is_not_written_over(output: Path) -> None:
    made(output, FIRST)
    put(output, "terms/c/index.html", "mine")
    before = tree(output)
    with pytest.raises(Refused, match="in the way"):
        made(output, SECOND)
    assert tree(output) == before


@pytest.mark.parametrize("path", ["people/a/index.html", "terms/c/index.html", "index.html"])
@pytest.mark.parametrize("inside", ["", "/mine", "/deep/mine"])
def test_no_file_is_put_where_a_foreign_folder_stands(output: Path, path: str, inside: str) -> None:
    made(output, FIRST)
    (output / path).unlink(missing_ok=True)
    (output / path).mkdir(parents=True)
    if inside:
        put(output, path + inside, "mine")
    before = tree(output)
    with pytest.raises(Refused, match=f"/output/{path}” is in the way"):
        made(output, SECOND)
    assert tree(output) == before


@pytest.mark.parametrize("path", ["x/mine", "x/z/mine", "x/mine/"])
def test_a_folder_that_holds_what_is_foreign_becomes_no_file(output: Path, path: str) -> None:
    made(output, {"x/y": b"below", "x/z/y": b"below"})
    if path.endswith("/"):
        (output / path).mkdir()
    else:
        put(output, path, "mine")
    before = tree(output)
    with pytest.raises(Refused, match=f"/output/{path.rstrip('/')}” is in the way"):
        made(output, {"x": b"file"})
    assert tree(output) == before


@pytest.mark.parametrize("path", ["people", "people/a"])
def test_no_folder_is_made_where_a_foreign_file_stands(output: Path, path: str) -> None:
    made(output, FIRST)
    (output / "people").rename(output / "away")
    put(output, path, "mine")
    before = tree(output)
    with pytest.raises(Refused, match=f"/output/{path}” is in the way"):
        made(output, SECOND)
    assert tree(output) == before


def test_what_is_foreign_among_what_waits_is_left_and_told(output: Path) -> None:
    made(output, FIRST)
    put(output, ".backstory-tmp/0", "ours")
    put(output, ".backstory-tmp/mine", "mine")
    with pytest.raises(Refused, match=r"/output/.backstory-tmp/mine” is in the way"):
        made(output, SECOND)
    with pytest.raises(Refused, match=r"/output/.backstory-tmp/mine” is in the way"):
        remove_all(str(output), Marker(True, frozenset(FIRST)))
    assert tree(output) == expected(FIRST) | {".backstory-tmp/mine": b"mine"}


@pytest.mark.parametrize("name", ["terms", ".backstory-tmp"])
def test_nothing_is_written_through_a_link(output: Path, tmp_path: Path, name: str) -> None:
    made(output, FIRST)
    (tmp_path / "outside").mkdir()
    (output / name).symlink_to(tmp_path / "outside")
    with pytest.raises(Refused, match="in the way"):
        made(output, SECOND)
    assert tree(tmp_path / "outside") == {}


def test_no_page_is_renewed_through_a_link(output: Path, tmp_path: Path) -> None:
    made(output, FIRST)
    (output / "people").rename(tmp_path / "outside")
    (output / "people").symlink_to(tmp_path / "outside")
    before, outside = tree(output), tree(tmp_path / "outside")
    with pytest.raises(Refused, match="people” is in the way"):
        write(
            str(output),
            Marker(True, frozenset(FIRST)),
            frozenset(FIRST),
            [("people/b/index.html", b"newer")],
        )
    assert (tree(output), tree(tmp_path / "outside")) == (before, outside)


def test_no_marker_makes_a_link_ours(output: Path, tmp_path: Path) -> None:
    made(output, {"index.html": b"1", "media": b"a file once"})
    (tmp_path / "outside").mkdir()
    put(tmp_path, "outside/p.png", "mine")
    (output / "media").unlink()
    (output / "media").symlink_to(tmp_path / "outside")
    listed = Marker(True, frozenset({"index.html", "media", "media/p.png"}))
    for files in (frozenset({"index.html", "media/p.png"}), listed.files - {"media"}):
        with pytest.raises(Refused, match="media” is in the way"):
            write(str(output), listed, files, [("media/p.png", b"a stranger's")])
    assert (tmp_path / "outside/p.png").read_text() == "mine"


def test_no_empty_folder_is_deleted_through_a_link(output: Path, tmp_path: Path) -> None:
    only = {"index.html": b"1", "people/b/index.html": b"b"}
    made(output, only)
    shutil.rmtree(output / "people")
    (tmp_path / "outside/b").mkdir(parents=True)
    (output / "people").symlink_to(tmp_path / "outside")
    made(output, {"index.html": b"1"})
    assert (tmp_path / "outside/b").is_dir()


def test_nothing_is_deleted_through_a_link(output: Path, tmp_path: Path) -> None:
    made(output, FIRST)
    put(tmp_path, "outside/b/index.html", "mine")
    (output / "people/b/index.html").unlink()
    (output / "people/b").rmdir()
    (output / "people/b").symlink_to(tmp_path / "outside/b")
    made(output, SECOND)
    assert (tmp_path / "outside/b/index.html").read_text() == "mine"


def test_a_file_may_become_a_folder_and_back(output: Path) -> None:
    made(output, {"x": b"file"})
    made(output, {"x/y": b"below"})
    assert tree(output) == expected({"x/y": b"below"})
    made(output, {"x": b"file"})
    assert tree(output) == expected({"x": b"file"})
    made(output, {"x/y": b"below", "x/z/y": b"deep"})
    made(output, {"x": b"file"})
    assert tree(output) == expected({"x": b"file"})


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_permissions_do_not_depend_on_the_umask(output: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        made(output, FIRST)
    finally:
        os.umask(before)
    modes = {
        stat.S_IMODE(path.stat().st_mode) for path in [output, *output.rglob("*")] if path.is_dir()
    }
    assert modes == {0o755}
    assert {stat.S_IMODE(p.stat().st_mode) for p in output.rglob("*") if p.is_file()} == {0o644}


def test_a_page_that_fails_leaves_the_old_output(output: Path) -> None:
    made(output, FIRST)
    before = tree(output)

    def pages() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"2"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(str(output), Marker(True, frozenset(FIRST)), frozenset(SECOND), pages())
    assert tree(output) == before


def test_a_first_page_that_fails_leaves_nothing(output: Path) -> None:
    def pages() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"2"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(str(output), None, frozenset(SECOND), pages())
    assert tree(output) == {}


def killed_at(call: str, nth: int, monkeypatch: pytest.MonkeyPatch, output: Path) -> bool:
    """Writes the second site; every call from the nth on fails, as in a process that was killed.

    Returns whether it came to its end all the same.
    """
    real: Any = getattr(os, call)
    count = 0

    def failing(*arguments: Any, **options: Any) -> Any:
        nonlocal count
        count += 1
        if count > nth:
            raise KeyboardInterrupt
        return real(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing)
        try:
            made(output, SECOND)
        except KeyboardInterrupt:
            return False
    return True


CALLS = pytest.mark.parametrize("call", ["replace", "mkdir", "unlink", "rmdir", "open"])


@CALLS
@pytest.mark.parametrize("nth", range(8))
def test_a_first_build_killed_at_any_call_is_mended_by_the_next(
    output: Path, monkeypatch: pytest.MonkeyPatch, call: str, nth: int
) -> None:
    finished = killed_at(call, nth, monkeypatch, output)
    marker = take(str(output), str(output.parent / "site"))
    if marker and marker.complete:
        assert finished or tree(output) == expected(SECOND)
    made(output, SECOND)
    assert tree(output) == expected(SECOND)


@CALLS
@pytest.mark.parametrize("nth", range(12))
def test_a_build_killed_at_any_call_tears_nothing_and_is_mended_by_the_next(
    output: Path, monkeypatch: pytest.MonkeyPatch, call: str, nth: int
) -> None:
    made(output, FIRST)
    put(output, "CNAME", "mine")
    finished = killed_at(call, nth, monkeypatch, output)
    for path, data in tree(output).items():
        if not path.startswith(".backstory"):
            assert data in (FIRST.get(path), SECOND.get(path), b"mine")
    marker = read_marker(str(output))
    assert isinstance(marker, Marker)
    pages = {path: data for path, data in tree(output).items() if path in FIRST | SECOND}
    assert not marker.complete or pages in (SECOND if finished else FIRST, SECOND)
    made(output, SECOND)
    assert tree(output) == expected({**SECOND}) | {"CNAME": b"mine"}
    assert not (output / "people/b").exists()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "space on the disk"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "permissions"),
    ],
)
def test_a_disk_that_says_no_is_a_sentence(
    output: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    made(output, FIRST)

    def full(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", full)
    with pytest.raises(Unable, match="Could not write") as told:
        made(output, SECOND)
    assert words in told.value.hint
    monkeypatch.undo()
    made(output, SECOND)
    assert tree(output) == expected(SECOND)


def test_removing_all_leaves_what_is_foreign(output: Path) -> None:
    made(output, FIRST)
    put(output, ".gitignore", "*")
    marker = read_marker(str(output))
    assert isinstance(marker, Marker)
    assert remove_all(str(output), marker) == 3
    assert tree(output) == {".gitignore": b"*"}


def test_removing_all_removes_a_folder_that_is_then_empty(output: Path) -> None:
    made(output, FIRST)
    assert remove_all(str(output), Marker(True, frozenset(FIRST))) == 3
    assert not output.exists()
