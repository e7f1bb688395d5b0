"""builder.write.manifest: what is saved is loaded; what is damaged is not there."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.diagnostics import Diagnostic, Location, Related, Severity
from builder.ground.digests import digest
from builder.sources.secret import sealing
from builder.write.cache import CacheFolder
from builder.write.manifest import (
    NOTHING_KNOWN,
    Manifest,
    OutputFile,
    load_manifest,
    save_manifest,
)

TOLD = Diagnostic(
    "unused",
    Severity.WARNING,
    "“x”",
    Location("a.md", 1, 2, 3),
    "h",
    (Related(Location("b"), "r"),),
)
MANIFEST = Manifest(
    "url=None drafts=False",
    "t",
    "l",
    {"content/é.md": ("1 2 3 4", "d")},
    {"index.html": OutputFile("v", ("5 6 7 8", "e"))},
    (TOLD,),
)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save_manifest(CacheFolder(str(tmp_path)), MANIFEST)
    assert load_manifest(CacheFolder(str(tmp_path))) == MANIFEST
    assert [path.name for path in tmp_path.iterdir()] == ["manifest"]


def test_none_is_none(tmp_path: Path) -> None:
    assert load_manifest(CacheFolder(str(tmp_path))) is NOTHING_KNOWN


@given(st.data())
def test_any_damage_is_seen(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    folder = tmp_path_factory.mktemp("cache")
    save_manifest(CacheFolder(str(folder)), MANIFEST)
    file = folder / "manifest"
    whole = file.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    file.write_bytes(whole[:at] + data.draw(st.binary(max_size=3)))
    assert load_manifest(CacheFolder(str(folder))) is NOTHING_KNOWN or file.read_bytes() == whole


@given(st.binary())
def test_any_bytes_are_no_manifest(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = tmp_path_factory.mktemp("cache")
    (folder / "manifest").write_bytes(data)
    assert load_manifest(CacheFolder(str(folder))) is NOTHING_KNOWN


@pytest.mark.parametrize(
    "value", [[], {}, {"format": "other"}, {"format": "backstory-manifest-2", "inputs": 3}, "x", 1]
)
def test_another_shape_with_a_right_seal_is_no_manifest(tmp_path: Path, value: object) -> None:
    body = json.dumps(value).encode()
    (tmp_path / "manifest").write_bytes(sealing()(body).encode() + b"\n" + body)
    assert load_manifest(CacheFolder(str(tmp_path))) is NOTHING_KNOWN


@pytest.mark.parametrize("change", [{"outputs": None}, {"diagnostics": [[]]}, {"inputs": 9}])
def test_another_shape_of_this_format_is_no_manifest(
    tmp_path: Path, change: dict[str, object]
) -> None:
    file = tmp_path / "manifest"
    save_manifest(CacheFolder(str(tmp_path)), MANIFEST)
    head, nul, rest = file.read_bytes().partition(b"\n")[2].partition(b"\0")
    body = json.dumps({**json.loads(head), **change}).encode() + nul + rest
    file.write_bytes(sealing()(body).encode() + b"\n" + body)
    assert load_manifest(CacheFolder(str(tmp_path))) is NOTHING_KNOWN


def test_nesting_without_end_is_no_manifest(tmp_path: Path) -> None:
    body = b"[" * 100_000
    (tmp_path / "manifest").write_bytes(sealing()(body).encode() + b"\n" + body)
    assert load_manifest(CacheFolder(str(tmp_path))) is NOTHING_KNOWN


def test_a_digest_that_anybody_can_make_is_no_seal(tmp_path: Path) -> None:
    save_manifest(CacheFolder(str(tmp_path)), MANIFEST)
    file = tmp_path / "manifest"
    body = file.read_bytes().partition(b"\n")[2]
    file.write_bytes(digest(body).encode() + b"\n" + body)
    assert load_manifest(CacheFolder(str(tmp_path))) is NOTHING_KNOWN
