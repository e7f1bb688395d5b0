"""builder.link.found: bounds on what one entry may cost."""

from __future__ import annotations

import pytest

from tests.project import lines, project


def told(quotes: str, article: str) -> list[str]:
    site = project({"a.md": article, "quotes.yaml": quotes})
    found = [line for line in lines(site.diagnostics, site.fronted).splitlines() if "quote" in line]
    return [line.partition("error: ")[2] for line in found if "error: " in line]


def test_words_in_very_many_places_are_not_followed_to_all_of_them() -> None:
    site = project({"a.md": "no word " * 500, "quotes.yaml": "q:\n  exact: no word\n"})
    (said,) = [d for d in site.diagnostics if d.code == "quote-ambiguous"]
    assert said.message == "The quotation stands in very many places."
    assert len(said.related) == 100


@pytest.mark.parametrize(("count", "ok"), [(20, True), (21, False)])
def test_a_quotation_has_twenty_pieces_at_most(count: int, ok: bool) -> None:
    pieces = [f"piece{n}" for n in range(count)]
    quotes = "q:\n  exact: [" + ", ".join(pieces) + "]\n"
    said = told(quotes, " ".join(f"“{piece}”" for piece in pieces))
    wanted = "The quotation has 21 pieces; 20 at most are looked for. [quote-missing]"
    assert said == ([] if ok else [wanted])


def test_the_nearest_words_are_looked_for_a_hundred_times_at_most() -> None:
    quotes = "".join(f"q{n}:\n  exact: the bridge over the river was {n}\n" for n in range(120))
    said = told(quotes, "“The bridge over the river was long,” she said.")
    assert [line.rpartition("[")[2] for line in said] == ["quote-altered]"] * 100 + [
        "quote-missing]"
    ] * 20
