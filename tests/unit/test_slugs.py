"""Slugs keep letters of every script, and are stable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.slugs import fault, slugify


@given(st.text())
def test_slugify_is_idempotent(text: str) -> None:
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
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize("slug", ["CJTF-OIR", "mark-esper", "a.b_c", "علی", "v1.2", "ktoś"])
def test_good_ids(slug: str) -> None:
    assert fault(slug) == ""


@pytest.mark.parametrize(
    "slug",
    ["", ".git", "a/b", "../x", "con", "LPT1.txt", "a b", "-a", "a-", "a..b", "x" * 300, "a\n"],
)
def test_bad_ids(slug: str) -> None:
    assert fault(slug)
