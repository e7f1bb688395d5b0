"""builder.ground.crowding: which words are too many."""

from itertools import accumulate

from builder.ground.crowding import MOST, crowded


def test_words_that_end_each_other_are_counted_together() -> None:
    names = [*accumulate("Ada " for _ in range(MOST + 2))]
    claims = dict.fromkeys((name.strip() for name in names), 1)
    assert [*crowded(claims)] == [names[MOST].strip(), names[MOST + 1].strip()]


def test_words_that_are_claimed_too_often_do_not_count_against_others() -> None:
    assert [*crowded({"Ada": MOST + 1, "Dear Ada": MOST})] == ["Ada"]
    assert [*crowded({"Ada": 1, "Dear Ada": MOST})] == ["Dear Ada"]


def test_any_number_may_stand_beside_each_other() -> None:
    assert [*crowded({f"Ada {n:04}": MOST for n in range(1000)})] == []
    assert [*crowded({f"{n:04} Ada": MOST - 1 for n in range(1000)} | {"Ada": 1})] == []
