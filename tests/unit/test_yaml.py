"""The strict YAML reader: values, places, refusals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.diagnostics import Location, Severity
from builder.load.decoding import decode
from builder.load.yaml import reader
from builder.load.yaml.nodes import Mapping, Node, Scalar, Sequence
from builder.load.yaml.reader import read_yaml


def plain(node: Node | None) -> object:
    """A node as plain values."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if node else None


def codes(text: str) -> list[tuple[str, int, int]]:
    found = read_yaml(text, "f").diagnostics
    return [(d.code, d.location.line, d.location.column) for d in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: NO", {"a": "NO"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 0123", {"a": "0123"}),
        ("a: 1.10", {"a": "1.10"}),
        ("a: 2024-02-31", {"a": "2024-02-31"}),
        ("a: true\nb: ~", {"a": "true", "b": "~"}),
        ("a:\n- b\n- c", {"a": ["b", "c"]}),
        ("a: [b, {c: d}]", {"a": ["b", {"c": "d"}]}),
        ("a: |\n  b\n   c\n", {"a": "b\n c\n"}),
        ("a: >-\n  b\n  c\n", {"a": "b c"}),
        ("a: \"b\\tc\"\nd: 'e''f'", {"a": "b\tc", "d": "e'f"}),
        ("e\u0301: e\u0301", {"é": "é"}),
        ("<<: {a: b}", {"<<": {"a": "b"}}),
        ("---\na: b", {"a": "b"}),
        ("", None),
        ("# only a comment\n", None),
    ],
)
def test_every_scalar_is_a_text_and_every_collection_what_it_looks_like(
    text: str, value: object
) -> None:
    document = read_yaml(text, "f")
    assert (plain(document.root), document.diagnostics) == (value, ())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b", (1, 4, 1)),
        ("a:  'b c'", (1, 5, 5)),
        ("😀: 漢字", (1, 4, 2)),
        ("\n\na: b c", (3, 4, 3)),
        ("a: |\n  b\n", (1, 4, 1)),
        ("a: one\n  two", (1, 4, 3)),
        ("a: [x]", (1, 4, 1)),
    ],
)
def test_a_value_stands_where_its_first_letter_or_mark_does(
    text: str, place: tuple[int, int, int]
) -> None:
    root = read_yaml(text, "f").root
    assert isinstance(root, Mapping)
    assert root.pairs[0][1].location[1:] == place


def test_places_begin_at_the_first_line() -> None:
    root = read_yaml("a: b\nc: d", "f", first_line=5).root
    assert isinstance(root, Mapping)
    assert root.pairs[1][0].location[1:3] == (6, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\nc: d\na: e", [("duplicate-key", 3, 1)]),
        ("é: b\ne\u0301: c", [("duplicate-key", 2, 1)]),
        ("a: &x b\nc: *x", [("yaml-feature", 1, 4), ("yaml-feature", 2, 4)]),
        ("a: !!python/name:os.system x", [("yaml-feature", 1, 4)]),
        ("a: !x [b]", [("yaml-feature", 1, 4)]),
        ("a: b\n---\nc: d", [("yaml-second-document", 2, 1)]),
        ("? [a]\n: b", [("yaml-syntax", 1, 3)]),
        ("a: C # sharp", [("yaml-cut-value", 1, 6)]),
        ("a: #0b5fa5", [("yaml-cut-value", 1, 4)]),
        ("a: b # c\nd:\n  e #f\n", [("yaml-cut-value", 1, 6), ("yaml-cut-value", 3, 5)]),
        ("a: b  #1", [("yaml-cut-value", 1, 7)]),
        ("a: b #1", [("yaml-cut-value", 1, 6)]),
        ("a: b  # note\nc:\n  - d   # note\ne:  # none", []),
        ('a: "b" # a comment', []),
        ("# a comment\na: b#c\n# another", []),
        ("a: # the list\n- b", []),
        ('a: "\\u202e"', [("bidi-override", 1, 4)]),
        ('a: "\\0"', [("control-character", 1, 4)]),
        ('a: "\\x85"', [("control-character", 1, 4)]),
    ],
)
def test_what_yaml_allows_and_we_do_not_is_told_at_its_place(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert codes(text) == expected


def test_a_duplicate_names_both_places_and_the_first_counts() -> None:
    document = read_yaml("a: 1\na: 2", "f")
    assert plain(document.root) == {"a": "1"}
    assert document.diagnostics[0].related[0].location[1:3] == (1, 1)


def test_a_cut_value_is_a_warning() -> None:
    assert read_yaml("a: b # c", "f").diagnostics[0].severity is Severity.WARNING


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 5_000, "- " * 10_000, "? " * 500])
def test_what_is_nested_too_deep_is_one_fault(text: str) -> None:
    assert [d.code for d in read_yaml(text, "f").diagnostics] == ["yaml-too-deep"]


