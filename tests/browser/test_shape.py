"""What stands where: even rows, lists that are long, names that are long, and pages with little."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, Show

TOP = "e => e.getBoundingClientRect().top"
PHONE = {"viewport": {"width": 320, "height": 640}}
STORY = "---\ntitle: A bridge\ndate: 2020-01-07\n---\n"


@pytest.mark.parametrize(("count", "rows"), [(6, [3, 3]), (7, [4, 3]), (12, [4, 4, 4])])
def test_days_at_a_glance_stand_in_even_rows(show: Show, count: int, rows: list[int]) -> None:
    days = range(1, count + 1)
    event = "e{0}: {{title: E, date: 2020-01-{0:02}, passage: Ada came on {0} January}}\n"
    files = {
        "content/story.md": STORY + "".join(f"\nAda came on {n} January.\n" for n in days),
        "content/timeline.yaml": "".join(event.format(n) for n in days),
    }
    page = show(files)
    tops = [day.evaluate(TOP) for day in page.locator(".glance .dates > ol > li").all()]
    assert [tops.count(top) for top in dict.fromkeys(tops)] == rows


def test_a_long_name_of_a_site_is_not_wider_than_the_window(show: Show) -> None:
    long = "Bridge" * 10
    page = show({"site.yaml": f"title: {long}\ntagline: {long}\nlanguage: en\n"}, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_script_the_choices_begin_where_lines_begin(visit: Open) -> None:
    page = visit("timeline/", java_script_enabled=False)
    left = "e => e.getBoundingClientRect().left"
    first = page.locator(".filter a:visible").first
    assert first.evaluate(left) == page.locator("h1").evaluate(left)


def test_on_a_phone_a_hundred_years_are_not_in_the_way_of_the_first_event(show: Show) -> None:
    events = "".join(f"e{n}: {{title: E, date: {1900 + n}, basis: inferred}}\n" for n in range(101))
    page = show({"content/timeline.yaml": events}, "timeline/index.html", **PHONE)
    expect(page.locator(".timeline h2").first).to_be_in_viewport()
    last = page.locator(".letters a").last
    last.focus()
    expect(last).to_be_in_viewport(ratio=1)


def test_in_a_low_window_the_end_of_long_contents_can_be_reached(show: Show) -> None:
    text = "".join(f"\n## Part {n}\n\nWords.\n" for n in range(30))
    page = show({"content/story.md": STORY + text}, viewport={"width": 1440, "height": 500})
    last = page.locator(".contents a").last
    last.focus()
    expect(last).to_be_in_viewport(ratio=1)


def test_on_a_phone_the_date_of_an_article_is_not_divided(show: Show) -> None:
    files = {
        "content/story.md": "---\ntitle: The bridge of today\ndate: 2020-11-17\n---\n“It is open.”",
        "content/later.md": STORY + "Nothing.",
        "content/quotes.yaml": "open:\n  exact: It is open.\n",
    }
    page = show(files, "quotes/index.html", **PHONE)
    date = page.locator(".where time")
    assert date.evaluate("e => e.getClientRects().length") == 1


def test_a_text_without_links_explains_none(show: Show, visit: Open) -> None:
    assert visit().locator(".legend").is_visible()
    assert show({"content/story.md": STORY + "It rained."}).locator(".legend").count() == 0


def test_letters_that_join_are_not_set_apart(visit: Open) -> None:
    page = visit(site="arabic")
    spacing = "e => getComputedStyle(e).letterSpacing"
    assert page.locator(".dateline").evaluate(spacing) in ("normal", "0px")
    assert visit().locator(".dateline").evaluate(spacing) not in ("normal", "0px")
