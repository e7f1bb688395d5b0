"""The nearest passage, and the difference word by word."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.link.anchors.nearest import ALTERED, _best_window, nearest, word_diff

TEXT = (
    "The letter said much. “There’s been no decision whatsoever to leave Iraq,” Esper said today."
)


def test_an_altered_quotation_is_near() -> None:
    best = nearest("There has been no decision at all to leave Iraq", TEXT)
    assert best.likeness >= ALTERED
    assert "no decision whatsoever to leave Iraq" in TEXT[best.start : best.end]


def test_other_words_are_far() -> None:
    assert nearest("Inflation rose in every month of the year", TEXT).likeness < ALTERED


@pytest.mark.parametrize(
    ("words", "text", "passage"),
    [
        ("you were all fools there", "“you are all fools there”—and so", "you are all fools there"),
        ("لن نغادر العراق أبداً", "قال: «لن نغادر العراق أبدا»، وذلك", "لن نغادر العراق أبدا"),
        (
            "we lost all by noon",
            "he said «we lost all by now»; then",
            "we lost all by now",
        ),
    ],
)
def test_what_stands_around_the_marks_is_left_out(words: str, text: str, passage: str) -> None:
    best = nearest(words, text)
    assert text[best.start : best.end] == passage


def test_where_one_side_has_no_words_nothing_is_alike() -> None:
    assert nearest("", TEXT).likeness == nearest("words", "").likeness == 0.0


def test_word_diff_marks_what_differs() -> None:
    assert word_diff("no decision at all to leave", "no decision whatsoever to leave") == (
        "no decision [-at all-] {+whatsoever+} to leave"
    )


def test_only_words_that_are_wanted_are_looked_at() -> None:
    asked: list[str] = []

    class Places(dict[str, list[int]]):
        def get(self, key: str, default: Any = None) -> Any:
            asked.append(key)
            return super().get(key, default)

    places = Places(a=[0, 7], b=[8], c=list(range(20, 9_000)))
    assert _best_window(places, Counter(["a", "b", "d"]), 3) == 6
    assert asked == ["a", "b", "d"]


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=30),
    st.lists(st.sampled_from("abx"), min_size=1, max_size=6),
)
def test_the_best_window_shares_most_words(text: list[str], wanted: list[str]) -> None:
    width = min(len(wanted), len(text))
    places = {token: [i for i, one in enumerate(text) if one == token] for token in text}

    def shared(first: int) -> int:
        return (Counter(text[first : first + width]) & Counter(wanted)).total()

    best = _best_window(places, Counter(wanted), width)
    assert shared(best) == max(shared(first) for first in range(len(text) - width + 1))
