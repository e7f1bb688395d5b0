"""builder.sources.stats: when a digest may be taken from the table."""

import os
from pathlib import Path

import pytest

from builder.ground.digests import digest
from builder.sources.stats import entry, holds, same, trusted
from builder.sources.walk import NO_STAMP, FoundFile, Stamp, look

LATER = 1 << 62


def found(path: Path) -> FoundFile:
    file = look("x", str(path))
    assert file
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    return path


def test_an_old_stamp_is_trusted(file: Path) -> None:
    assert holds(found(file), {"x": (found(file).stamp, "remembered")}) == "remembered"


def test_another_stamp_is_read_again(file: Path) -> None:
    assert holds(found(file), {"x": ("1 2 3 4", "remembered")}) == digest(b"old")


def test_an_entry_without_a_digest_is_read(file: Path) -> None:
    assert holds(found(file), {"x": (found(file).stamp, "")}) == digest(b"old")


def test_a_stamp_younger_than_the_look_is_not_kept(file: Path) -> None:
    stamp = found(file).stamp
    assert entry(stamp, "d", LATER) == (stamp, "d")
    assert entry(stamp, "d", file.stat().st_mtime_ns) == (NO_STAMP, "d")
    assert entry(stamp, "d", 0) == (NO_STAMP, "d")


def test_the_same_files_are_the_same(file: Path) -> None:
    assert same([found(file)], {"x": (found(file).stamp, "anything")})


def test_touched_files_with_old_bytes_are_the_same(file: Path) -> None:
    known = {"x": (found(file).stamp, digest(b"old"))}
    os.utime(file, ns=(1, 1))
    assert same([found(file)], known)


def test_a_change_of_the_same_length_with_the_old_mtime_is_seen(file: Path) -> None:
    before = file.stat()
    known = {"x": entry(found(file).stamp, digest(b"old"), before.st_mtime_ns)}
    file.write_bytes(b"new")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not same([found(file)], known)


def test_more_fewer_and_faulty_files_are_not_the_same(file: Path) -> None:
    ours = found(file)
    known = {"x": (ours.stamp, "d")}
    assert not same([], known)
    assert not same([ours, ours._replace(path="y")], known)
    assert not same([ours._replace(fault="symlink")], known)
    assert not same([ours], {})


@pytest.mark.parametrize(
    ("stamp", "expected"), [("3 10 10 7", True), ("3 10 9 8", False), (NO_STAMP, False)]
)
def test_a_table_is_trusted_that_knows_the_stamps(stamp: Stamp, expected: bool) -> None:
    assert trusted([FoundFile("x", "x", "3 10 10 7")], {"x": (stamp, "d")}) is expected


@pytest.mark.parametrize(("now", "is_kept"), [(12, True), (11, False), (10, False)])
@pytest.mark.parametrize("stamp", ["3 10 11 7", "3 11 10 7"])
def test_neither_mtime_nor_ctime_may_be_as_young(stamp: Stamp, now: int, is_kept: bool) -> None:
    assert entry(stamp, "d", now) == (stamp if is_kept else NO_STAMP, "d")
