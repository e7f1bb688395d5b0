"""The front page of several articles."""

import pytest
from bs4 import BeautifulSoup

from tests.project import SITE, project

STORY = """---
title: One
date: 2020-01-07
standfirst: See [below](#later) and [the other](two.md#then).
---

## Later

Rain.
"""
FILES = {"one.md": STORY, "two.md": "## Then\n\nSun.\n"}


@pytest.mark.parametrize(("urls", "index"), [("pretty", ""), ("file", "index.html")])
def test_a_place_in_an_article_is_reached_from_the_list(urls: str, index: str) -> None:
    site = project({**FILES, "site.yaml": f"{SITE}urls: {urls}\n"})
    assert not site.diagnostics
    front = BeautifulSoup(site.html("index.html"), "html.parser").select(".summary a")
    assert [a["href"] for a in front] == [
        f"articles/one/{index}#later",
        f"articles/two/{index}#then",
    ]
    own = BeautifulSoup(site.html("articles/one/index.html"), "html.parser")
    assert [a["href"] for a in own.select(".standfirst a")] == ["#later", f"../two/{index}#then"]
