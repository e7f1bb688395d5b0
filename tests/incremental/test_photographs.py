"""A picture that holds the place where it was taken is told of, by every build alike."""

from pathlib import Path

import pytest

from builder.build import pictures
from builder.build.building import build
from builder.build.checking import check
from builder.build.request import Outcome
from tests.photographs import photograph
from tests.smallsite import PICTURE, built, put, request, site

STORY = "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\nAda Lovelace opened it.\n\n"
SHOWING = STORY + "![A bridge](night/bridge.jpg)\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with a photograph that a page shows, and one that no page shows."""
    files: dict[str, str | bytes] = {
        "content/story.md": SHOWING,
        "content/night/bridge.jpg": photograph(),
        "content/unused.jpg": photograph(),
    }
    return site(tmp_path / "site", files)


def places(outcome: Outcome) -> list[tuple[str, str]]:
    """The code and the file of all that is told but of unused files."""
    return [(d.code, d.location.path) for d in outcome.diagnostics if d.code != "unused-file"]


TOLD = [("image-location", "content/night/bridge.jpg")]


def test_the_warning_names_the_file_and_what_to_type(root: Path) -> None:
    (told,) = (d for d in built(root).diagnostics if d.code == "image-location")
    assert told.location.path == "content/night/bridge.jpg"
    assert told.hint.endswith("exiftool -all= -overwrite_original content/night/bridge.jpg")
    assert told.related[0].location.path == "content/story.md"
    copied = (root / "output/media/night/bridge.jpg").read_bytes()
    assert copied == (root / "content/night/bridge.jpg").read_bytes()
    assert told in check(request(root)).diagnostics


def test_a_later_build_says_the_same_and_does_not_look_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert places(built(root)) == TOLD
    monkeypatch.delattr(pictures, "looked_at")
    assert places(built(root)) == TOLD
    put(root, "content/story.md", SHOWING + "\nThe end.\n")
    assert places(built(root)) == TOLD
    put(root, "content/story.md", SHOWING)
    assert places(built(root)) == TOLD


def test_it_ends_when_the_coordinates_are_taken_out_and_comes_back(root: Path) -> None:
    built(root)
    put(root, "content/night/bridge.jpg", photograph(gps={}))
    assert places(built(root)) == []
    put(root, "content/night/bridge.jpg", photograph())
    assert places(built(root)) == TOLD


def test_a_picture_that_no_page_shows_is_not_told_of(root: Path) -> None:
    put(root, "content/story.md", STORY)
    assert places(built(root)) == []


def test_it_can_be_silenced_and_is_strict(root: Path) -> None:
    assert build(request(root, strict=True)).failed
    put(root, "site.yaml", "title: Small\ncheck: {ignore: [image-location]}\n")
    assert places(built(root, strict=True)) == []
    put(root, "content/night/bridge.jpg", PICTURE)
    assert places(built(root)) == [("unused-ignore", "site.yaml")]
