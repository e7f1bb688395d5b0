"""Entries that are written as YAML are read as they were meant."""

from hypothesis import given
from hypothesis import strategies as st

from builder.load.yaml.nodes import Mapping, Scalar, Sequence
from builder.load.yaml.reader import read_yaml
from builder.load.yaml.writing import Field, entry

WORD = st.text("aBé1 -–’'\":#,.?!/&*[]{}|>@%…\\", min_size=1, max_size=12).map(str.strip)
TEXT = WORD.filter(bool)


def read(text: str) -> object:
    """What YAML holds, as plain values."""
    document = read_yaml(text, "x.yaml")
    assert document.diagnostics == (), text
    return plain(document.root)


def plain(node: object) -> object:
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


@given(TEXT, TEXT, st.lists(TEXT, min_size=1), st.dictionaries(st.sampled_from("abc"), TEXT))
def test_what_is_written_is_read(
    key: str, text: str, texts: list[str], named: dict[str, str]
) -> None:
    fields: dict[str, Field] = {
        "text": text,
        "list": texts,
        "named": named,
        "roles": [{"role": text}],
        "none": "",
    }
    written = {name: value for name, value in fields.items() if value}
    assert read(entry(key, fields.items())) == {key: written}


def test_a_text_that_yaml_takes_for_nothing_stands_between_marks() -> None:
    assert entry("nil", [("term", "null")]) == 'nil:\n  term: "null"'


def test_what_needs_no_marks_has_none() -> None:
    fields: dict[str, Field] = {
        "name": "Mark O’Brien",
        "sort_name": "O’Brien, Mark",
        "other_names": ["O’Brien", "Mark, of old"],
        "memberships": [{"role": "President"}],
        "speaker": "person:mark-obrien",
        "exact": "Is it – or is it not?",
        "date": "1978/1980",
        "passage": {"exact": "It fell.", "prefix": "", "suffix": "So: it rose"},
    }
    assert entry("mark-obrien", fields.items()).split("\n") == [
        "mark-obrien:",
        "  name: Mark O’Brien",
        "  sort_name: O’Brien, Mark",
        '  other_names: [O’Brien, "Mark, of old"]',
        "  memberships: [{role: President}]",
        "  speaker: person:mark-obrien",
        '  exact: "Is it – or is it not?"',
        "  date: 1978/1980",
        "  passage:",
        "    exact: It fell.",
        '    suffix: "So: it rose"',
    ]


def test_what_is_written_is_in_nfc() -> None:
    assert read(entry("a", [("name", "Jose\u0301")])) == {"a": {"name": "José"}}
