"""How long an article takes to read, at 230 words a minute."""

import pytest

from tests.project import project


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("word " * 230, "1-minute read"),
        ("word " * 231, "2-minute read"),
        ("Donaudampfschifffahrt fährt an der Donau. " * 99, "3-minute read"),
        ("Yes.", "1-minute read"),
    ],
)
def test_it_is_told_where_words_can_be_counted(text: str, told: str) -> None:
    assert told in project({"a.md": text}).html("index.html")


@pytest.mark.parametrize("text", ["他走了。她留下了。" * 700, "彼は去った。" * 300])
def test_of_a_text_without_spaces_none_is_told(text: str) -> None:
    html = project({"a.md": text}).html("index.html")
    assert "’ read" not in html
    assert "’s read" not in html
