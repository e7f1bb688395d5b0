"""Footnotes for those who listen: what a reference is, and what leads back to it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Show

STORY = """---
title: A bridge
date: 2020-01-07
---

Open[^a], shut[^a], long[^b].

[^a]: Or so.
[^b]:
    ```
    400 m
    ```
"""
NAMES = {
    "en": (
        ["Footnote 1", "Footnote 1", "Footnote 2"],
        [
            "Back to the text from footnote 1, place 1",
            "Back to the text from footnote 1, place 2",
            "Back to the text from footnote 2",
        ],
    ),
    "ar": (
        ["الحاشية 1", "الحاشية 1", "الحاشية 2"],
        [
            "العودة إلى النص من الحاشية 1، الموضع 1",
            "العودة إلى النص من الحاشية 1، الموضع 2",
            "العودة إلى النص من الحاشية 2",
        ],
    ),
}


@pytest.mark.parametrize("language", NAMES)
def test_references_and_the_ways_back_have_names(show: Show, language: str) -> None:
    page = show({"site.yaml": f"title: Small\nlanguage: {language}\n", "content/story.md": STORY})
    for role, names in zip(("doc-noteref", "doc-backlink"), NAMES[language], strict=True):
        links = page.locator(f'[role="{role}"]').all()
        assert len(links) == len(names)
        for link, name in zip(links, names, strict=True):
            assert f'"{name}"' in link.aria_snapshot()


def test_a_way_back_leads_to_its_place(show: Show) -> None:
    page = show({"content/story.md": STORY})
    for place, link in enumerate(page.locator(".footnotes a").all()):
        link.click()
        assert page.locator(".footnote-ref").nth(place).locator(":target").count() == 1
