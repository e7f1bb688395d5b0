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


PATHS = [f"{n}.html" for n in range(40)]
TABLES = st.lists(
    st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["a", "b"])), min_size=1, max_size=4
)


def told(manifest: Manifest) -> Manifest:
    """What a manifest says, wherever it was loaded from."""
    return manifest._replace(base=None)


def of(changed: dict[str, str]) -> Manifest:
    """A manifest of forty files, of which some are others than usual, and some are gone."""
    rows = {path: (f"1 2 3 {path}", "d") for path in PATHS} | {
        path: ("5 6 7 8", held) for path, held in changed.items()
    }
    left = {path: row for path, row in rows.items() if row[1] != "b"}
    return MANIFEST._replace(
        inputs=left, outputs={path: OutputFile("v", row) for path, row in left.items()}
    )


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save_manifest(CacheFolder(str(tmp_path)), MANIFEST)
    assert told(load_manifest(CacheFolder(str(tmp_path)))) == MANIFEST
    assert [path.name for path in tmp_path.iterdir()] == ["manifest"]


@given(TABLES)
def test_what_is_saved_last_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, tables: list[dict[str, str]]
) -> None:
    cache = CacheFolder(str(tmp_path_factory.mktemp("cache")))
    for changed in tables:
        known = load_manifest(cache)
        save_manifest(cache, of(changed)._replace(base=known.base))
        assert told(load_manifest(cache)) == of(changed)


def test_a_few_rows_are_written_alone(tmp_path: Path) -> None:
    cache = CacheFolder(str(tmp_path))
    save_manifest(cache, of({}))
    first, known = (tmp_path / "manifest").read_bytes(), load_manifest(cache)
    save_manifest(cache, of({"3.html": "a"})._replace(base=known.base))
    assert (tmp_path / "manifest").read_bytes() == first
    assert len((tmp_path / "manifest.since").read_bytes()) < len(first) / 2
    save_manifest(cache, of(dict.fromkeys(PATHS, "a"))._replace(base=known.base))
    assert [path.name for path in tmp_path.iterdir()] == ["manifest"]


def test_rows_that_are_damaged_or_of_another_manifest_are_not_there(tmp_path: Path) -> None:
    cache, since = CacheFolder(str(tmp_path)), tmp_path / "manifest.since"
    save_manifest(cache, of({}))
    known = load_manifest(cache)
    save_manifest(cache, of({"3.html": "a"})._replace(base=known.base))
    whole = since.read_bytes()
    since.write_bytes(whole[:-1])
    assert told(load_manifest(cache)) == of({})
    save_manifest(cache, of({"4.html": "a"}))
    since.write_bytes(whole)
    assert told(load_manifest(cache)) == of({"4.html": "a"})


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


@pytest.mark.parametrize("change", [{"gone": None}, {"gone": [[]]}, {"inputs": 9}, {"since": 1}])
def test_another_shape_of_this_format_is_no_manifest(
    tmp_path: Path, change: dict[str, object]
) -> None:
    file = tmp_path / "manifest"
    save_manifest(CacheFolder(str(tmp_path)), MANIFEST)
    head, nul, rest = file.read_bytes().partition(b"\n")[2].partition(b"\0")
    body = json.dumps({**json.loads(head), **change}).encode() + nul + rest
    file.write_bytes(sealing()(body).encode() + b"\n" + body)
    assert load_manifest(CacheFolder(str(tmp_path))) is NOTHING_KNOWN


def test_a_folder_in_the_place_of_the_rows_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / "manifest.since").mkdir()
    save_manifest(CacheFolder(str(tmp_path)), MANIFEST)
    assert told(load_manifest(CacheFolder(str(tmp_path)))) == MANIFEST


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
