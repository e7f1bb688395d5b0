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


def whole(files: dict[str, str], code: str) -> tuple[str, str, str, list[str]]:
    """The one diagnostic of that code: message, place, hint, and what stands at further places."""
    (said,) = [d for d in project(files).diagnostics if d.code == code]
    path, line, column, length = said.location
    place = f"{path}:{line}:{column}+{length}"
    return said.message, place, said.hint, [f"{r.location.path}: {r.message}" for r in said.related]


def test_an_article_that_is_not_there_is_told_with_those_that_are() -> None:
    files = {
        "a.md": "Words.",
        "b.md": "Words.",
        "quotes.yaml": "q:\n  exact: Words\n  article: c\n",
    }
    assert whole(files, "unknown-article") == (
        "There is no article “c”.",
        "content/quotes.yaml:2:10+5",
        "The articles are: a, b.",
        [],
    )


def test_too_many_pieces_come_with_advice() -> None:
    quotes = "q:\n  exact: [" + ", ".join(f"p{n}" for n in range(21)) + "]\n"
    _, place, hint, related = whole({"a.md": "Words.", "quotes.yaml": quotes}, "quote-missing")
    assert (hint, related) == ("Make several entries of it.", [])
    assert place.startswith("content/quotes.yaml:2:10")


def test_a_name_of_several_is_told_with_each_of_them() -> None:
    entry = "{0}:\n  name: {0} Bell\n  other_names: [Bell]\n"
    people = entry.format("ann") + entry.format("bo")
    files = {"a.md": "---\ntitle: A\ndate: 2020-01-07\n---\n\nSaid Bell.\n", "people.yaml": people}
    _, place, hint, related = whole(files, "ambiguous-name")
    assert place == "content/a.md:6:6+4"
    assert hint == "Link it by hand, as [Bell](person:ann), or name one of them in full before it."
    assert related == [
        "content/people.yaml: claimed by person:ann",
        "content/people.yaml: claimed by person:bo",
    ]
