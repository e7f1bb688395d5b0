"""Countries and cities that an article names."""

from collections import Counter

import pytest

from builder.ground.intervals import intervals
from builder.propose.places import proposed_places
from tests.project import project

NAMES = ["Chad", "France", "Paris", "South Sudan", "Sudan", "乍得", "タイ"]


def places(text: str) -> list[str]:
    """The ids of the places that are proposed for a text."""
    body = project({"a.md": text}).read("a")[0].body
    return [
        one.ref.id for one in proposed_places(body, NAMES, intervals(()), {}, Counter()).values()
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met in Paris and in Chad.", ["paris", "chad"]),
        (
            "They met in Chad’s south. France's minister left Paris, Chad said.",
            ["chad", "france", "paris"],
        ),
        ("Paris waits. Paris waits.", ["paris"]),
        ("In Paris it rained. Im Paris. La France attend.", ["paris", "france"]),
        ("South Sudan and Sudan", ["south-sudan", "sudan"]),
        ("The road to South Sudan.", ["south-sudan"]),
        ("*Pa*ris", ["paris"]),
        ("我们在乍得开会", ["乍得"]),
        ("タイで首相はタイトルを得た。", ["タイ"]),
    ],
)
def test_what_is_a_place(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton and Chad Smith came, and Chad's Kitchen opened.",
        "They flew with Air France, over New Paris.",
        "See #Chad, @Chad, paris.fr and Chad.com; Paris-born, Parisian.",
        "`Chad` and [Chad]{.nolink}",
        "## Chad",
        "chad",
        "タイトルとステータイ",
    ],
)
def test_what_is_none(text: str) -> None:
    assert places(text) == []


def test_a_name_that_ends_a_longer_one_is_a_surname_elsewhere() -> None:
    assert places("Ann Chad came. Chad said no.") == []
    assert places("Ann Chad came. Chad said no to France.") == ["france"]
    assert places("Ann Chad came. They met in Chad.") == ["chad"]


def test_its_id_is_free() -> None:
    body = project({"a.md": "In Paris."}).read("a")[0].body
    (one,) = proposed_places(body, NAMES, intervals(()), {}, Counter(["paris"])).values()
    assert (str(one.ref), one.fields) == ("place:paris-2", (("name", "Paris"),))


def test_what_is_mentioned_or_known_is_left_out() -> None:
    body, mentioned = project({"a.md": "In Paris, Chad."}).read("a")[0].body, intervals([(3, 8)])
    known = {"Chad": ()}
    assert proposed_places(body, NAMES, mentioned, known, Counter()) == {}
