"""Sidecars to entries: every kind of value, every kind of fault, each with its place."""

import pytest

from builder.ground.diagnostics import Diagnostic
from builder.model.entries import Acronym, Document, Entry, Event, Person, Place, Quote, Term
from builder.model.refs import KINDS, Ref
from builder.model.values import Coordinates, OtherName, Selector
from tests.unit.loading import read


def entry(kind: str, text: str) -> tuple[Entry | None, list[Diagnostic]]:
    """The one entry `x` of a sidecar with these fields, and what is wrong."""
    fields = "".join(f"  {line}\n" for line in text.split("\n"))
    whole, found = read({KINDS[kind].path: f"x:\n{fields}"})
    assert whole is not None
    return whole.content.entries.get(Ref(kind, "x")), list(found)


def made(kind: str, text: str) -> Entry:
    found, faults = entry(kind, text)
    assert found is not None
    assert faults == []
    return found


def test_every_kind_of_field_is_read_into_its_type() -> None:
    person = made(
        "person",
        """name: " Mark  Esper "
sort_name: >-
  Esper,
  Mark
other_names: [Esper, {name: Mark T. Esper, note: in full, match: exact}]
memberships:
- {role: Secretary, organization: "organization:us", start_date: 2019-07-23}
- organization: The Army
birth_date: 1964
links: {wikipedia: "https://en.wikipedia.org/wiki/Mark_Esper"}
identifiers: {wikidata: Q16196017}
see_also: [event:strike]
ignore: []
summary: A *minister*.""",
    )
    assert isinstance(person, Person)
    assert (person.name, person.sort_name) == ("Mark  Esper", "Esper, Mark")
    assert person.other_names == (
        OtherName(name="Esper"),
        OtherName(name="Mark T. Esper", note="in full", match="exact"),
    )
    assert person.memberships[0].organization == Ref("organization", "us")
    assert person.memberships[1].organization == "The Army"
    assert person.birth_date is not None
    assert person.birth_date.text == "1964"
    assert person.identifiers == {"wikidata": "Q16196017"}
    assert person.see_also == (Ref("event", "strike"),)
    assert person.summary is not None
    assert person.summary.text == "A *minister*."


def test_one_value_or_many() -> None:
    quote = made("quote", "exact: Never threaten")
    event = made("event", "title: T\ndate: 2020\npassage:\n- on Sunday\n- {exact: a, prefix: b}")
    assert isinstance(quote, Quote)
    assert quote.exact == ("Never threaten",)
    assert isinstance(event, Event)
    assert event.passage == (Selector(exact="on Sunday"), Selector(exact="a", prefix="b"))


def test_an_acronym_is_its_key() -> None:
    acronym = made("acronym", "expansion: X ray")
    assert isinstance(acronym, Acronym)
    assert acronym.short == "x"


def test_coordinates_are_longitude_and_latitude() -> None:
    place = made("place", "name: Baghdad\ncoordinates: [44.39, 33.31]")
    assert isinstance(place, Place)
    assert place.coordinates == Coordinates(44.39, 33.31)


def test_coordinates_have_as_many_digits_as_a_map_gives() -> None:
    place = made("place", f"name: Baghdad\ncoordinates: [44.3{'9' * 40}, 33.31]")
    assert isinstance(place, Place)
    assert place.coordinates == Coordinates(44.4, 33.31)


@pytest.mark.parametrize("value", ["", "~", "null", "''", '"  "'])
def test_an_empty_value_is_a_field_left_out(value: str) -> None:
    document = made("document", f"title: T\nurl: {value}\nauthor: {value}\nsummary: {value}")
    assert isinstance(document, Document)
    assert (document.url, document.author, document.summary) == ("", "", None)


def test_texts_are_in_nfc() -> None:
    term, faults = entry("term", "term: cafe\u0301\ndefinition: e\u0301")
    assert isinstance(term, Term)
    assert [fault.code for fault in faults] == ["not-nfc"]
    assert (term.term, term.definition.text) == ("café", "é")


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("person:mark-esper", Ref("person", "mark-esper")),
        ("The alliance: part two", "The alliance: part two"),
        ("Person: part two", "Person: part two"),
        ("http://example.org", "http://example.org"),
        ("NATO", "NATO"),
    ],
)
def test_a_text_or_a_reference(text: str, reference: str | Ref) -> None:
    document = made("document", f'title: T\nauthor: "{text}"')
    assert isinstance(document, Document)
    assert document.author == reference


def test_each_field_and_item_knows_where_it_stands() -> None:
    quote = made("quote", "exact:\n- one\n- two\nsources:\n- title: T\n  date: 2020")
    assert {path: quote.at(path)[1:3] for path in ("exact", "exact[1]", "sources[0].date")} == {
        "exact": (3, 3),
        "exact[1]": (4, 5),
        "sources[0].date": (7, 11),
    }
    assert quote.at("speaker")[1:] == (1, 1, 1)


