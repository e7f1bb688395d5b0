"""Footnotes for those who listen: what a reference is, and what leads back to it."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Show

STORY = "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\nOpen[^a], shut[^a].\n\n[^a]: Or so.\n"


@pytest.mark.parametrize(("language", "name"), [("en", "Footnote 1"), ("ar", "الحاشية 1")])
def test_references_and_the_ways_back_have_names(show: Show, language: str, name: str) -> None:
    page = show({"site.yaml": f"title: Small\nlanguage: {language}\n", "content/story.md": STORY})
    for role in ("doc-noteref", "doc-backlink"):
        links = page.locator(f'[role="{role}"]').all()
        assert len(links) == 2
        for link in links:
            assert f'"{name}"' in link.aria_snapshot()
