"""Quotations in what stands above an article's text."""

import pytest

from builder.ground.diagnostics import Diagnostic
from tests.project import project
from tests.property.test_pathological import calls


def told(standfirst: str, text: str) -> list[Diagnostic]:
    """What is said of the quotations in a standfirst above this text."""
    front = f"---\ntitle: T\ndate: 2020-01-07\nstandfirst: >-\n  {standfirst}\n---\n"
    site = project({"a.md": front + text})
    return [d for d in site.diagnostics if d.code == "quote-unsupported"]


@pytest.mark.parametrize(
    "words",
    [
        "“[none of these was said]”",
        "“… … … …”",
        "“, . , .”",
        "“no word of this”",
        "“No word, [he said], of this ever”",
    ],
)
def test_what_nobody_said_or_the_text_has_is_not_told(words: str) -> None:
    assert told(f"He {words}.", "No word, no word of this ever.") == []


def test_the_nearest_words_of_the_text_are_told_where_some_are_like_them() -> None:
    (near,) = told("He said “the bridge is very long now”.", "He said the bridge is long now.")
    assert near.hint == "The text has: the bridge is long now"
    (far,) = told("He said “the bridge is very long now”.", "The bridge held.")
    assert far.hint == ("Quote words that the text has, or write these without quotation marks.")


def test_it_is_told_where_entries_cannot_be_read_for_none_could_cover_it() -> None:
    front = "---\ntitle: T\ndate: 2020-01-07\nstandfirst: He said “the bridge is very long”.\n---\n"
    site = project({"a.md": front + "The bridge held.", "quotes.yaml": "one: words\n"})
    assert "quote-unsupported" in [d.code for d in site.diagnostics]


def test_the_nearest_words_are_looked_for_ten_times_in_an_article() -> None:
    quotations = "“the bridge is very long now” " * 12
    hints = [d.hint for d in told(quotations, "He said the bridge is long now.")]
    assert [hint.startswith("The text has: ") for hint in hints] == [True] * 10 + [False] * 2


def test_many_quotations_and_many_pieces_take_no_more_than_twice_the_calls() -> None:
    def counted(times: int) -> int:
        quotes = "“a b c d” " * times + "“" + "no … " * times + "”"
        return calls(lambda: told(quotes, "no word " * times))

    counted(1)  # what is loaded once is loaded
    assert counted(400) <= 2.2 * counted(200)