def test_a_field_written_short_stands_where_its_text_does() -> None:
    event = made("event", "title: T\ndate: 2020\npassage: on Sunday")
    assert event.at("passage[0].exact")[1:] == (4, 12, 9)
    assert event.at("passage[0]") == event.at("passage")


# kind, fields, then code, line, column (line 1 is the entry's key), words of message, of hint
FAULTS = [
    ("person", "nmae: A\nname: B", "unknown-key", 2, 3, "“nmae” is not a field", "“name”"),
    ("person", "name: B\nqqqqq: A", "unknown-key", 3, 3, "of a person", "Known are: sources"),
    ("person", "sort_name: B", "missing-field", 1, 1, "The person “x” has no “name”", "Add “name"),
    ("person", "name:", "missing-field", 2, 8, "has an empty “name”", "Add “name"),
    ("person", "name: ''", "missing-field", 2, 9, "has an empty “name”", "Add “name"),
    (
        "person",
        "name: [a]",
        "wrong-type",
        2,
        9,
        "A text is wanted here, and this is a list",
        "quot",
    ),
    ("person", "name: {a: b}", "wrong-type", 2, 9, "this is a mapping", "quotation marks"),
    ("person", "name: A\nother_names: B", "wrong-type", 3, 16, "A list is wanted", "Write [B]."),
    ("person", "name: A\nother_names: [[B]]", "wrong-type", 3, 17, "A mapping is wanted", "name"),
    ("person", "name: A\nother_names: [B, '']", "wrong-type", 3, 20, "is empty", "Delete"),
    ("person", "name: A\nlinks: B", "wrong-type", 3, 10, "A mapping is wanted", "name: value"),
    ("person", "name: A\nsources: [T]", "wrong-type", 3, 13, "A mapping is wanted", "title"),
    ("person", "name: A\nsources: [{date: 1999}]", "missing-field", 3, 13, "This source", "ti"),
    (
        "person",
        "name: A\nother_names: [{name: B, match: smrt}]",
        "unknown-choice",
        3,
        34,
        "smrt",
        "“smart”",
    ),
    ("person", "name: A\nbirth_date: 2019-02-29", "bad-date", 3, 15, "has 28 days", "Correct"),
    ("person", "name: A\nbirth_date: [1]", "wrong-type", 3, 15, "A date is wanted", ""),
    ("person", "name: A\nsee_also: ['event:']", "bad-reference", 3, 14, "not a refer", "kind:id"),
    ("person", "name: A\nsee_also: ['event: a']", "bad-reference", 3, 14, "not a refer", "kind:id"),
    ("person", "name: A\nsee_also: ['place: B C']", "bad-reference", 3, 14, "not", "place:b-c,"),
    ("person", "name: A\nsee_also: [persn:a]", "bad-reference", 3, 14, "“persn”", "“person”"),
    ("person", "name: A\nsee_also: [people:a]", "bad-reference", 3, 14, "“people”", "“person”"),
    ("person", "name: A\nsee_also: [glossary:a]", "bad-reference", 3, 14, "“glossary”", "“term”"),
    ("person", "name: A\nsee_also:\n- event: a", "bad-reference", 4, 5, "no space", "event:a"),
    ("document", "title: T\nauthor: persn:a", "bad-reference", 3, 11, "“persn”", "“person”"),
    ("document", "title: T\nauthor: 'person: a-b'", "bad-reference", 3, 11, "not a", "person:a-b,"),
    ("document", "title: T\naddressee: person :a", "bad-reference", 3, 14, "not a", "person:a,"),
    (
        "person",
        "name: A\nmemberships: [{organization: 'organization: x'}]",
        *("bad-reference", 3, 32, "“organization: x” is not a reference", "organization:x,"),
    ),
    ("document", "title: T\nauthor: {person: a}", "bad-reference", 3, 11, "no space", "person:a"),
    ("document", "title: T\nauthor: {a: b}", "wrong-type", 3, 11, "A reference is", "person:mark"),
    ("document", "title: T\nauthor: [a]", "wrong-type", 3, 11, "A text is wanted", "quotation"),
    ("person", "name: A\nsee_also: [[a]]", "wrong-type", 3, 14, "A text is wanted", "quotation"),
    ("document", "title: T\nurl: [a]", "wrong-type", 3, 8, "A text is wanted", "quotation"),
    ("document", "title: T\nurl: 'javascript:x'", "refused-address", 3, 8, "javascript", "https"),
    ("document", "title: T\nurl: //x.org", "refused-address", 3, 8, "scheme", "https"),
    ("document", "title: T\nlinks: {a: 'data:x'}", "refused-address", 3, 14, "data", "https"),
    ("quote", "exact: A\nspeaker: {a: b, c: d}", "wrong-type", 3, 12, "A reference", "kind:id"),
    ("place", "name: A\ncoordinates: 44", "wrong-type", 3, 16, "two numbers", "[44.39, 33.31]"),
    ("place", "name: A\ncoordinates: [1]", "bad-coordinates", 3, 16, "Two numbers", "[44.39"),
    ("place", "name: A\ncoordinates: [1, nan]", "bad-coordinates", 3, 16, "Two numbers", "[44"),
    ("place", f"name: A\ncoordinates: [{'9' * 400}, 1]", "bad-coordinates", 3, 16, "-180", "[44"),
    ("place", "name: A\ncoordinates: [33, 144]", "bad-coordinates", 3, 16, "-180", "[144, 33]"),
    ("quote", "exact: []", "missing-field", 2, 10, "has an empty “exact”", "Add “exact"),
    ("quote", "exact: a\nkind: directly", "unknown-choice", 3, 9, "“directly”", "“direct”"),
    ("quote", "exact: [[a]]", "wrong-type", 2, 11, "A text is wanted", "quotation marks"),
    ("event", "title: T\ndate: on Sunday", "bad-date", 3, 9, "digits", "2020-01-05"),
    ("term", "term: T\ndefinition: [a]", "wrong-type", 3, 15, "A text is wanted", "quotation"),
]


