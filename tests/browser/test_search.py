"""The search page, in a real browser: words find pages, by key and by address, and do no harm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open
from tests.browser.test_access import violations
from tests.hostile import HOST, STIR, VECTORS, Found, watch
from tests.smallsite import FILES, PICTURE, built, tree
from tests.smallsite import site as small
from tests.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Route

SHOWN = "document.querySelector('#found_ li')"


def searched(page: Page, words: str) -> list[str]:
    """Enter these words, at once: no part of them is searched. The titles of what is found."""
    page.keyboard.insert_text(words)
    until(page, SHOWN)
    return page.locator("#found_ h2").all_inner_texts()


def test_a_short_form_finds_its_entry_first(visit: Open) -> None:
    page = visit("search/")
    assert searched(page, "CJTF-OIR")[0] == "CJTF-OIR"
    said = "Acronym · Combined Joint Task Force–Operation Inherent Resolve"
    assert page.locator("#found_ .term").first.inner_text() == said
    assert re.fullmatch(r"Found: \d+", page.locator("#status_").inner_text())


def test_words_lead_to_the_page_and_the_address_keeps_them(visit: Open) -> None:
    page = visit("search/")
    searched(page, "no decision whatsoever")
    assert "decision" in page.locator("#found_ mark").all_inner_texts()
    assert page.url.endswith("search/?q=no+decision+whatsoever")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.locator("#found_").count() == 0
    page.go_back()
    until(page, SHOWN)
    assert page.locator("#words_").input_value() == "no decision whatsoever"


def test_more_than_ten_come_when_they_are_asked_for(visit: Open) -> None:
    page = visit("search/?q=the")
    until(page, "!document.getElementById('more_').hidden")
    assert page.locator("#found_ li").count() == 10
    page.evaluate("more_.click(), more_.click()")
    until(page, "document.querySelectorAll('#found_ li').length > 10")
    titles = page.locator("#found_ h2").all_inner_texts()
    assert len(set(titles)) == len(titles)
    assert page.evaluate("document.activeElement.closest('li') === found_.children[10]")


def test_an_event_that_is_found_is_led_to(visit: Open) -> None:
    page = visit("search/")
    searched(page, "hostages held")
    links = page.locator("#found_ a").evaluate_all("all => all.map((one) => one.href)")
    assert [link.partition("timeline/")[2] for link in links if "timeline/" in link] == [
        "#e-embassy-hostages"
    ]
    assert all("timeline/" in link for link in links if "#" in link)


def test_nothing_found_is_said(visit: Open) -> None:
    page = visit("search/?q=zeppelin")
    until(page, "document.getElementById('status_').textContent")
    assert page.locator("#status_").inner_text() == "Nothing was found for these words."
    page.fill("#words_", "")
    until(page, "!document.getElementById('status_').textContent")
    assert page.url.endswith("search/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_found_is_for_everybody(visit: Open, scheme: str) -> None:
    page = visit("search/?q=iraq", color_scheme=scheme, viewport={"width": 320, "height": 640})
    until(page, SHOWN)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_arabic_is_searched_too(visit: Open) -> None:
    assert searched(visit("search/", "arabic"), "حداد")[0] == "ليلى حداد"


@pytest.mark.parametrize("name", ["Iraq", "Iran", "Baghdad"])
def test_what_is_called_so_comes_first_and_its_title_stands_once(visit: Open, name: str) -> None:
    page = visit("search/")
    assert searched(page, name.lower())[0] == name
    assert page.locator("#found_ li").first.inner_text().count(f"{name}.") == 0


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("Iraqi parliament", "Organization · legislature", "The Iraqi parliament is"),
        (
            "Esper says there is no decision to leave Iraq",
            "Article · 7 January 2020",
            "The US defence secretary answers",
        ),
    ],
)
def test_what_is_found_says_what_it_is_and_begins_with_its_text(
    visit: Open, name: str, kind: str, words: str
) -> None:
    page = visit("search/")
    searched(page, name)
    found = page.locator("#found_ li").first
    assert found.locator(".term").inner_text() == kind
    assert found.locator("p").last.inner_text().lstrip().startswith(words)


@pytest.mark.parametrize("words", ["Nasrallah", "How this was checked", "Coordinates"])
def test_words_of_the_pages_themselves_are_not_found(visit: Open, words: str) -> None:
    page = visit("search/")
    page.keyboard.type(f'"{words}"')
    until(page, "document.getElementById('status_').textContent")
    assert page.locator("#found_ li").count() == 0


@contextmanager
def search_of(chromium: Browser, folder: Path, files: Mapping[str, str | bytes]) -> Iterator[Page]:
    """The search page of the small site with these files."""
    built(small(folder, {"site.yaml": FILES["site.yaml"] + "search: true\n", **files}))
    with chromium.new_context() as context:
        watch(context, tree(folder / "output"), Found([], [], []), csp=False)
        page = context.new_page()
        page.goto(HOST + "search/")
        yield page


def test_pictures_and_ways_elsewhere_bring_no_page_that_says_nothing_of_the_words(
    chromium: Browser, tmp_path: Path
) -> None:
    files: dict[str, str | bytes] = {
        "content/a.png": PICTURE,
        "content/people.yaml": FILES["content/people.yaml"]
        + "  links: {wikipedia: https://en.wikipedia.org/wiki/Ada_Lovelace}\n",
        "content/timeline.yaml": "seen:\n  title: A heron is seen\n  date: 2020-01-06\n"
        "  image: {src: a.png, alt: A heron, credit: Heron Press}\n"
        "  about: [person:ada-lovelace]\n",
    }
    with search_of(chromium, tmp_path, files) as page:
        assert searched(page, "heron") == ["Timeline"]
        assert "Picture" not in page.locator("#found_ li").inner_text()
        page.goto(HOST + "search/?q=wikipedia")
        until(page, "document.getElementById('status_').textContent")
        assert page.locator("#found_ li").count() == 0


@pytest.mark.parametrize(
    ("summary", "below"),
    [
        ("", "$"),
        ("She opened it.", r"She opened it\.$"),
        ("She opened it. " + "It is long. " * 90, r"She opened it\. .* …$"),
    ],
)
def test_dots_say_that_a_text_goes_on_and_only_then(
    chromium: Browser, tmp_path: Path, summary: str, below: str
) -> None:
    people = f"ada-lovelace: {{name: Ada Lovelace, summary: {summary}}}\n"
    with search_of(chromium, tmp_path, {"content/people.yaml": people}) as page:
        assert searched(page, "Ada Lovelace")[0] == "Ada Lovelace"
        shown = page.locator("#found_ li").first.inner_text()
        assert re.fullmatch(rf"Ada Lovelace\s+Person\s*{below}", shown)


def test_a_correction_and_its_day_are_words_apart(chromium: Browser, tmp_path: Path) -> None:
    front = "title: A bridge\ndate: 2020-01-07\n"
    front += "corrections: [{date: 2020-01-08, text: Herons are no storks.}]\n"
    files = {"content/story.md": f"---\n{front}---\n\nAda Lovelace.\n"}
    with search_of(chromium, tmp_path, files) as page:
        assert searched(page, "herons") == ["A bridge"]
        assert "2020 Herons" in page.locator("#found_ li").inner_text()


@pytest.mark.parametrize("lost", ["**/pagefind.js", "**/fragment/**"])
def test_where_the_index_cannot_be_loaded_the_page_says_so(visit: Open, lost: str) -> None:
    page = visit("404.html")
    broken = {"body": "throw 1", "content_type": "text/javascript"}
    page.route(lost, lambda route: route.fulfill(**broken))
    page.goto(page.url.replace("404.html", "search/?q=iraq"))
    until(page, "document.getElementById('status_').textContent.startsWith('Searching did not')")
    assert page.locator("#found_ li").count() == 0


def test_an_answer_that_comes_late_is_not_shown_twice(visit: Open) -> None:
    page = visit("search/")
    page.evaluate(
        """() => {
          const input = document.getElementById("words_");
          for (const words of ["iraq", "iraqi", "iraq"]) {
            input.value = words;
            input.dispatchEvent(new Event("change"));
          }
        }"""
    )
    until(page, SHOWN)
    until(page, "!document.getElementById('more_').hidden")
    titles = page.locator("#found_ h2").all_inner_texts()
    assert len(set(titles)) == len(titles) == 10


def test_pages_that_come_when_something_else_is_looked_for_are_not_shown(visit: Open) -> None:
    page = visit("search/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/fragment/**", hold)
    page.fill("#words_", "iraq")
    until(page, "document.getElementById('status_').textContent")
    page.fill("#words_", "zeppelin")
    until(page, "document.getElementById('status_').textContent.startsWith('Nothing')")
    for route in held:
        with page.expect_response(route.request.url):
            route.continue_()
    page.wait_for_load_state("networkidle")
    assert page.locator("#found_ li").count() == 0


@pytest.mark.parametrize("csp", [False, True])
def test_what_is_found_does_no_harm(chromium: Browser, tmp_path: Path, csp: bool) -> None:
    title = "fired <img src=x onerror=fired()> &lt;img src=x onerror=fired()&gt;"
    text = "".join(
        f"fired {vector}\n\n" for vector in VECTORS if "<" in vector and "javascript:" not in vector
    )
    article = f"---\ntitle: '{title}'\ndate: 2020-01-07\n---\n\n{text}"
    files = {"site.yaml": FILES["site.yaml"] + "search: true\n", "content/story.md": article}
    built(small(tmp_path, files))
    found = Found([], [], [])
    with chromium.new_context() as context:
        watch(context, tree(tmp_path / "output"), found, csp=csp)
        page = context.new_page()
        page.goto(HOST + "search/")
        assert searched(page, "fired") == [title]
        assert page.locator("#found_ img, #found_ script").count() == 0
        assert page.locator("#found_ mark").count() > 0
        page.evaluate(STIR)
    assert not found.harm
