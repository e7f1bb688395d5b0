"""Slips of editors get a sentence of their own, at the right place, with what to do."""

import pytest

from builder.load.yaml.reader import read_yaml

CASES = {
    "a: @x": (1, 4, "at sign", "quotation marks"),
    "a: `x": (1, 4, "backtick", "quotation marks"),
    "a: %x": (1, 4, "per cent", "quotation marks"),
    "a: *em* word": (1, 4, "asterisk", "quotation marks"),
    "a: & x": (1, 4, "ampersand", "quotation marks"),
    "a: , x": (1, 4, "comma", "quotation marks"),
    "a: Part 1: the start": (1, 10, "A colon followed by a space", "quotation marks"),
    "\ta: b": (1, 1, "A tab", "spaces"),
    "a:\n\tb: c": (2, 1, "A tab", "spaces"),
    "a: |\n\tb": (2, 1, "A tab", "spaces"),
    "a: 'it's'": (1, 8, "follows the closing", "twice"),
    'a": "x" y': (1, 9, "follows the closing", "Put all"),
    'a: "x" y': (1, 8, "follows the closing", "Put all"),
    'x: 1\na: "x\nb: c\n': (2, 4, "never closed", "Close it"),
    'a: "x\nb: "c"\n': (1, 4, "only the next one", "Close it"),
    'a: "\\d"': (1, 5, "backslash", "single"),
    'a: "x\n---\n"': (2, 1, "three hyphens", "close"),
    "x: 1\na: [b": (2, 4, "its ] is missing", "Close it"),
    "a: {b: c": (1, 4, "its } is missing", "Close it"),
    "a: [b\nc: d": (1, 4, "its ] is missing", "Close it"),
    'a: ["b" c]': (1, 9, "comma or ]", "quotation marks"),
    "- a\n-b": (2, 1, "after the hyphen", "“- b”"),
    "x: 1\na:b\ny: z": (2, 1, "after the colon", "“a: b”"),
    "a: b\nfoo": (2, 1, "neither", "Indent"),
    "a: b\n  c: d": (2, 4, "indented more", "below “a”"),
    "a\n  c: d": (1, 1, "no colon", "“a:”"),
    "name A\n  c: d": (1, 1, "no colon", "“name: A”"),
    "origin A\n  c: d": (1, 1, "no colon", "“origin A:”"),
    "a" * 1025 + ": b": (1, 1026, "1,024 characters", "shorter"),
    "--- a: b": (1, 6, "Three hyphens", "next line"),
    "// a\n  c: d": (2, 4, "no comment", "#"),
    "a: person: b": (1, 10, "no space", "person:b"),
    "a: [b, , c]": (1, 8, "two commas", "Delete"),
    "a: [b](c) d": (1, 7, "begins with a bracket", 'a: "[b](c) d"'),
    "a:\n\u00a0 b: c": (2, 1, "no-break space", "type a space"),
    "a:\u00a0b": (1, 3, "no-break space", "type a space"),
    'a: Say "x": yes': (1, 11, "A colon followed", "a: 'Say \"x\": yes'"),
    "a:\n   b: c\n  d: e": (3, 3, "indented otherwise", "same indentation"),
    " a: b\nc: d": (2, 1, "indented otherwise", "same indentation"),
    "a: b\n...\nc: d": (3, 1, "does not belong", "indentation"),
    "- x\ny: z": (2, 1, "list stands above", "Take out the hyphens"),
    "a:\n  - b\n  c: d": (3, 3, "list stands above", "as far as “a:”"),
    "a: |x\n  y": (1, 5, "follow | or >", "next line"),
    "a: - b": (1, 4, "A list cannot begin", "next line"),
    "a: ? b": (1, 4, "question mark", "quotation marks"),
    "%FOO": (1, 5, "per cent", "quote"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_a_slip_of_yaml_is_told_at_its_place_with_what_to_type(
    text: str, expected: tuple[int, int, str, str]
) -> None:
    (found,) = read_yaml(text, "f").diagnostics
    line, column, message, hint = expected
    assert (found.code, found.location.line, found.location.column) == ("yaml-syntax", line, column)
    assert message in found.message
    assert hint in found.hint
