"""An article in another language than its site: its words are told from the interface's."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.pages.front import LATEST
from tests.browser.conftest import Open, Show
from tests.smallsite import built, site

STORY = """---
title: الجسر
date: 2020-01-07
language: ar
standfirst: فُتح الجسر.
key_points: [الجسر مفتوح.]
corrections: [{date: 2020-01-09, text: كان التاريخ خاطئًا.}]
---

## الافتتاح

قال المهندس «الجسر مفتوح للجميع اليوم» أمام الناس في المدينة.
"""
LATER = "---\ntitle: Later\ndate: 2020-01-08\nstandfirst: Nothing.\n---\n\nNothing happened.\n"
QUOTES = "open:\n  exact: الجسر مفتوح للجميع اليوم\n"
FILES = {"content/story.md": STORY, "content/later.md": LATER, "content/quotes.yaml": QUOTES}
DIRECTION = "e => getComputedStyle(e).direction"


def test_what_an_article_says_of_itself_has_its_language(show: Show) -> None:
    page = show(FILES, "articles/story/index.html")
    for place in (
        ".key-points li",
        ".contents .part a",
        ".opening h1",
        ".prose",
        ".corrections dd",
    ):
        words = page.locator(place)
        assert words.evaluate("e => e.closest('[lang]').lang") == "ar", place
        assert words.evaluate(DIRECTION) == "rtl", place
    for place in (".key-points h2", ".contents p"):
        assert page.locator(place).evaluate("e => e.closest('[lang]').lang") == "en", place


@pytest.mark.parametrize("place", ["h2", ".summary"])
def test_on_the_front_page_an_article_has_its_language_and_starts_on_its_side(
    show: Show, place: str
) -> None:
    later, story = show(FILES).locator(f".articles {place}").all()
    spoken = "e => [e.closest('[lang]').lang, getComputedStyle(e).direction]"
    assert later.evaluate(spoken) == ["en", "ltr"]
    assert story.evaluate(spoken) == ["ar", "rtl"]


@pytest.mark.parametrize("path", ["index.html", "articles/story/index.html"])
def test_words_of_the_interface_beside_a_headline_keep_their_own(show: Show, path: str) -> None:
    dates = show(FILES, path).locator(".meta span:has(time)").all()
    spoken = "e => [e.closest('[lang]').lang, getComputedStyle(e).direction]"
    assert [date.evaluate(spoken) for date in dates] == [["en", "ltr"]] * len(dates)


def test_names_of_footnotes_are_told_in_the_language_of_the_interface(show: Show) -> None:
    noted = STORY.replace("المدينة.", "المدينة.[^1]\n\n[^1]: صباحًا.")
    page = show({**FILES, "content/story.md": noted}, "articles/story/index.html")
    links = page.locator("[role=doc-noteref], [role=doc-backlink]").all()
    assert [link.get_attribute("lang") for link in links] == ["en", "en"]


def test_the_archive_tells_the_language_of_a_title(show: Show) -> None:
    many = {
        f"content/a{n}.md": f"---\ntitle: Story {n}\ndate: 2020-01-07\n---\nText.\n"
        for n in range(LATEST)
    }
    links = show({**FILES, **many}, "archive/2020/index.html").locator(".rows a")
    spoken = {a.inner_text(): a.evaluate("e => e.closest('[lang]').lang") for a in links.all()}
    assert (spoken["Story 0"], spoken["الجسر"]) == ("en", "ar")


def test_words_of_the_interface_lend_an_article_no_direction(show: Show) -> None:
    page = show(FILES, "quotes/index.html")
    context = page.locator(".context")
    assert context.evaluate(DIRECTION) == "ltr"
    assert context.locator("bdi").first.evaluate(DIRECTION) == "rtl"
    title = page.locator(".actions bdi")
    assert title.inner_text() == "الجسر"
    assert title.evaluate(DIRECTION) == "rtl"


TWO_WAYS = [
    pytest.param(["en", "ltr"], ["ar", "rtl"], "الجسر", id="from-left"),
    pytest.param(["ar", "rtl"], ["en", "ltr"], "Bridge", id="from-right"),
]


@pytest.mark.parametrize(("interface", "text", "title"), TWO_WAYS)
@pytest.mark.parametrize("path", ["index.html", "articles/story/index.html", "about/index.html"])
def test_the_box_of_a_draft_has_the_direction_of_its_own_words(
    visit: Open, tmp_path: Path, path: str, interface: list[str], text: list[str], title: str
) -> None:
    front = f"---\ntitle: {title}\nlanguage: {text[0]}\ndraft: true"
    files = {
        "site.yaml": f"title: Small\nlanguage: {interface[0]}\n",
        "content/story.md": f"{front}\ndate: 2020-01-07\n---\n\n{title}.\n",
        "content/later.md": LATER,
        "content/pages/about.md": f"{front}\nupdated: 2020-01-07\n---\n\n{title}.\n",
    }
    built(site(tmp_path, files), drafts=True)
    page = visit()
    page.goto((tmp_path / "output" / path).as_uri())
    around = page.locator(f'[lang="{text[0]}"]:has(.notice)')
    spoken = "e => [e.closest('[lang]').lang, getComputedStyle(e).direction]"
    assert around.locator("h1, h2").evaluate(spoken) == text
    for ours in around.locator(".notice, .meta span").all():
        assert ours.evaluate(spoken) == interface