@pytest.mark.parametrize(("kind", "text", "code", "line", "column", "message", "hint"), FAULTS)
def test_a_fault_of_a_field_is_told_at_its_place_with_what_to_type(
    kind: str, text: str, code: str, line: int, column: int, message: str, hint: str
) -> None:
    _, found = entry(kind, text)
    assert [(d.code, d.location.line, d.location.column) for d in found] == [(code, line, column)]
    assert message in found[0].message
    assert hint in found[0].hint


def test_all_faults_are_told_at_once() -> None:
    _, found = entry("person", "nmae: A\nbirth_date: B\nsee_also: [c:d]\nlinks: d")
    codes = sorted(d.code for d in found)
    assert codes == ["bad-date", "bad-reference", "unknown-key", "wrong-type"]


def test_parts_without_any_field_are_told_of_what_they_lack() -> None:
    _, found = entry("person", "name: A\nsources: [{}]\nimage: {}")
    assert sorted(d.message for d in found) == [
        "This image has no “alt”.",
        "This image has no “src”.",
        "This source has no “title”.",
    ]


def test_of_two_slips_that_may_be_one_field_neither_is_mended() -> None:
    _, found = entry("person", "nmae: B\nnaem: C")
    assert [d.fix for d in found if d.code == "unknown-key"] == [None, None]


def test_an_address_that_is_left_empty_is_none() -> None:
    assert made("person", "name: A\nlinks: {wikipedia: }").links == {}


def test_an_entry_survives_a_fault_in_what_it_can_do_without() -> None:
    person, found = entry("person", "name: A\nbirth_date: B\nother_names: [C, [D], E]")
    assert isinstance(person, Person)
    assert (person.birth_date, [n.name for n in person.other_names]) == (None, ["C", "E"])
    assert len(found) == 2


def test_an_entry_that_lacks_a_required_field_is_left_out() -> None:
    assert entry("event", "title: T\ndate: soon")[0] is None


FRONT = "---\ntitle: T\ndate: {}\n---\n"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2020-01-07", "2020-01-07"),
        ("2020-01-07T10:30Z", "2020-01-07T10:30:00+00:00"),
        ("2020-01-07 10:30:00 +00:00", "2020-01-07T10:30:00+00:00"),
        ("'2020-01-07T10:30:00.5Z'", "2020-01-07T10:30:00+00:00"),
    ],
)
def test_the_moment_of_an_article_is_a_day_or_has_its_offset(text: str, moment: str) -> None:
    content, found = read({"content/a.md": FRONT.format(text)})
    assert found == ()
    assert content is not None
    assert content.articles[0].front.date == moment


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2020-01-07T10:30", "needs its offset"),
        ("2020-02-30T10:30Z", "February 2020 has 29 days"),
        ("2020-01-07T24:30Z", "no such time"),
        ("2020-01", "A single day"),
        ("2020-01-07~", "A single day"),
        ("2020-01-07/2020-01-08", "A single day"),
        ("07/01/2020", "slashes"),
        ("0000-01-01", "A single day"),
        ("0000-01-01T10:30Z", "A single day"),
        ("[1]", "A date is wanted"),
    ],
)
def test_what_is_no_moment_is_refused_at_its_place(text: str, message: str) -> None:
    _, (found,) = read({"content/a.md": FRONT.format(text)})
    assert message in found.message
    assert found.location[1:3] == (3, 7)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("yes", "true"),
        ("No", "false"),
        ("True", "true"),
        ("'true'", "true"),
        ("2", ""),
        ("[a]", ""),
    ],
)
def test_what_is_neither_true_nor_false_is_told_with_which_is_meant(text: str, hint: str) -> None:
    _, (found,) = read({"content/a.md": f"---\ntitle: T\ndate: 2020-01-07\ndraft: {text}\n---\n"})
    assert found.code == "wrong-type"
    assert hint in found.hint


def test_true_is_read_as_true() -> None:
    content, _ = read({"content/a.md": "---\ntitle: T\ndate: 2020-01-07\ndraft: true\n---\n"})
    assert content is not None
    assert content.articles[0].front.draft is True
