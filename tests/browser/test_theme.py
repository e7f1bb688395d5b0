"""Light and dark: by the system, by the reader's choice, remembered, and never a flash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open, Show
from tests.waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Page

LIGHT, DARK = "rgb(253, 252, 250)", "rgb(22, 23, 26)"
# Notes the paper's colour as soon as there is a body, and in every frame from then on.
WATCH = """
const seen = new Set();
window.seenPapers = seen;
const look = () => {
  if (document.body) seen.add(getComputedStyle(document.documentElement).backgroundColor);
  requestAnimationFrame(look);
};
look();
"""


def paper(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return colour


@pytest.mark.parametrize(("scheme", "expected"), [("light", LIGHT), ("dark", DARK)])
def test_the_system_decides_first(visit: Open, scheme: str, expected: str) -> None:
    assert paper(visit(color_scheme=scheme)) == expected


def test_a_choice_holds_on_the_next_page(visit: Open) -> None:
    page = visit(color_scheme="light")
    page.locator("#theme_").select_option("dark")
    assert paper(page) == DARK
    page.goto(page.url + "timeline/")
    assert paper(page) == DARK
    assert page.locator("#theme_").input_value() == "dark"


def test_the_choice_can_be_taken_back(visit: Open) -> None:
    page = visit(color_scheme="light")
    page.locator("#theme_").select_option("dark")
    page.locator("#theme_").select_option("")
    page.reload()
    assert paper(page) == LIGHT


def test_no_frame_is_drawn_in_the_other_colour(visit: Open) -> None:
    page = visit(color_scheme="light")
    page.locator("#theme_").select_option("dark")
    page.add_init_script(WATCH)
    page.reload()
    until(page, "window.seenPapers.size > 0")
    assert page.evaluate("[...window.seenPapers]") == [DARK]


def test_a_closed_storage_breaks_nothing(visit: Open) -> None:
    page = visit(color_scheme="light")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } });"
    )
    page.reload()
    page.locator("#theme_").select_option("dark")
    assert paper(page) == DARK
    page.locator("#previews_").uncheck()


def test_the_accent_of_a_site_is_not_printed(show: Show) -> None:
    page = show({"site.yaml": 'title: Small\nlanguage: en\ntheme:\n  accent: "#0b5d2c"\n'})
    glance = page.locator(".glance")
    assert glance.evaluate("e => getComputedStyle(e).borderTopColor") == "rgb(11, 93, 44)"
    page.emulate_media(media="print")
    assert glance.evaluate("e => getComputedStyle(e).borderTopColor") == "rgb(0, 0, 0)"


def test_who_asks_for_more_contrast_gets_no_muted_words(visit: Open) -> None:
    colours = [
        visit(contrast=wish).locator(".tagline").evaluate("e => getComputedStyle(e).color")
        for wish in ("no-preference", "more")
    ]
    ink = visit().locator("h1").evaluate("e => getComputedStyle(e).color")
    assert colours[0] != ink
    assert colours[1] == ink
