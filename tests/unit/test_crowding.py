"""builder.ground.crowding: which words are too many."""

from itertools import accumulate

from builder.ground.crowding import MOST, crowded


def test_words_that_end_each_other_are_too_many_from_a_number_on() -> None:
    names = [name.strip() for name in accumulate("Ada " for _ in range(MOST + 2))]
    assert [*crowded(names)] == names[MOST:]


def test_any_number_may_stand_beside_each_other() -> None:
    assert [*crowded(f"Ada {n:04}" for n in range(1000))] == []
    assert [*crowded(["Ada", *(f"{n:04} Ada" for n in range(1000))])] == []


def test_a_word_given_twice_counts_once() -> None:
    assert [*crowded(["Ada", "Dear Ada"] * MOST)] == []
