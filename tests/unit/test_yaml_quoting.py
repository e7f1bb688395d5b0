"""The line that an editor is told to type reads as what was meant."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from builder.load.yaml.nodes import Mapping, Scalar
from builder.load.yaml.quoting import requoted
from builder.load.yaml.reader import read_yaml

RULE = "Put the whole value in quotation marks: "


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title: Part 1: the start", 'title: "Part 1: the start"'),
        ("  - a: b: c", '- a: "b: c"'),
        ("- @x", '- "@x"'),
        ('a: Say "x": yes', "a: 'Say \"x\": yes'"),
        ('a: It\'s "x": yes', "a: 'It''s \"x\": yes'"),
        ("a: [b](c) d", 'a: "[b](c) d"'),
        ('a: "b": "c"', 'a: \'"b": "c"\''),
        ("a: 'b': 'c'", "a: \"'b': 'c'\""),
    ],
)
def test_the_line_to_type(line: str, expected: str) -> None:
    assert requoted(line) == RULE + expected


def test_a_line_of_sixty_letters_is_repeated_and_a_longer_one_is_not() -> None:
    value = "x" * 57
    assert requoted(f"a: {value}") == f'{RULE}a: "{value}"'
    assert requoted(f"a: {value}x") == "Put the whole value in quotation marks."


@given(st.text("ab:@%*'\"\\ #[]{}", min_size=1, max_size=20))
def test_what_is_typed_is_read_as_it_was_meant(value: str) -> None:
    value = value.strip()
    assume(value)
    document = read_yaml(requoted(f"key: {value}").removeprefix(RULE), "f")
    assert isinstance(document.root, Mapping)
    ((_, found),) = document.root.pairs
    assert isinstance(found, Scalar)
    assert (found.text, document.diagnostics) == (value, ())
