"""The sample site: the owner's words unchanged, everything found, every link leading somewhere."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup

from builder.ground.values import field_names
from builder.model.entries import ENTRY_TYPES, Entry, Event, Named, Quote
from tests.project import ROOT, Project, project

HEADINGS = ("Reposition", "Demands", "Revenge")


@cache
def sample() -> Project:
    folder = ROOT / "content"
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in (*folder.rglob("*.md"), *folder.rglob("*.yaml"))
    }
    return project({**files, "site.yaml": (ROOT / "site.yaml").read_text(encoding="utf-8")})


@cache
def built() -> dict[str, BeautifulSoup]:
    """Every HTML page of the sample site, by path."""
    site = sample()
    return {
        page.path: BeautifulSoup(site.html(page.path), "html.parser")
        for page in site.pages
        if page.path.endswith(".html")
    }


def test_it_builds_without_a_word() -> None:
    assert sample().diagnostics == ()


def test_the_articles_words_are_the_owners() -> None:
    owners = (Path(__file__).parent / "seed_article.txt").read_text(encoding="utf-8")
    body = built()["index.html"].select_one(".prose")
    assert body is not None
    lines = [block.get_text() for block in body.find_all(["p", "h2"])]
    assert "\n".join(lines) == owners


def test_its_bare_lines_are_headings() -> None:
    (study,) = sample().content.articles
    body = sample().planned.reader.article(study.slug).body
    found = [body.text[h.start : h.end] for h in body.headings]
    assert tuple(found) == HEADINGS


def test_every_quotation_is_found_word_for_word() -> None:
    quotes = sample().linked.quotes
    assert [found.grade for found in quotes.values()] == ["verbatim"] * 7
    speakers = [q.speaker for q in sample().content.entries.values() if isinstance(q, Quote)]
    assert sorted(str(s) for s in speakers) == [
        *["document:withdrawal-letter"] * 3,
        "person:donald-trump",
        "person:hassan-rouhani",
        *["person:mark-esper"] * 2,
    ]


def test_every_event_has_its_passage() -> None:
    events = [e for e in sample().content.entries.values() if isinstance(e, Event)]
    assert len(events) >= 9
    assert all(sample().linked.events[event.ref] for event in events)
    assert any(event.date.text == "1979-11-04/1981-01-20" for event in events)


def test_there_is_what_a_reader_needs() -> None:
    counts = {
        kind: len(sample().content.of_kind(kind)) for kind in ("person", "term", "acronym", "quote")
    }
    assert counts == {"person": 7, "term": 23, "acronym": 3, "quote": 7}


def test_every_entry_names_a_source() -> None:
    assert [e.ref for e in sample().content.entries.values() if not e.sources] == []


WHICH = {"article", "prefix", "suffix"}
"""Fields that say which words are meant, where the same stand several times: here none do."""


def test_every_field_that_a_kind_has_of_its_own_is_shown() -> None:
    """So each new one is tried on a page, with its words for translation."""
    entries = sample().content.entries.values()
    filled = {name for entry in entries for name in field_names(entry) if getattr(entry, name)}
    own = {name for kind in ENTRY_TYPES.values() for name in kind.__struct_fields__}
    shared = {*Entry.__struct_fields__, *Named.__struct_fields__}
    assert own - shared - WHICH - filled == set()


def links() -> Iterator[tuple[str, str]]:
    """Every internal link and asset of every page: the page's path and the address."""
    for path, soup in built().items():
        for tag, attribute in (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src")):
            for element in soup.find_all(tag):
                address = str(element.get(attribute) or "")
                if not re.match(r"[a-z]+:|//", address) and address:
                    yield path, address


def test_no_internal_link_or_anchor_is_broken() -> None:
    paths = {page.path for page in sample().pages}
    assets = {
        p.relative_to(ROOT / "templates").as_posix() for p in (ROOT / "templates/assets").iterdir()
    }
    ids = {path: {e["id"] for e in soup.find_all(id=True)} for path, soup in built().items()}
    broken = []
    for page, address in links():
        target, fragment = led_to(page, address)
        if target not in paths | assets or (
            fragment and fragment not in ids.get(target, {fragment})
        ):
            broken.append((page, address))
    assert broken == []


def led_to(page: str, address: str) -> tuple[str, str]:
    """The file to which an address on a page leads, and the place in it."""
    path, _, fragment = unquote(address.partition(":~:")[0]).partition("#")
    if page == "404.html":
        path = path.lstrip("/")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if path.endswith("/"):
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    return target, fragment


def test_a_reader_comes_from_the_front_page_to_every_other() -> None:
    """No page is made to which nothing leads, but for the one that servers show by themselves."""
    ways: dict[str, set[str]] = {}
    for page, address in links():
        ways.setdefault(page, set()).add(led_to(page, address)[0])
    reached, todo = {"404.html"}, ["index.html"]
    while todo:
        page = todo.pop()
        reached.add(page)
        todo += (ways.get(page, set()) & built().keys()) - reached
    assert built().keys() - reached == set()


def test_ids_stand_once_on_a_page() -> None:
    for path, soup in built().items():
        ids = [element["id"] for element in soup.find_all(id=True)]
        assert len(ids) == len(set(ids)), path


def test_every_sentence_of_a_mention_leads_to_that_mention() -> None:
    article = built()["index.html"]
    page = built()["people/mark-esper/index.html"]
    places = [a["href"] for a in page.find_all("a") if "#m-person-mark-esper" in str(a["href"])]
    assert places
    for place in places:
        target = article.find(id=str(place).partition("#")[2])
        assert target is not None
        assert "Esper" in target.get_text()


def test_every_page_describes_itself() -> None:
    silent = [
        path
        for path, page in built().items()
        if not (told := page.select_one('meta[name="description"]')) or not told["content"]
    ]
    assert silent == []
