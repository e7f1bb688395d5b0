"""Addresses of the site as it was: which are gone, and what seems to have become of them."""

import pytest

from builder.model.refs import Ref
from builder.pages.links.gone import Former, Gone, gone
from tests.project import project

ADA = Ref("person", "ada")
KNOWN = {ADA: frozenset({"Ada Lovelace", "wikidata:Q7259"})}


def lost(files: dict[str, str], *paths: str) -> list[Gone]:
    site = project({"a.md": "Ada Lovelace met Charles Babbage.", **files})
    return list(gone(Former(frozenset(paths), KNOWN), site.content, site.pages))


def told(files: dict[str, str], *paths: str) -> list[tuple[str, str, str, bool]]:
    return [
        (one.address, one.path.removeprefix("content/"), one.alias, one.is_certain)
        for one in lost(files, *paths)
    ]


PAGE = "people/ada/index.html"
BABBAGE = "cb: {name: Charles Babbage}\n"


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("lovelace: {name: Ada Lovelace}", ("ada", True)),
        ("x: {name: Countess, identifiers: {wikidata: Q7259}}", ("ada", True)),
        ("adah: {name: Countess}", ("ada", False)),
        ("lovelace: {name: Countess}", ("", False)),
        ("x: {name: Ada Lovelace}\ny: {name: Ada Lovelace}", ("", False)),
        ("adah: {name: Countess}\naba: {name: Princess}", ("", False)),
    ],
)
def test_an_entry_is_known_again(people: str, expected: tuple[str, bool]) -> None:
    found = told({"people.yaml": BABBAGE + people}, PAGE, "people/cb/index.html")
    assert found == [("people/ada/", "people.yaml", *expected)]


def test_an_entry_that_was_there_before_is_no_successor() -> None:
    files = {"people.yaml": "lovelace: {name: Ada Lovelace}"}
    assert told(files, PAGE, "people/lovelace/index.html") == [
        ("people/ada/", "people.yaml", "", False)
    ]


def test_an_entry_may_move_to_another_sidecar() -> None:
    files = {"organizations.yaml": "ada: {name: Ada Lovelace}"}
    assert told(files, PAGE) == [("people/ada/", "people.yaml", "/people/ada/", True)]


@pytest.mark.parametrize("alias", ["ada", "/people/ada/"])
def test_an_alias_leads_on(alias: str) -> None:
    files = {"people.yaml": f"lovelace: {{name: Ada Lovelace, aliases: [{alias}]}}"}
    assert told(files, PAGE) == []
    assert project(files).page(PAGE).template == "redirect.html"


def test_articles_and_pages_are_known_by_their_slug() -> None:
    second = {"b.md": "---\ntitle: B\ndate: 2020-01-08\nslug: bridges\n---\nB\n"}
    page = {"pages/about-us.md": "---\ntitle: About\n---\nWe\n"}
    assert told(page, "articles/a/index.html", "about/index.html", "people/index.html") == [
        ("about/", "pages/about-us.md", "/about/", False),
        ("articles/a/", "a.md", "/articles/a/", False),
        ("people/", "site.yaml", "", False),
    ]
    assert told(second, "articles/a/index.html", "articles/bridge/index.html") == [
        ("articles/bridge/", "b.md", "/articles/bridge/", False)
    ]


def test_the_one_article_that_is_gone_is_the_one_that_is_new() -> None:
    new = {f"{slug}.md": "---\ntitle: B\ndate: 2020-01-08\n---\nB\n" for slug in ("zweite", "neu")}
    one = {"zweite.md": new["zweite.md"]}
    (found,) = lost(one, "articles/a/index.html", "articles/second/index.html")
    assert (found.path, found.alias) == ("content/zweite.md", "/articles/second/")
    (found,) = lost(new, "articles/a/index.html", "articles/second/index.html")
    assert found.successor is None
    both = lost(one, "articles/a/index.html", "articles/second/index.html", "articles/x/index.html")
    assert [found.successor for found in both] == [None, None]


def test_what_is_left_out_as_a_draft_and_what_is_no_page_is_not_gone() -> None:
    files = {
        "b.md": "---\ntitle: B\ndate: 2020-01-08\ndraft: true\n---\nZoe spoke.\n",
        "pages/plans.md": "---\ntitle: Plans\ndraft: true\n---\nWe\n",
        "people.yaml": "zoe: {name: Zoe}",
    }
    drafts = ("articles/b/index.html", "people/zoe/index.html", "plans/index.html")
    paths = (*drafts, "404.html", "data/x.json")
    assert told(files, *paths, "media/a.png") == []


def test_among_many_new_ids_likeness_says_nothing_and_a_name_still_does() -> None:
    others = "".join(f"other{n}: {{name: Person{n}}}\n" for n in range(60))
    many = f"adah: {{name: Countess}}\n{others}"
    assert told({"people.yaml": many}, PAGE) == [("people/ada/", "people.yaml", "", False)]
    named = {"people.yaml": many + "lovelace: {name: Ada Lovelace}"}
    assert told(named, PAGE) == [("people/ada/", "people.yaml", "ada", True)]
