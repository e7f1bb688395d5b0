"""builder.link.anchors.finding: bounds on what one entry may cost."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from builder.ground import automaton
from builder.ground.automaton import Hit
from builder.link.anchors import seeking
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
        "content/quotes.yaml:3:12+1",
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


BELLS = """\
ann: {name: Ann Bell, other_names: [Bell]}
bo: {name: Bo Bell, other_names: [Bell]}
"""


def test_a_name_of_several_is_linked_by_hand_where_nothing_else_helps() -> None:
    files = {"a.md": "Ann Bell met Bo Bell. Said Bell.", "people.yaml": BELLS}
    hint = whole(files, "ambiguous-name")[2]
    assert hint == "Link it by hand, as [Bell](person:ann)."


def test_a_passage_in_several_places_is_told_how_to_say_which_one() -> None:
    event = "e:\n  title: E\n  date: 2020-01-07\n  passage: no comment\n"
    files = {"a.md": "With no comment, and no comment.", "timeline.yaml": event}
    assert whole(files, "passage-ambiguous")[2] == (
        "Say which one: write `passage: {exact: …, prefix: …}` with the words before it, "
        "or `suffix` with those after it."
    )


FRONT = "---\ntitle: A\ndate: 2020-01-07\n---\n\n"
ONE = {"a.md": f"{FRONT}“No comment,” she said.\n\n“No comment,” he said.\n"}
SAY_WHICH = "Say which one: add `prefix` or `suffix` with the words before or after it"
NOTHING_NEAR = (
    "Copy the words from the article, letter for letter; if the article is gone, delete the entry."
)
FOUND = {
    "two places of one article": (
        ONE,
        "q:\n  exact: No comment\n",
        "quote-ambiguous",
        "The quotation stands in 2 places.",
        SAY_WHICH + ".",
        [
            'content/a.md:6:2+11: here, with `suffix: "she said. “No comment,”"`',
            'content/a.md:8:2+11: here, with `prefix: "“No comment,” she said."`',
        ],
    ),
    "two articles": (
        {"a.md": f"{FRONT}“No comment,” she said.\n", "b.md": f"{FRONT}“No comment,” he said.\n"},
        "q:\n  exact: No comment\n",
        "quote-ambiguous",
        "The quotation stands in 2 places.",
        SAY_WHICH + ", or `article` with the article's slug.",
        [
            "content/a.md:6:2+11: here, with `article: a`",
            "content/b.md:6:2+11: here, with `article: b`",
        ],
    ),
    "more places than are told apart": (
        {"a.md": f"{FRONT}“No comment,” one. “No comment,” two. “No comment,” 3. “No comment.”\n"},
        "q:\n  exact: No comment\n",
        "quote-ambiguous",
        "The quotation stands in 4 places.",
        SAY_WHICH + ".",
        [
            'content/a.md:6:2+11: here, with `suffix: "one. “No comment,” two."`',
            'content/a.md:6:21+11: here, with `prefix: "“No comment,” one."`',
            'content/a.md:6:40+11: here, with `prefix: "one. “No comment,” two."`',
            "content/a.md:6:57+11: here",
        ],
    ),
    "another suffix": (
        ONE,
        "q:\n  exact: No comment\n  suffix: they said\n",
        "quote-missing",
        "The quotation stands in the article, but not between this prefix and suffix.",
        "Copy the words just before and after it from the article.",
        ["content/a.md:6:2+11: here", "content/a.md:8:2+11: here"],
    ),
    "pieces in another order": (
        {"a.md": f"{FRONT}“First,” she said, “then second.”\n"},
        "q:\n  exact: [then second, First]\n",
        "quote-missing",
        "The pieces of the quotation do not stand in this order in one article.",
        "List the pieces in the order of the article.",
        [],
    ),
    "one piece that is nowhere": (
        {"a.md": f"{FRONT}“First,” she said, “then second.”\n"},
        "q:\n  exact: [First, something else altogether]\n",
        "quote-missing",
        "The quotation does not stand in the article: “something else altogether”.",
        NOTHING_NEAR,
        [],
    ),
    "a long one that is nowhere": (
        {"a.md": f"{FRONT}“First,” she said.\n"},
        "q:\n  exact: " + "nowhere " * 20 + "\n",
        "quote-missing",
        "The quotation does not stand in the article: “" + "nowhere " * 9 + "nowhere…”.",
        NOTHING_NEAR,
        [],
    ),
    "one of eighty letters that is nowhere": (
        {"a.md": f"{FRONT}“First,” she said.\n"},
        f"q:\n  exact: {'x' * 80}\n",
        "quote-missing",
        f"The quotation does not stand in the article: “{'x' * 80}”.",
        NOTHING_NEAR,
        [],
    ),
    "one that is cut before a space": (
        {"a.md": f"{FRONT}“First,” she said.\n"},
        f"q:\n  exact: {'x' * 78} yyy\n",
        "quote-missing",
        f"The quotation does not stand in the article: “{'x' * 78}…”.",
        NOTHING_NEAR,
        [],
    ),
    "no article at all": (
        {},
        "q:\n  exact: No comment\n",
        "unknown-article",
        "There is no article in which the quotation could stand.",
        "Put the article into content/, in a file whose name ends in .md.",
        [],
    ),
    "an article is named, and others have the words": (
        {"a.md": f"{FRONT}“No comment,” she said.\n", "b.md": f"{FRONT}Nothing.\n"},
        "q:\n  exact: No comment\n  article: b\n",
        "quote-missing",
        "The quotation does not stand in the article: “No comment”.",
        NOTHING_NEAR,
        [],
    ),
    "some words alike": (
        {"a.md": f"{FRONT}“The bridge was long,” she said.\n"},
        "q:\n  exact: The bridge is never short or long\n",
        "quote-missing",
        "The quotation does not stand in the article: “The bridge is never short or long”.",
        "Copy the words from the article, letter for letter.",
        ["content/a.md:6:2+19: the nearest words: “The bridge was long”"],
    ),
    "words alike by chance": (
        {"a.md": f"{FRONT}“The bridge of the town was long in 2016,” she said.\n"},
        "q:\n  exact: His tenure there ended in 2016\n",
        "quote-missing",
        "The quotation does not stand in the article: “His tenure there ended in 2016”.",
        NOTHING_NEAR,
        [],
    ),
    "one word altered": (
        {"a.md": f"{FRONT}“The bridge was very long,” she said.\n"},
        "q:\n  exact: The bridge was not long\n",
        "quote-altered",
        "The quotation differs from the article: The bridge was [-not-] {+very+} long",
        "The article has: The bridge was very long",
        ["content/a.md:6:2+24: the nearest words: “The bridge was very long”"],
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_is_said_of_words_that_do_not_stand_in_one_place(name: str) -> None:
    files, quotes, code, message, hint, related = FOUND[name]
    found = project({**files, "quotes.yaml": quotes}).diagnostics
    (said,) = [d for d in found if d.code == code]
    assert (said.message, said.hint) == (message, hint)
    assert said.location[:3] == ("content/quotes.yaml", 2, 10)
    places = [(r.location, r.message) for r in said.related]
    assert [f"{p}:{line}:{at}+{length}: {m}" for (p, line, at, length), m in places] == related


@pytest.mark.parametrize("frame", ["", "  suffix: they said\n"], ids=["ambiguous", "not framed"])
def test_words_whose_entry_is_faulty_are_not_told_as_without_one(frame: str) -> None:
    article = f"{FRONT}“There is no comment yet,” she said. “There is no comment yet,” he said.\n"
    quotes = f"q:\n  exact: There is no comment yet\n{frame}"
    codes = [d.code for d in project({"a.md": article, "quotes.yaml": quotes}).diagnostics]
    assert "quote-unindexed" not in codes


def test_an_entry_with_another_suffix_is_not_followed_to_all_places() -> None:
    quotes = "q:\n  exact: no word\n  suffix: of it\n"
    site = project({"a.md": "no word " * 500, "quotes.yaml": quotes})
    (said,) = [d for d in site.diagnostics if d.code == "quote-missing"]
    assert len(said.related) == 100


def test_a_passage_is_no_list_of_pieces() -> None:
    events = (
        "e:\n  title: Opening\n  date: 2020-01-07\n"
        "  passage: “The bridge,” she said, “will open today”\n"
    )
    article = f"{FRONT}“The bridge,” she said, “will open soon.”\n"
    _, _, hint, _ = whole({"a.md": article, "timeline.yaml": events}, "passage-altered")
    assert hint == "The article has: The bridge,” she said, “will open soon"


ALTERED = {"quotes.yaml": "q:\n  exact: the bridge will open at noon on Sunday\n"}
ALMOST = f"{FRONT}“The bridge will open at ten on Sunday,” she said.\n"


def test_the_nearest_words_are_looked_for_where_most_words_are_shared() -> None:
    others = {f"a{n}.md": f"{FRONT}Nothing of this kind, number {n}.\n" for n in range(5)}
    _, _, _, related = whole({**others, "z.md": ALMOST, **ALTERED}, "quote-altered")
    assert [place.partition(":")[0] for place in related] == ["content/z.md"]


def test_of_several_passages_the_nearest_is_told() -> None:
    shared = "On Sunday noon\n\nat\n\nopen\n\nwill\n\nbridge\n\nthe\n"
    files = {"a.md": FRONT + shared, "z.md": ALMOST, **ALTERED}
    _, _, _, related = whole(files, "quote-altered")
    assert [place.partition(":")[0] for place in related] == ["content/z.md"]


def test_quotations_that_end_each_other_are_found_some_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at_once: list[int] = []

    def counted(patterns: Iterable[str]) -> Callable[[str], list[Hit]]:
        find = automaton.finder(patterns)

        def found(text: str) -> list[Hit]:
            hits = find(text)
            at_once.append(len(hits))
            return hits

        return found

    monkeypatch.setattr(seeking, "finder", counted)
    quotes = "".join(f"q{n}:\n  exact: {'a ' * n}z\n" for n in range(1, 20))
    project({"a.md": "a " * 20_000 + "z\n", "quotes.yaml": quotes + "q0:\n  exact: a\n"})
    assert sum(at_once) >= 20_000
    assert max(at_once) < 10_000


@pytest.mark.parametrize("before", range(4_060, 4_100))
def test_words_are_found_wherever_they_begin(before: int) -> None:
    quotes = "q:\n  exact: several words\n"
    assert told(quotes, "x" * before + " “several words”") == []
