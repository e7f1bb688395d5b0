"""Every rule of linking, as a reason."""

import pytest

from builder.link.names.explaining import Reason, why_words
from tests.project import project
from tests.property.test_pathological import calls

PEOPLE = """
iraq:
  name: Iraq
esper:
  name: Mark Esper
  other_names: [Esper, {name: Marky, match: never}]
  not_in: [Esper Street]
one:
  name: Ann Smith
  other_names: [Smith, US]
two:
  name: Ben Smith
  other_names: [Smith]
  not_in: [Smith Street]
three:
  name: Smith Hall
"""


def reasons(word: str, text: str) -> list[Reason]:
    site = project({"people.yaml": PEOPLE, "a.md": text})
    return list(why_words(word, site.content, site.read))


@pytest.mark.parametrize(
    ("word", "text", "links", "why"),
    [
        ("Esper", "Esper spoke.", True, "the first mention here"),
        ("esper", "Mark Esper spoke.", True, "it is part of “Mark Esper”; the first mention here"),
        (
            "Esper",
            "[he, Esper,](person:one)",
            True,
            "it is part of “he, Esper,”; the author linked",
        ),
        ("Esper", "# x\n\n## Esper", False, "it stands in a heading or caption"),
        ("Esper", "`Esper` spoke", False, "it stands in code"),
        ("Esper", "[Esper]{.nolink} spoke", False, "the author forbids it here ({.nolink})"),
        ("Esper", "In Esper Street", False, "where person:esper is not meant (not_in)"),
        ("Marky", "Marky spoke", False, "never looked for (match: never)"),
        ("Iraq", "the Iraqi army", False, "it stands inside the word “Iraqi”"),
        ("Iraq", "pro-Iraq forces", False, "it stands inside the word “pro-Iraq”"),
        ("Iraq", "Ask Iraq@example.org", False, "it is part of “Iraq@example.org”"),
        ("Esper", "Ann O’Esper", False, "it is part of “O’Esper”"),
        ("us", "they told us", False, "“US”: capitals must be the same"),
        ("spoke", "Esper spoke", False, "no entry lists it as a name"),
        ("Mark", "Mark spoke", False, "names that hold it: “Mark Esper” (person:esper)"),
        ("Smith", "Smith Street", True, "the first mention here"),
        ("Smith", "`Smith` spoke", False, "it stands in code"),
        ("Smith", "Smith spoke", False, "person:one, person:two, and none of them is named before"),
        ("Smith", "Ann Smith, Ben Smith, Smith", False, "and several of them are named before"),
        (
            "Smith",
            "Ben Smith. Smith",
            False,
            "person:two alone is named before; mentioned and linked",
        ),
    ],
)
def test_why_words_link_or_not_is_said_of_each_place(
    word: str, text: str, links: bool, why: str
) -> None:
    found = reasons(word, text)[-1]
    assert found.links == links
    assert why in found.why


def test_a_name_that_too_many_have_is_not_looked_for() -> None:
    people = "".join(f"p{n}:\n  name: Ada\n" for n in range(60))
    site = project({"people.yaml": people, "a.md": "Ada came."})
    (found,) = why_words("Ada", site.content, site.read)
    assert found.why == (
        "too many names are like that of person:p0, so it is not looked for (crowded-names)"
    )


def test_rivals_are_named_with_their_places() -> None:
    (found,) = reasons("Smith", "Smith spoke")
    places = [(related.location.line, related.message) for related in found.related]
    assert places == [(10, "claimed by person:one"), (13, "claimed by person:two")]


def test_every_text_of_an_article_is_looked_at() -> None:
    front = (
        "---\ntitle: T\ndate: 2020-01-07\nstandfirst: Esper said.\nkey_points: [Esper said]\n---\n"
    )
    text = f"{front}Esper"
    assert len(reasons("Esper", text)) == 3


def test_a_name_in_the_standfirst_decides_in_the_texts_below() -> None:
    front = "---\ntitle: T\ndate: 2020-01-07\nstandfirst: Ann Smith said.\n---\n"
    _, first, second = reasons("Smith", f"{front}Smith left. Smith")
    assert first.links
    for found in (first, second):
        assert "person:one alone is named before" in found.why
        assert found.related[0].location.line == 4


def test_where_the_texts_above_name_both_it_says_so() -> None:
    front = "---\ntitle: T\ndate: 2020-01-07\nkey_points: [Ann Smith said, Ben Smith too]\n---\n"
    found = reasons("Smith", f"{front}Smith left.")[-1]
    assert "several of them are named before" in found.why


def test_words_are_found_across_line_ends_and_marks() -> None:
    site = project({"people.yaml": "oneil:\n  name: Tip O'Neil\n", "a.md": "Tip\nO’Neil spoke."})
    (found,) = why_words("tip o'neil", site.content, site.read)
    assert (found.start, found.end, found.links) == (0, 10, True)


@pytest.mark.parametrize("word", ["", "  ", "nowhere"])
def test_nothing_is_found_of_nothing(word: str) -> None:
    assert reasons(word, "Esper spoke.") == []


@pytest.mark.parametrize(
    ("word", "text"),
    [("Esper", "Esper "), ("Smith", "Ben Smith. "), ("Esper", "Esper Street "), ("e", "he ")],
)
def test_twice_the_places_take_no_more_than_twice_the_calls(word: str, text: str) -> None:
    def counted(times: int) -> int:
        site = project({"people.yaml": PEOPLE, "a.md": text * times})
        return calls(lambda: why_words(word, site.content, site.read))

    counted(1)  # what is loaded once is loaded
    assert counted(400) <= 2.1 * counted(200)
