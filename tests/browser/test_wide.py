"""What is wider than the window: tables, code, long words. All of it can be reached and printed."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Show
from tests.waiting import until

WORDS = [f"column{n:02}" for n in range(16)]
TABLE = "\n".join(f"| {' | '.join(row)} |" for row in (WORDS, ["---"] * len(WORDS), WORDS))
ALIGNED = "| a | b | c |\n|:--|:-:|--:|\n| long enough | long enough | long enough |\n| d | e | f |"
CODE = f"```\n{'-'.join(WORDS)}\n```"


def story(text: str) -> dict[str, str]:
    """The small site with this text as its article."""
    return {"content/story.md": f"---\ntitle: A bridge\ndate: 2020-01-07\n---\n\n{text}\n"}


def test_a_wide_table_is_scrolled_by_key(show: Show) -> None:
    page = show(story(TABLE))
    page.locator(".scroll").focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('.scroll').scrollLeft > 0")


def test_the_box_of_a_table_is_named_by_its_heads(show: Show) -> None:
    headless = "| | |\n|-|-|\n| Opened | 1890 |"
    page = show(story("\n\n".join([TABLE, ALIGNED, "Between.", headless, "| |\n|-|\n| |"])))
    boxes = page.locator('.scroll[tabindex="0"]')
    assert [box.aria_snapshot().split("\n")[0] for box in boxes.all()] == [
        '- group "column00, column01, column02":',
        '- group "a, b, c":',
        '- group "Opened, 1890":',
    ]


def test_a_long_word_breaks_wherever_it_stands(show: Show) -> None:
    long = "Bridge" * 20
    files = {
        "content/story.md": f"---\ntitle: {long}\ndate: 2020-01-07\n---\n\nHe said “it is open”.\n",
        "content/later.md": "---\ntitle: Later\ndate: 2020-01-08\n---\n\nNothing happened.\n",
        "content/quotes.yaml": f"open:\n  exact: it is open\n  note: {long}\n",
    }
    page = show(files, "quotes/index.html", viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_wide_table_does_not_widen_the_page(show: Show) -> None:
    page = show(story(TABLE), viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("text", [TABLE, CODE])
def test_paper_cuts_nothing_off(show: Show, text: str) -> None:
    page = show(story(text), viewport={"width": 640, "height": 900})  # A4 within its margins
    page.emulate_media(media="print")
    hidden = "e => e.scrollWidth - e.clientWidth"
    for box in page.locator("html, .scroll, table, pre").all():
        assert box.evaluate(hidden) <= 0


def test_paper_breaks_no_year_between_its_digits(show: Show) -> None:
    wordy = " | ".join(["many words that want all of the room that there is"] * 6)
    table = f"| {wordy} | Year |\n|{'---|' * 7}\n| {wordy} | 1993 |"
    page = show(story(table), viewport={"width": 640, "height": 900})
    page.emulate_media(media="print")
    cell = page.locator("td").last
    lines = """e => {
      const words = document.createRange();
      words.selectNodeContents(e);
      return words.getClientRects().length;
    }"""
    assert cell.evaluate(lines) == 1


def test_columns_are_aligned_as_written(show: Show) -> None:
    page = show(story(ALIGNED))
    aligned = "all => all.map(e => getComputedStyle(e).textAlign)"
    for row in page.locator("tr").all():
        assert row.locator("th, td").evaluate_all(aligned) == ["left", "center", "right"]
