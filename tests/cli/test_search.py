"""`search: true`: a page for searching, and beside the pages an index that is always theirs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from builder.build.building import build
from builder.sources.troubles import Unable
from builder.write.marker import Marker, read_marker
from tests.incremental.test_edits import clean_twin, rebuilt
from tests.smallsite import FILES, backstory, built, put, request, site, tree

SEARCHED = FILES["site.yaml"] + "search: true\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small site with a search page, built."""
    root = site(tmp_path / "site", {"site.yaml": SEARCHED})
    built(root)
    return root


@pytest.fixture
def no_index(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, to make an index fails the test."""
    assert index(root)

    def search_index(*_: object) -> dict[str, bytes]:
        raise AssertionError("An index is made.")

    monkeypatch.setattr("builder.build.searching.search_index", search_index)


def index(root: Path) -> dict[str, bytes]:
    """The files of the index."""
    return {path: data for path, data in tree(root / "output").items() if "pagefind/" in path}


def is_finished(root: Path) -> bool:
    marker = read_marker(str(root / "output"))
    assert isinstance(marker, Marker)
    return marker.complete


def test_the_index_stands_beside_the_pages(root: Path) -> None:
    names = {path.rpartition("/")[2] for path in index(root)}
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} < names
    assert not [name for name in names if "ui" in name or "highlight" in name]
    assert is_finished(root)


@pytest.mark.parametrize("settings", [FILES["site.yaml"], FILES["site.yaml"] + "search: false\n"])
def test_without_a_search_page_there_is_none(root: Path, settings: str) -> None:
    put(root, "site.yaml", settings)
    built(root)
    assert not index(root)
    assert tree(root / "output") == clean_twin(root)


@pytest.mark.usefixtures("no_index")
def test_where_nothing_changed_it_stays(root: Path) -> None:
    assert built(root).summary[1:] == (0, len(tree(root / "output")) - 1, 0)  # type: ignore[index]


@pytest.mark.usefixtures("no_index")
def test_where_no_text_changed_it_stays(root: Path) -> None:
    put(root, "templates/assets/style.css", "p { color: red }")
    written, summary = rebuilt(root)
    assert written == {"assets/style.css"}
    assert sum(summary[1:3]) == len(tree(root / "output")) - 1
    assert is_finished(root)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/story.md", FILES["content/story.md"] + "\nIt rained.\n"),
        ("content/people.yaml", FILES["content/people.yaml"].replace("opened", "shut")),
        ("content/pages/about.md", "---\ntitle: About\n---\n\nWho we are.\n"),
        ("site.yaml", SEARCHED.replace("en", "fr")),
        ("site.yaml", SEARCHED + "urls: file\n"),
        ("content/more.md", "---\ntitle: More\ndate: 2020-01-08\n---\n\nIt held.\n"),
    ],
)
def test_after_an_edit_it_is_that_of_a_build_from_nothing(root: Path, path: str, text: str) -> None:
    before = index(root)
    put(root, path, text)
    built(root)
    assert index(root) != before
    assert tree(root / "output") == clean_twin(root)


def test_a_file_of_it_that_is_lost_or_touched_comes_back(root: Path) -> None:
    before = tree(root / "output")
    first, second, *_ = sorted(index(root))
    (root / "output" / first).unlink()
    put(root, f"output/{second}", "x")
    written, _ = rebuilt(root)
    assert tree(root / "output") == before
    assert written == {first, second}


def test_a_lost_cache_costs_time_alone(root: Path) -> None:
    before = tree(root / "output")
    built(root, clean=True)
    assert tree(root / "output") == before


def test_without_pagefind_nothing_is_touched(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(root / "output")
    put(root, "content/story.md", FILES["content/story.md"] + "\nIt rained.\n")
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(Unable, match="needs Pagefind") as trouble:
        build(request(root))
    assert "search: false" in trouble.value.hint
    assert tree(root / "output") == before


def test_an_output_without_its_index_is_not_finished(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "content/story.md", FILES["content/story.md"] + "\nIt rained.\n")
    with monkeypatch.context() as broken:
        broken.setattr("pagefind_bin.get_executable", lambda: Path("/bin/false"))
        with pytest.raises(Unable, match="index of the search page"):
            build(request(root))
    assert not is_finished(root)
    built(root)
    assert is_finished(root)
    assert tree(root / "output") == clean_twin(root)


def test_settings_for_pagefind_from_elsewhere_are_not_heeded(root: Path) -> None:
    before = tree(root / "output")
    put(root, "pagefind.yml", "root_selector: nothing\n")
    log = root / "pagefind.log"
    told = backstory("build", "--clean", cwd=root, PAGEFIND_LOGFILE=str(log))
    assert told.returncode == 0, told.stderr
    assert not log.exists()
    assert tree(root / "output") == before


def test_two_languages_are_searched_together(tmp_path: Path) -> None:
    french = "---\ntitle: Un pont\ndate: 2020-01-08\nlanguage: fr\n---\n\nIl a plu.\n"
    root = site(tmp_path / "site", {"site.yaml": SEARCHED, "content/pont.md": french})
    built(root)
    assert [path for path in index(root) if path.endswith(".pf_meta")] == [
        path for path in index(root) if path.startswith("pagefind/pagefind.en_")
    ]