def test_a_thousand_faults_end_the_reading() -> None:
    many = read_yaml("".join(f"a{n}: *b\n" for n in range(1_100)), "f")
    assert len(many.diagnostics) == 1_001
    assert not many.is_whole


def test_a_thousand_keys_that_stand_twice_leave_the_first() -> None:
    twice = read_yaml("a: 1\n" * 1_100, "f")
    assert plain(twice.root) == {"a": "1"}


def test_an_alias_is_an_empty_text_where_it_stands() -> None:
    assert read_yaml("a: *bcd", "f").root == Mapping(
        ((Scalar("a", "f", 1, 1, 1, "plain", 1), Scalar("", "f", 1, 4, 4)),), Location("f", 1, 1, 0)
    )


def test_what_is_wrong_before_a_syntax_error_is_told_too() -> None:
    assert codes("a: 1\na: 2\nb: [") == [("yaml-syntax", 3, 5), ("duplicate-key", 2, 1)]


def test_marks_around_a_key_are_no_matter() -> None:
    assert codes("a: b\n“c”: “d”") == [("curly-quotes", 2, 6)]
    assert codes('a: “b"') == [("curly-quotes", 1, 4)]
    assert codes('a: “b” and "c"') == []


def test_a_value_of_several_lines_has_its_last_line_and_no_length_beyond_the_first() -> None:
    document = read_yaml('a: "b\\0\n  c"', "f", first_line=5)
    assert isinstance(document.root, Mapping)
    (pair,) = document.root.pairs
    value = pair[1]
    assert isinstance(value, Scalar)
    assert (value.line, value.last_line, value.length) == (5, 6, 4)
    (fault,) = document.diagnostics
    assert (fault.location.line, fault.location.column, fault.location.length) == (5, 4, 0)


def test_depth_of_32_is_read() -> None:
    assert read_yaml("[" * 32 + "]" * 32, "f").diagnostics == ()


def test_what_stands_before_a_syntax_error_is_kept() -> None:
    document = read_yaml("a: b\nc:\n  d: e\n  f: @g\nh: i", "f")
    assert (plain(document.root), document.is_whole) == ({"a": "b", "c": {"d": "e"}}, False)


def test_a_bomb_of_aliases_stays_small() -> None:
    text = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(20)
    )
    assert {d.code for d in read_yaml(text, "f").diagnostics} == {"yaml-feature"}


def test_the_pure_parser_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: 'b'\nc:\n- |\n  d\n- \"e\"\nf: {g: h}\n"
    with_libyaml = read_yaml(text, "f")
    monkeypatch.setattr(reader, "CParser", None)
    assert read_yaml(text, "f") == with_libyaml


@given(st.binary(max_size=300))
def test_any_bytes_are_read_and_every_fault_has_a_place(data: bytes) -> None:
    text, _ = decode(data, "f")
    document = read_yaml(text, "f")
    assert all(d.location.line >= 1 and d.location.column >= 1 for d in document.diagnostics)


YAMLISH = st.lists(
    st.sampled_from(
        [*"abc:-?#'\"[]{},|>&*!%@`\n\t \\", ": ", "\n  ", "\n- ", "---\n", "é", "\u2028"]
    )
).map("".join)


@given(YAMLISH)
def test_whatever_is_like_yaml_has_its_faults_inside_the_file(text: str) -> None:
    document = read_yaml(text, "f")
    lines = text.split("\n")
    for found in document.diagnostics:
        if "\u2028" not in text:
            assert found.location.line <= len(lines)
            assert found.location.column <= len(lines[found.location.line - 1]) + 1


@given(YAMLISH)
def test_whatever_is_like_yaml_is_read_by_the_pure_parser_too(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "CParser", None)
        assert isinstance(read_yaml(text, "f"), reader.Document)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,5}", fullmatch=True), st.text("ab '\"\n:#", max_size=12)
    )
)
def test_double_quoted_texts_come_back(values: dict[str, str]) -> None:
    escaped = {
        key: value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        for key, value in values.items()
    }
    text = "".join(f'{key}: "{value}"\n' for key, value in escaped.items())
    assert (plain(read_yaml(text, "f").root) or {}) == values


def test_nothing_and_a_plain_null_are_empty_and_null_between_marks_is_a_text() -> None:
    assert Scalar("", "f", 1, 1).is_empty
    assert Scalar("null", "f", 1, 1).is_empty
    assert not Scalar("null", "f", 1, 1, style="double").is_empty


@pytest.mark.parametrize("text", ["a: b\n\u00a0c: d", "a: b\n---\nc: d", "a: " + "[" * 40, "a: 'b"])
def test_what_ends_the_reading_is_told(text: str) -> None:
    document = read_yaml(text, "f", 3)
    assert (document.is_whole, len(document.diagnostics)) == (False, 1)
    assert document.diagnostics[0].location.path == "f"


def test_a_comment_behind_a_tab_cuts_a_value_too() -> None:
    (said,) = read_yaml("a: b\t# c", "f").diagnostics
    assert said.code == "yaml-cut-value"
