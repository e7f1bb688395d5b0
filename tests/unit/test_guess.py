"""builder.ground.guess: proposals, as long as they are cheap."""

from builder.ground.guess import COMPARISONS, Guess


def test_the_most_alike_is_proposed() -> None:
    assert Guess().nearest("markesper", ["mark-milley", "mark-esper"]) == "mark-esper"
    assert Guess().nearest("x", ["mark-esper"]) == ""
    assert Guess().nearest("x", ()) == ""


def test_after_so_many_comparisons_nothing_is_proposed() -> None:
    known = [f"p{n}" for n in range(COMPARISONS // 2)]
    guess = Guess()
    assert [guess.nearest("p-1", known) != "" for _ in range(3)] == [True, True, False]
