"""A word of an entry changes the cards of pages: these alone are made, in the files there are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from builder.build import patching
from tests.incremental.test_edits import clean_twin
from tests.smallsite import FILES, ROOT, built, put, site, tree

PEOPLE = FILES["content/people.yaml"]
BASE = (ROOT / "templates/base.html").read_text("utf-8")
CARDS = (ROOT / "templates/_cards.html").read_text("utf-8")
TWICE = BASE.replace("{{ cards }}", "{{ cards }}{{ cards }}")
NEVER = BASE.replace("{{ cards }}", "")


@pytest.fixture
def put_in(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The cards that were put into a file that was there."""
    found: list[str] = []

    def counted(file: bytes, place: patching.Place, cards: bytes) -> Any:
        found.append(cards.decode())
        return patching.put(file, place, cards)

    monkeypatch.setattr("builder.build.making.put", counted)
    return found


def edited(root: Path, old: str, new: str) -> None:
    """Replace a word of the people and build; the output is that of a build from nothing."""
    path = root / "content/people.yaml"
    text = path.read_text("utf-8")
    assert old in text
    put(root, "content/people.yaml", text.replace(old, new))
    built(root)
    assert tree(root / "output") == clean_twin(root)


def test_a_word_of_an_entry_is_put_into_the_page_again_and_again(
    tmp_path: Path, put_in: list[str]
) -> None:
    root = site(tmp_path / "site")
    built(root)
    for number, (old, new) in enumerate([("opened", "will have shut"), ("will have shut", "saw")]):
        edited(root, old, new)
        assert f"She {new} it." in put_in[number]
    assert len(put_in) == 2


def test_a_name_stands_elsewhere_too(tmp_path: Path, put_in: list[str]) -> None:
    root = site(tmp_path / "site")
    built(root)
    edited(root, "name: Ada Lovelace", "name: Ada King\n  other_names: [Ada Lovelace]")
    assert not put_in


@pytest.mark.parametrize(
    ("name", "text", "count"),
    [
        ("base.html", TWICE, 0),
        ("base.html", NEVER, 0),
        ("_cards.html", CARDS.replace("<h2>", "<h2>My ").replace("<ol>", "<ol hidden>"), 1),
    ],
    ids=["twice", "never", "own"],
)
def test_templates_of_ones_own_are_heeded(
    tmp_path: Path, put_in: list[str], name: str, text: str, count: int
) -> None:
    root = site(tmp_path / "site")
    put(root, f"templates/{name}", text)
    built(root)
    edited(root, "opened", "shut")
    assert len(put_in) == count


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("templates/_colophon.html", "<footer>Another foot</footer>\n"),
        ("site.yaml", FILES["site.yaml"].replace("Small", "Large")),
        ("content/story.md", FILES["content/story.md"].replace("was long", "was very long")),
    ],
    ids=["template", "setting", "article"],
)
def test_what_else_has_changed_is_made_too(
    tmp_path: Path, put_in: list[str], path: str, text: str
) -> None:
    root = site(tmp_path / "site")
    built(root)
    put(root, path, text)
    edited(root, "opened", "shut")
    assert not put_in


def test_where_nothing_is_remembered_the_page_is_made_whole(
    tmp_path: Path, put_in: list[str]
) -> None:
    root = site(tmp_path / "site")
    built(root)
    for path in (root / ".cache").rglob("memory.db"):
        path.write_bytes(b"damaged")
    edited(root, "opened", "shut")
    assert not put_in


def test_a_file_that_changes_while_it_is_built_is_made_whole(
    tmp_path: Path, put_in: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site(tmp_path / "site")
    built(root)

    def meanwhile(*given: Any) -> Any:
        for path in (root / "output").rglob("*.html"):
            path.write_bytes(path.read_bytes().replace(b"opened", b"closed"))
        return patching.patchable(*given)

    monkeypatch.setattr("builder.build.making.patchable", meanwhile)
    edited(root, "opened", "shut")
    assert not put_in
