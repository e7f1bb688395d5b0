"""builder.link.anchors.comparing: each letter knows what it was made from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.lists(st.sampled_from([*'a. \n-…"', "e\u0301"])).map("".join))
def test_the_ways_back_lie_side_by_side_and_leave_nothing_out(text: str) -> None:
    compared = comparable(text)
    spans = [compared.origin(n, n + 1) for n in range(len(compared.text))]
    apart = [span for n, span in enumerate(spans) if n == 0 or span != spans[n - 1]]
    assert [start for start, _ in apart] + [len(text)] == [0, *(end for _, end in apart)]
    assert all(compared.behind(start) <= n for n, (start, _) in enumerate(spans))


def test_letters_are_the_same_whatever_the_space_and_the_form() -> None:
    assert same_letters("e\u0301  a\nb", "é a b")
    assert not same_letters("a b", "ab")
    assert not same_letters("“a”", '"a"')
