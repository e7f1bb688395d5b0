"""Ways to folders and files, as messages name them."""

from pathlib import Path

import pytest

from builder.ground.ways import below, way_to


def test_the_way_to_where_one_stands_is_empty(tmp_path: Path) -> None:
    assert way_to(str(tmp_path), str(tmp_path)) == ""
    assert below("", "content/a.md") == "content/a.md"


@pytest.mark.parametrize(
    ("place", "way"), [("site", "site"), ("../site", "../site"), ("/x", "/x"), ("a/../b", "b")]
)
def test_the_shorter_way_is_taken(
    place: str, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert way_to(place) == way


def test_a_way_up_and_a_way_down_are_one() -> None:
    assert below("../site", "../out/index.html") == "../out/index.html"
    assert below("../site", "/out/index.html") == "/out/index.html"
