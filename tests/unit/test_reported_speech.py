"""Reported speech: the words are the article's, so nowhere do they stand between marks."""

import pytest

from tests.project import Project, project

QUOTES = """
told:
  exact: the bridge would open on Monday
  speaker: person:lee
  kind: indirect
said:
  exact: It will rain
  speaker: person:lee
"""
FILES = {
    "people.yaml": "lee: {name: Ann Lee}\n",
    "quotes.yaml": QUOTES,
    "a.md": "Ann Lee said that the bridge would open on Monday. “It will rain,” Ann Lee added.\n",
}


@pytest.fixture(scope="module")
def site() -> Project:
    return project(FILES)


@pytest.mark.parametrize(
    ("page", "times"), [("quotes", 2), ("people", 1), ("people/lee", 1)], ids=str
)
def test_it_stands_without_marks(site: Project, page: str, times: int) -> None:
    html = site.html(f"{page}/index.html")
    assert html.count(">the bridge would open on Monday<") == times
    assert html.count(">“It will rain”<") == times
    assert "“the bridge would open" not in html


def test_no_machine_is_told_that_somebody_said_it(site: Project) -> None:
    data = site.html("quotes/index.html").partition("application/ld+json")[2]
    told = data.partition("</script>")[0]
    assert '"text": "It will rain"' in told
    assert "would open on Monday" not in told


def test_who_copies_it_copies_that_it_is_reported(site: Project) -> None:
    assert "<span data-by>Reported speech</span>" in site.html("quotes/index.html")
