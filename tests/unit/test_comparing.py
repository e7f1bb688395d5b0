"""builder.link.anchors.comparing: each letter knows what it was made from."""

from __future__ import annotations

import pytest

from builder.link.anchors.comparing import comparable, same_letters


@pytest.mark.parametrize(
    ("text", "letters", "origins"),
    [
        ("ab", "ab", ["a", "b"]),
        ("a…b", "a...b", ["a", "…", "…", "…", "b"]),
        ("a   b", "a b", ["a", "   ", "b"]),
        ("a--b---c-d", "a-b-c-d", ["a", "--", "b", "---", "c", "-", "d"]),
        ("…a  b…c", "...a b...c", ["…", "…", "…", "a", "  ", "b", "…", "…", "…", "c"]),
        ("e\u0301…e\u0301 b", "é...é b", ["e\u0301", "…", "…", "…", "e\u0301", " ", "b"]),
    ],
)
def test_each_letter_knows_what_it_was_made_from(
    text: str, letters: str, origins: list[str]
) -> None:
    compared = comparable(text)
    spans = [compared.origin(n, n + 1) for n in range(len(letters))]
    assert (compared.text, [text[start:end] for start, end in spans]) == (letters, origins)


def test_letters_are_the_same_whatever_the_space_and_the_form() -> None:
    assert same_letters("e\u0301  a\nb", "é a b")
    assert not same_letters("a b", "ab")
    assert not same_letters("“a”", '"a"')
