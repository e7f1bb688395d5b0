"""builder.link.names.clearing: forms that are too many to be looked for."""

from builder.ground.crowding import MOST
from builder.ground.diagnostics import error
from builder.link.names.clearing import uncrowded
from tests.samples import form


def test_a_name_that_too_many_have_is_told_and_not_looked_for() -> None:
    many = [form("Bell", f"person:p{n}") for n in range(51)]
    kept, (told,) = uncrowded([form("Iraq"), *many])
    assert [one.text for one in kept] == ["Iraq"]
    assert told == error(
        "crowded-names",
        "More than 50 names are “Bell”.",
        many[0].location,
        "Leave it out of other_names; of several entries for one thing make one.",
    )


def test_fifty_may_have_one_name() -> None:
    many = [form("Bell", f"person:p{n}") for n in range(50)]
    assert uncrowded(many) == (tuple(many), ())


def test_names_that_end_each_other_too_often_are_told_and_not_looked_for() -> None:
    nested = [form("Ada " * n + "Ada") for n in range(MOST + 1)]
    kept, (told,) = uncrowded(nested)
    assert kept == tuple(nested[:MOST])
    assert told == error(
        "crowded-names",
        f"More than {MOST} names are each the end of the next, as “{nested[MOST].text}” is.",
        nested[MOST].location,
        "Take out those that are the end of others.",
    )


def test_a_form_whose_phrases_are_too_many_is_not_looked_for() -> None:
    phrases = tuple("Ada " * n + "Ada" for n in range(1, MOST + 1))
    kept, told = uncrowded([form("Ada", not_in=phrases)])
    assert kept == ()
    assert len(told) == 1
