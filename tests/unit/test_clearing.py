"""builder.link.clearing: forms that are too many to be looked for."""

from builder.ground.crowding import MOST
from builder.link.clearing import uncrowded
from tests.samples import form


def test_a_name_that_too_many_have_is_told_and_not_looked_for() -> None:
    many = [form("Bell", f"person:p{n}") for n in range(51)]
    kept, (told,) = uncrowded([form("Iraq"), *many])
    assert [one.text for one in kept] == ["Iraq"]
    assert told.message == "More than 50 names are “Bell”."


def test_fifty_may_have_one_name() -> None:
    many = [form("Bell", f"person:p{n}") for n in range(50)]
    assert uncrowded(many) == (tuple(many), ())


def test_names_that_end_each_other_too_often_are_told_and_not_looked_for() -> None:
    nested = [form("Ada " * n + "Ada") for n in range(MOST + 1)]
    kept, (told,) = uncrowded(nested)
    assert kept == tuple(nested[:MOST])
    assert nested[MOST].text in told.message


def test_a_form_whose_phrases_are_too_many_is_not_looked_for() -> None:
    phrases = tuple("Ada " * n + "Ada" for n in range(1, MOST + 1))
    kept, told = uncrowded([form("Ada", not_in=phrases)])
    assert kept == ()
    assert len(told) == 1
