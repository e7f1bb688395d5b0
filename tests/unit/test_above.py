"""Quotations in what stands above an article's text."""

import pytest

from tests.project import project
from tests.property.test_pathological import calls


def told(standfirst: str, text: str) -> list[str]:
    front = f"---\ntitle: T\ndate: 2020-01-07\nstandfirst: >-\n  {standfirst}\n---\n"
    site = project({"a.md": front + text})
    return [d.message for d in site.diagnostics if "does not have" in d.message]


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


def test_many_quotations_and_many_pieces_take_no_more_than_twice_the_calls() -> None:
    def counted(times: int) -> int:
        quotes = "“a b c d” " * times + "“" + "no … " * times + "”"
        return calls(lambda: told(quotes, "no word " * times))

    counted(1)  # what is loaded once is loaded
    assert counted(400) <= 2.2 * counted(200)
