"""What quotations and events cost a save, on a site that has many: counted, without a clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builder.build.showing import Showing
from builder.model import entries
from builder.model.entries import Entry
from builder.model.refs import Ref
from builder.pages.machine import data
from tests.smallsite import built, put, request, site

ARTICLES = 5
"""Each has a quotation and an event."""


def article(number: int, more: str = "") -> str:
    """An article."""
    said = f"“It was a very good case {number},” Ada Lovelace said.\n\nCase {number} was closed."
    return f"---\ntitle: Case {number}\ndate: 2020-01-0{number + 1}\n---\n\n{said}\n{more}"


def quotes(note: str = "Said twice.") -> str:
    """A quotation in each article, with this note."""
    return "".join(
        f"q{n}: {{exact: 'It was a very good case {n},', speaker: person:ada-lovelace, "
        f"note: '{note}'}}\n"
        for n in range(ARTICLES)
    )


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A site of which every article has a quotation and an event."""
    events = "".join(
        f"e{n}: {{title: Closed, date: 2019-01-01, passage: Case {n} was closed, "
        "about: [person:ada-lovelace]}\n"
        for n in range(ARTICLES)
    )
    root = site(tmp_path, {"content/quotes.yaml": quotes(), "content/timeline.yaml": events})
    for number in range(ARTICLES):
        put(root, f"content/a{number}.md", article(number))
    return root


def noted(patch: pytest.MonkeyPatch, place: Any, name: str, which: int) -> Counter[Ref]:
    """With which entries a function is called from now on, as its argument of that number."""
    counted: Counter[Ref] = Counter()
    called: Callable[..., Any] = getattr(place, name)

    def observed(*given: Any) -> Any:
        if isinstance(given[which], Entry):
            counted[given[which].ref] += 1
        return called(*given)

    patch.setattr(place, name, observed)
    return counted


def test_to_name_the_data_no_object_of_it_is_made(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(newsroom)
    made = noted(monkeypatch, data, "_entry", 1)
    put(newsroom, "content/a0.md", article(0, "\nEdited.\n"))
    built(newsroom)
    assert not made
    put(newsroom, "content/quotes.yaml", "# A comment.\n" + quotes())
    built(newsroom)
    assert not made
    put(newsroom, "content/quotes.yaml", quotes("Said once."))
    built(newsroom)
    assert made == Counter(Ref("quote", f"q{n}") for n in range(ARTICLES))


def test_what_entries_refer_to_is_found_once(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = noted(monkeypatch, entries, "_references", 0)
    showing = Showing(request(newsroom))
    assert showing.renew().ok
    assert len(found) == 1 + 2 * ARTICLES
    assert {*found.values()} == {1}
    found.clear()
    put(newsroom, "content/a0.md", article(0, "\nEdited.\n"))
    assert showing.renew().ok
    assert not found
