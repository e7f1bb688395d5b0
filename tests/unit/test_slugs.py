"""Slugs keep letters of every script, and are stable."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.slugs import fault, free_slug, slugify


@given(st.text())
def test_the_slug_of_a_slug_is_itself(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Straße", "straße"),
        ("Who’s who", "whos-who"),
        ("علی خامنه‌ای", "علی-خامنه-ای"),
        ("C++ & C#", "c-c"),
        ("💥", ""),
        ("Nguyễn", "nguyễn"),
        ("İran", "iran"),
        ("I\N{COMBINING DOT ABOVE}ran", "iran"),
    ],
)
def test_a_slug_has_the_letters_and_digits_of_a_text_and_hyphens_between(
    text: str, slug: str
) -> None:
    assert slugify(text) == slug


def test_a_slug_has_a_hundred_letters_at_most_and_no_hyphen_at_its_end() -> None:
    assert slugify("x" * 200) == "x" * 100
    assert slugify("x" * 99 + " y") == "x" * 99


@pytest.mark.parametrize(
    "slug", ["CJTF-OIR", "mark-esper", "a.b_c", "علی", "v1.2", "ktoś", "x" * 200, "com0", "بی‌بی"]
)
def test_letters_and_digits_of_any_script_make_an_id(slug: str) -> None:
    assert fault(slug) == ""


DEVICE = "Windows keeps this name for a device"
SHAPE = "an id is letters and digits joined by single hyphens, underscores or dots"


@pytest.mark.parametrize(
    ("slug", "reason"),
    [
        ("", "it is empty"),
        *((slug, "it is longer than 200 bytes") for slug in ("x" * 201, "é" * 101)),
        *(
            (slug, DEVICE)
            for slug in ("con", "PRN", "aux", "nul", "com1", "LPT1.txt", "com9.a", "lpt²")
        ),
        *((slug, SHAPE) for slug in (".git", "a/b", "../x", "a b", "-a", "a-", "a..b", "a\n")),
    ],
)
def test_what_some_file_system_or_address_cannot_hold_is_no_id(slug: str, reason: str) -> None:
    assert fault(slug) == reason


def test_a_slug_that_is_taken_has_a_number_and_one_that_will_not_do_other_words() -> None:
    taken = Counter(["a-b", "a-b-2"])
    assert [free_slug("A b", taken, "other") for _ in range(2)] == ["a-b-3", "a-b-4"]
    assert [free_slug(words, taken, "other") for words in ("!", "CON")] == ["other", "other-2"]
    assert taken["a-b-4"] == taken["other-2"] == 1


@pytest.mark.parametrize("letter", ["x", "é", "字"])
def test_a_slug_with_a_number_can_be_an_id_too(letter: str) -> None:
    taken = Counter[str]()
    assert [fault(free_slug(letter * 200, taken, "other")) for _ in range(12)] == [""] * 12
