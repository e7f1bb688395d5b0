"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.diagnostics import Edit, Location
from builder.load.decoding import MENDED, decode, mend


def codes(data: bytes) -> list[tuple[str, int, int]]:
    return [(d.code, d.location.line, d.location.column) for d in decode(data, "f")[1]]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfa", "a"),
        (b"\xef\xbb\xbf\r\n\r\n", "\n\n"),
        ("می\u200cخواهم".encode(), "می\u200cخواهم"),
        ("क\u200dष".encode(), "क\u200dष"),
        ("שלום\u200f, שלום".encode(), "שלום\u200f, שלום"),
        (b"", ""),
    ],
)
def test_sound_bytes_are_read_without_a_word(data: bytes, text: str) -> None:
    assert decode(data, "f") == (text, ())


def test_text_in_nfd_stays_and_a_fix_is_offered() -> None:
    text, (told,) = decode("x\r\nne\u0301e, e\u0301".encode(), "f")
    assert text == "x\nne\u0301e, e\u0301"
    assert (told.code, told.location) == ("not-nfc", Location("f", 2, 2, 1))
    assert told.fix is not None
    assert told.fix.edits == (Edit(Location("f", 2, 1, 8), "née, é"),)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a\nbc\x00", [("control-character", 2, 3)]),
        (b"a\r\nbc\x07d", [("control-character", 2, 3)]),
        ("x\n\u202ey\u202c".encode(), [("bidi-override", 2, 1), ("bidi-override", 2, 3)]),
        ("\u2066".encode(), [("bidi-override", 1, 1)]),
        ("\u2069".encode(), [("bidi-override", 1, 1)]),
        ("a\u2028b".encode(), [("control-character", 1, 2)]),
        ("a\u0085b".encode(), [("control-character", 1, 2)]),
        ("a\ufeffb".encode(), [("control-character", 1, 2)]),
        ("😀\x0b".encode(), [("control-character", 1, 2)]),
        (b"ab\n\xefbbe", [("bad-encoding", 2, 1)]),
        (b"\xed\xa0\x80", [("bad-encoding", 1, 1)]),
    ],
)
def test_signs_that_no_text_may_hold_are_told_at_their_places(
    data: bytes, expected: list[tuple[str, int, int]]
) -> None:
    assert codes(data) == expected


def test_what_a_program_misread_is_not_to_be_deleted() -> None:
    misread = "“".encode().decode("latin-1")
    assert {told.hint for told in decode(misread.encode(), "f")[1]} == {
        "Copy the words anew: a program has misread them."
    }


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Säve".encode("latin-1"), "Windows-1252"),
        ("“a”".encode("cp1252"), "Windows-1252"),
        ("title: a".encode("utf-16"), "UTF-16"),
        ("é".encode() + b"\xff", "damaged"),
        (b"PK\x03\x04\x14\0\x06\0", "word processor"),
        (b"{\\rtf1\\ansi Hello}", "word processor"),
    ],
)
def test_other_encodings_are_named(data: bytes, words: str) -> None:
    assert words.lower() in decode(data, "f")[1][0].message.lower()


def test_a_file_in_another_encoding_is_read_on() -> None:
    assert decode("title: “Säve”\n".encode("cp1252"), "f")[0] == "title: “Säve”\n"


def test_mended_text_keeps_its_length() -> None:
    assert mend("a\x00b\u202ec", "f")[0] == f"a{MENDED}b{MENDED}c"


@pytest.mark.parametrize(("count", "more"), [(20, ""), (21, " The file holds 21 such characters.")])
def test_of_more_than_twenty_faults_the_first_are_told_with_their_number(
    count: int, more: str
) -> None:
    faults = decode(b"\x07" * count, "f")[1]
    sentence = f"A character that cannot be shown stands here (U+0007).{more}"
    assert [fault.message for fault in faults] == [sentence] * 20


@given(st.binary(max_size=200))
def test_any_bytes_become_a_text_that_needs_no_mending(data: bytes) -> None:
    text, _ = decode(data, "f")
    assert mend(text, "f") == (text, ())
    assert "\r" not in text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Cn", "Zl", "Zp"])))
def test_a_text_without_such_signs_stays_as_it_is(text: str) -> None:
    text_read, faults = decode(text.encode(), "f")
    assert text_read == text
    assert {fault.code for fault in faults} <= {"not-nfc", "garbled-text"}  # which refuse nothing
