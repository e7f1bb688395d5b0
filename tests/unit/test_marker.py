"""builder.write.marker and builder.write.paths."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.sources.troubles import Refused
from builder.write import marker
from builder.write.marker import DAMAGED, Marker, encode, parse, read_marker
from builder.write.paths import checked, fault, folders


@given(
    st.booleans(),
    st.frozensets(st.from_regex(r"[a-z]{1,8}(/[a-zé0-9.]{0,4}[a-z]){0,3}", fullmatch=True)),
)
def test_what_is_encoded_is_parsed(complete: bool, files: frozenset[str]) -> None:
    assert parse(encode(complete, files)) == Marker(complete, files)


def test_bytes_do_not_depend_on_order() -> None:
    assert encode(True, ["b", "a"]) == encode(True, ["a", "b"])


def test_its_bytes() -> None:
    assert encode(False, ["é"]).decode() == (
        '{\n "backstory": 1,\n'
        ' "about": "Backstory made these files. The next build may change and delete them.",\n'
        ' "state": "unfinished",\n "files": [\n  "é"\n ]\n}\n'
    )


SOUND = {"backstory": 1, "state": "complete", "files": ["a"]}


@pytest.mark.parametrize(
    "change",
    [
        {"backstory": 2},
        {"state": "done"},
        {"files": {"a": 1}},
        {"files": ["a", 1]},
        {"files": ["a", "\ud800"]},
        {"files": ["a/" * 40 + "a"]},  # the ways to many such files would fill the memory
    ],
)
def test_a_marker_of_another_shape_is_damaged(change: dict[str, object]) -> None:
    assert parse(json.dumps(SOUND).encode()) == Marker(True, frozenset({"a"}))
    assert parse(json.dumps({**SOUND, **change}).encode()) == DAMAGED


def test_a_marker_is_a_file_or_damaged(tmp_path: Path) -> None:
    assert read_marker(str(tmp_path)) is None
    (tmp_path / ".backstory").mkdir()
    assert read_marker(str(tmp_path)) == DAMAGED


def test_while_files_wait_beside_it_nothing_is_finished(tmp_path: Path) -> None:
    (tmp_path / ".backstory").write_bytes(encode(True, ["a"]))
    assert read_marker(str(tmp_path)) == Marker(True, frozenset({"a"}))
    (tmp_path / ".backstory-tmp").mkdir()
    assert read_marker(str(tmp_path)) == Marker(False, frozenset({"a"}))


def test_a_marker_that_cannot_be_read_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".backstory").write_bytes(encode(True, []))
    monkeypatch.setattr(marker, "parse", refusing)
    assert read_marker(str(tmp_path)) == DAMAGED


def refusing(_: bytes) -> Marker:
    """A disk that fails while the file is read."""
    raise OSError


@given(st.binary())
def test_any_bytes_are_a_marker_or_damaged(data: bytes) -> None:
    assert isinstance(parse(data), Marker)


@given(
    st.recursive(
        st.none() | st.text() | st.integers(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)
    )
)
def test_any_json_is_a_marker_or_damaged(value: object) -> None:
    shaped = {"backstory": 1, "state": "complete", "files": value}
    parsed = parse(json.dumps(shaped).encode())
    assert parsed == DAMAGED or not any(fault(path) for path in parsed.files)


NO_PATH = "it is not a relative path with slashes"
OUT = "it leads out of the output folder"
KEPT = "this name is kept for Backstory itself"
LONG = "the name is longer than disks allow"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        *((path, NO_PATH) for path in ("", "a\\b", "C:/a", "a\0b")),
        *((path, OUT) for path in ("/a", "a//b", "a/", ".", "..", "a/../b", "a/./b")),
        *((path, KEPT) for path in (".backstory", ".BACKSTORY", ".backstory-tmp/0", ".git/config")),
        *((path, KEPT) for path in (".gitignore", ".gitkeep")),
        *((path, LONG) for path in ("x" * 256, "é" * 128, f"a/{'𝒙' * 64}/b")),
    ],
)
def test_these_are_no_paths_of_an_output(path: str, reason: str) -> None:
    assert fault(path) == reason
    with pytest.raises(Refused) as refused:
        checked(path)
    assert str(refused.value) == f"The page “{path}” cannot be written: {reason}."


@pytest.mark.parametrize(
    "path",
    [
        *("index.html", "a/b/c.json", ".nojekyll", "علي/index.html", "a..b", "a/b:c"),
        *("x" * 255, "é" * 127, "𝒙" * 63, "a/.gitignore", f"{'x' * 200}/{'x' * 200}"),
    ],
)
def test_these_are(path: str) -> None:
    assert not fault(path)
    assert checked(path) == path


def test_folders_come_innermost_first() -> None:
    assert folders("a/b/c") == ["a/b", "a"]
    assert folders("c") == []
