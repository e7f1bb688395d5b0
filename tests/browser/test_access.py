"""axe-core finds nothing on any kind of page, in light, in dark, from right to left."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

KINDS = [
    "",
    "people/",
    "people/mark-esper/",
    "organizations/",
    "organizations/us-military/",
    "places/",
    "places/iraq/",
    "documents/",
    "documents/withdrawal-letter/",
    "glossary/",
    "glossary/sanctions/",
    "acronyms/",
    "acronyms/IZ/",
    "timeline/",
    "quotes/",
    "method/",
    "search/",
    "404.html",
]
ARABIC = [
    "",
    "people/",
    "people/layla-haddad/",
    "glossary/",
    "acronyms/",
    "timeline/",
    "quotes/",
    "method/",
    "search/",
]
SEVERAL = ["", "articles/notes/", "about/", "people/ali/", "documents/"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def axe() -> str:
    import axe_playwright_python

    return Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Each violation as the rule and the first place. (The policy forbids added scripts.)"""
    page.evaluate(axe())
    options = {"runOnly": RULES, "rules": {"target-size": {"enabled": True}}}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [f"{v['id']}: {v['nodes'][0]['html']}" for v in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_page_breaks_no_rule_of_axe(visit: Open, path: str, scheme: str) -> None:
    assert violations(visit(path, color_scheme=scheme)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ARABIC)
def test_pages_from_right_to_left_break_no_rule_of_axe(visit: Open, path: str, scheme: str) -> None:
    assert violations(visit(path, site="arabic", color_scheme=scheme)) == []


@pytest.mark.parametrize("path", SEVERAL)
def test_pages_of_several_articles_break_no_rule_of_axe(visit: Open, path: str) -> None:
    assert violations(visit(path, site="several")) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_cards_that_are_open_and_pinned_break_no_rule_of_axe(visit: Open, scheme: str) -> None:
    page = visit(color_scheme=scheme)
    page.locator('.prose a[data-ref="person:mark-esper"]').first.hover()
    page.locator(".pin").click()
    page.locator('.prose a[data-ref="document:withdrawal-letter"]').first.hover()
    page.wait_for_selector("#preview_:popover-open")
    assert violations(page) == []


@pytest.mark.parametrize("path", KINDS)
def test_pages_on_phones_break_no_rule_of_axe(visit: Open, path: str) -> None:
    page = visit(path, viewport={"width": 320, "height": 640})
    assert violations(page) == []
    page.set_viewport_size({"width": 412, "height": 800})
    assert violations(page) == []


@pytest.mark.parametrize("path", ["people/", "glossary/", "quotes/"])
def test_the_parts_of_a_list_are_headings_not_landmarks(visit: Open, path: str) -> None:
    """Two dozen landmarks on a page lead nobody to its text."""
    page = visit(path)
    assert page.locator("main").get_by_role("heading", level=2).count() > 2
    assert page.get_by_role("region").count() == 0
