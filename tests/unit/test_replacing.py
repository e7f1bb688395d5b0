"""Replacing a file that people wrote: at once, or not at all."""

import os
from pathlib import Path

import pytest

from builder.sources.troubles import Unable
from builder.write.replacing import replace


def test_the_bytes_change_and_the_permissions_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"one")
    file.chmod(0o640)
    replace(str(file), b"one", b"two")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"two", 0o640)
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_a_file_that_has_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"newer")
    with pytest.raises(Unable, match="has changed meanwhile"):
        replace(str(file), b"one", b"two")
    assert file.read_bytes() == b"newer"


def test_a_link_is_left_alone(tmp_path: Path) -> None:
    file, link = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_bytes(b"one")
    link.symlink_to(file)
    with pytest.raises(Unable, match="not a plain file"):
        replace(str(link), b"one", b"two")
    assert (file.read_bytes(), link.is_symlink()) == (b"one", True)


def test_a_failing_disk_leaves_the_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"one")

    def full(source: str, target: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("builder.write.replacing.os.replace", full)
    with pytest.raises(Unable, match="No space left"):
        replace(str(file), b"one", b"two")
    assert (file.read_bytes(), os.listdir(tmp_path)) == (b"one", ["a.yaml"])


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unable, match="No such file"):
        replace(str(tmp_path / "a.yaml"), b"one", b"two")


def test_a_new_file_has_the_permissions_of_new_files(tmp_path: Path) -> None:
    other, file = tmp_path / "a.yaml", tmp_path / "b.yaml"
    other.write_bytes(b"one")
    replace(str(file), None, b"two")
    assert (file.read_bytes(), file.stat().st_mode) == (b"two", other.stat().st_mode)
    assert sorted(os.listdir(tmp_path)) == ["a.yaml", "b.yaml"]


def test_a_new_file_takes_the_place_of_none(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"newer")
    with pytest.raises(Unable, match="File exists"):
        replace(str(file), None, b"two")
    assert file.read_bytes() == b"newer"


def test_where_the_disk_fails_there_is_no_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: str, target: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("builder.write.replacing.os.replace", full)
    with pytest.raises(Unable, match="No space left"):
        replace(str(tmp_path / "a.yaml"), None, b"two")
    assert os.listdir(tmp_path) == []
