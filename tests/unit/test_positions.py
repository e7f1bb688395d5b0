"""Places of Markdown inside YAML values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.diagnostics import Location, Related, error, failed
from builder.load.yaml.nodes import Mapping, Scalar
from builder.load.yaml.positions import carried, carried_fault, places
from builder.load.yaml.reader import Document, read_yaml
from builder.model.prose import Prose
from tests.unit.loading import PlainReaders


def value(text: str, first_line: int = 1) -> tuple[Scalar, Document]:
    document = read_yaml(text, "f", first_line)
    assert not failed(document.diagnostics)
    assert isinstance(document.root, Mapping)
    scalar = document.root.pairs[0][1]
    assert isinstance(scalar, Scalar)
    return scalar, document


def prose(text: str, first_line: int = 1) -> Prose:
    """The first value of a YAML text, read as Markdown, with its places in the YAML text."""
    scalar, document = value(text, first_line)
    read, _ = PlainReaders().markdown(scalar.text, "f", 1, "")
    return carried(read, places(scalar, document))


CASES = {
    "a literal block with a line of spaces": "a: |\n  one\n    \n  two\n",
    "plain": "a: one two",
    "plain with a comment": "a: one two # three",
    "single": "a:  'one two'",
    "single with apostrophes": "a: '''one'' it''s\n   ''two'' it''s three''' # it''s",
    "double": 'a: "one two"',
    "plain over lines": "a: one\n   two\n\n   three",
    "single over lines": "a: 'one\n   two\n\n   three'",
    "double over lines": 'a: "one\n   two\n\n   three"',
    "literal": "a: |\n  one\n    two\n\n  three\n",
    "literal with indentation": "a: |2\n    one\n   two\n",
    "literal at the end": "a: |-\n  one",
    "folded": "a: >-\n  one\n  two\n\n  three\n    four\n  five\n\n",
    "folded with spaces": "a: >\n   one \n   two\n",
    "indented": "a:\n    one\n    two",
    "wide": "a: 漢字 😀 one\n  two",
    "repeated": "a: >\n  one one\n  one\n  one one\n",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_every_run_stands_where_it_says(text: str) -> None:
    read = prose(text)
    lines = text.split("\n")
    covered = set[int]()
    for run in read.runs:
        run_text = read.text[run.start : run.start + run.length]
        assert lines[run.line - 1][run.column - 1 :].startswith(run_text)
        covered.update(range(run.start, run.start + run.length))
    assert all(c.isspace() for i, c in enumerate(read.text) if i not in covered)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('a: "caf\\u00e9 one"', (1, 4)),
        ("\na: cafe\u0301 one", (2, 4)),
    ],
)
def test_where_text_and_source_differ_the_value_is_the_place(
    text: str, place: tuple[int, int]
) -> None:
    read = prose(text)
    assert read.locate(len(read.text) - 2)[1:3] == place


def test_the_first_line_counts() -> None:
    assert prose("a: |\n  one\n", first_line=7).locate(1)[1:3] == (8, 4)


def test_a_fault_is_carried_with_its_related_places() -> None:
    scalar, document = value("a: >-\n  one two\n  three\n")
    related = Related(Location("f", 1, 5, 3), "There.")
    fault = error("x", "X.", Location("f", 1, 9, 5), "", related)
    moved = carried_fault(fault, places(scalar, document))
    assert moved.location == Location("f", 3, 3, 5)
    assert moved.related[0].location == Location("f", 2, 7, 3)


WORDS = st.lists(st.sampled_from(["one", "two", "é", "it's", '"x"', "a-b"]), min_size=1, max_size=8)
STYLES = ("a: |\n  {}\n", "a: >\n  {}\n", "a:\n  {}\n")


@given(WORDS, st.sampled_from(STYLES), st.lists(st.sampled_from([" ", "\n  ", "\n\n  "])))
def test_every_letter_is_placed_where_it_stands_in_the_file(
    words: list[str], style: str, gaps: list[str]
) -> None:
    words = ["w", *words]
    gaps = (gaps + [" "] * len(words))[: len(words) - 1]
    body = words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))
    text = style.format(body)
    read, lines = prose(text), text.split("\n")
    for index, char in enumerate(read.text):
        if not char.isspace():
            place = read.locate(index)
            assert lines[place.line - 1][place.column - 1] == char
