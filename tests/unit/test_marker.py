"""builder.write.marker and builder.write.paths."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.sources.troubles import Refused
from builder.write.marker import Damaged, Marker, encode, parse
from builder.write.paths import checked, fault, folders


@given(
    st.booleans(),
    st.frozensets(st.from_regex(r"[a-z]{1,8}(/[a-zé0-9.]{0,4}[a-z]){0,3}", fullmatch=True)),
)
def test_what_is_encoded_is_parsed(complete: bool, files: frozenset[str]) -> None:
    assert parse(encode(complete, files)) == Marker(complete, files)


def test_bytes_do_not_depend_on_order() -> None:
    assert encode(True, ["b", "a"]) == encode(True, ["a", "b"])


@given(st.binary())
def test_any_bytes_are_a_marker_or_damaged(data: bytes) -> None:
    assert isinstance(parse(data), Marker | Damaged)


@given(
    st.recursive(
        st.none() | st.text() | st.integers(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)
    )
)
def test_any_json_is_a_marker_or_damaged(value: object) -> None:
    shaped = {"backstory": 1, "state": "complete", "files": value}
    parsed = parse(json.dumps(shaped).encode())
    assert isinstance(parsed, Marker | Damaged)
    assert isinstance(parsed, Damaged) or not any(fault(path) for path in parsed.files)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/a",
        "a//b",
        "a/",
        ".",
        "..",
        "a/../b",
        "a/./b",
        "a\\b",
        "C:/a",
        "a\0b",
        ".backstory",
        ".BACKSTORY",
        ".backstory-tmp/0",
        ".git/config",
        ".gitignore",
        "x" * 256,
        "é" * 128,
    ],
)
def test_these_are_no_paths_of_an_output(path: str) -> None:
    assert fault(path)
    with pytest.raises(Refused):
        checked(path)


@pytest.mark.parametrize(
    "path", ["index.html", "a/b/c.json", ".nojekyll", "علي/index.html", "a..b"]
)
def test_these_are(path: str) -> None:
    assert not fault(path)
    assert checked(path) == path


def test_folders_come_innermost_first() -> None:
    assert folders("a/b/c") == ["a/b", "a"]
    assert folders("c") == []
