"""The preview in a real browser, under the strict CSP of the site's own pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.preview.running import Running, page, replace, running
from tests.preview.tabs import heading, is_marked, mark, opened
from tests.waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

STYLE = '<link rel="stylesheet" href="/assets/style.css">'
LONG = "<p>line</p>" * 300


def test_a_save_is_seen_in_two_pages_without_a_hand(site: Running, context: BrowserContext) -> None:
    tabs = [opened(context, site.address), opened(context, site.address)]
    for number in range(3):
        site.save("index.html", page(f"Save number {number}."))
        for tab in tabs:
            heading(tab, f"Save number {number}.")


def test_only_the_page_whose_bytes_changed_is_loaded_again(
    site: Running, context: BrowserContext
) -> None:
    front, people = opened(context, site.address), opened(context, site.address + "people/")
    mark(people)
    site.save("index.html", page("Changed"))
    heading(front, "Changed")
    site.save("people/index.html", page("People, too"))
    heading(people, "People, too")
    assert not is_marked(people)
    mark(people)
    site.save("index.html", page("Changed again"))
    heading(front, "Changed again")
    assert is_marked(people)


def test_the_last_of_many_quick_saves_is_on_the_screen(
    site: Running, context: BrowserContext
) -> None:
    tabs = [opened(context, site.address), opened(context, site.address)]
    for number in range(1000):
        site.save("index.html", page(f"Save {number}."))
    for tab in tabs:
        heading(tab, "Save 999.")


def test_a_style_is_swapped_without_a_reload(root: Path, context: BrowserContext) -> None:
    replace(root / "content" / "index.html", page("Front", STYLE).encode())
    with running(root) as site:
        tab = opened(context, site.address)
        mark(tab)
        for colour in ("rgb(9, 8, 7)", "rgb(6, 5, 4)"):
            site.save("assets/style.css", f"h1 {{ color: {colour} }}")
            until(tab, f"getComputedStyle(document.querySelector('h1')).color === '{colour}'")
        assert is_marked(tab)
        until(tab, "document.querySelectorAll('head link').length === 1")


def test_the_place_and_what_is_open_stay(root: Path, context: BrowserContext) -> None:
    body = f"<details><summary>More</summary>x</details>{LONG}"
    replace(root / "content" / "index.html", (page("Before") + body).encode())
    with running(root) as site:
        tab = opened(context, site.address)
        tab.evaluate("document.querySelector('details').open = true")
        tab.evaluate("window.scrollTo(0, 2500)")
        site.save("index.html", page("After") + body)
        heading(tab, "After")
        until(tab, "window.scrollY === 2500")
        until(tab, "document.querySelector('details').open")


def test_errors_are_shown_over_the_page_and_go_when_mended(
    site: Running, context: BrowserContext
) -> None:
    tab = opened(context, site.address)
    mark(tab)
    site.save("error.txt", "The date <b>is</b> wrong.")
    tab.get_by_text("The date <b>is</b> wrong.").first.wait_for()
    dialog = tab.locator("#backstory-preview dialog")
    assert dialog.evaluate("element => getComputedStyle(element).position") == "fixed"
    assert dialog.locator("mark").inner_text() == "h"
    (site.root / "content" / "error.txt").unlink()
    dialog.wait_for(state="detached")
    assert is_marked(tab)


def test_the_dialog_can_be_closed_without_script(site: Running, chromium: Browser) -> None:
    site.save("error.txt", "Wrong.")
    site.until("/", "<dialog open")
    with chromium.new_context(java_script_enabled=False) as window:
        tab = window.new_page()
        tab.goto(site.address)
        tab.get_by_role("button", name="Close").click()
        tab.locator("dialog").wait_for(state="hidden")


def test_warnings_are_a_count_that_opens(site: Running, context: BrowserContext) -> None:
    tab = opened(context, site.address)
    site.save("warning.txt", "Mind this.")
    tab.get_by_text("1 warning").click()
    tab.get_by_text("Mind this.").first.wait_for()


def test_an_open_list_of_warnings_stays_open(root: Path, context: BrowserContext) -> None:
    body = "<details><summary>More</summary>x</details>"
    replace(root / "content" / "index.html", (page("Before") + body).encode())
    with running(root) as site:
        site.save("warning.txt", "Mind this.")
        site.until("/", "Mind this.")
        tab = opened(context, site.address)
        tab.get_by_text("1 warning").click()
        tab.get_by_text("More").click()
        site.save("warning.txt", "Mind that.")
        expect_open(tab, "Mind that.")
        site.save("index.html", page("After") + body)
        heading(tab, "After")
        expect_open(tab, "Mind that.")
        (site.root / "content" / "warning.txt").unlink()
        site.save("index.html", page("Mended") + body)
        heading(tab, "Mended")
        tab.locator("#backstory-preview details").wait_for(state="detached")
        tab.locator("details[open]", has_text="More").wait_for()


def expect_open(tab: Page, words: str) -> None:
    """Wait until the open list of problems says this."""
    tab.locator("#backstory-preview details[open]", has_text=words).wait_for()


def test_the_problems_are_readable_whatever_the_style(root: Path, chromium: Browser) -> None:
    replace(
        root / "content/assets/style.css", b":root { color-scheme: dark } button { color: #000 }"
    )
    linked = page("Dark", '<link rel="stylesheet" href="/assets/style.css">')
    replace(root / "content/index.html", linked.encode())
    style = (
        "element => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]"
    )
    with running(root) as site, chromium.new_context(color_scheme="dark") as window:
        site.save("error.txt", "Wrong.")
        site.until("/", "<dialog open")
        tab = opened(window, site.address)
        for part in ("button", "dialog"):
            colours = tab.locator(f"#backstory-preview {part}").evaluate(style)
            assert colours == ["rgb(26, 26, 26)", "rgb(255, 255, 255)"]


def test_a_preview_that_ends_and_begins_again_finds_its_pages(
    root: Path, context: BrowserContext
) -> None:
    with running(root) as site:
        tab = opened(context, site.address)
    replace(root / "content" / "index.html", page("Meanwhile").encode())
    with running(root, port=site.port):
        heading(tab, "Meanwhile")


def test_below_a_base_path(root: Path, context: BrowserContext) -> None:
    with running(root, base="/repo/") as site:
        tab = opened(context, site.address + "people/")
        site.save("people/index.html", page("Below the path"))
        heading(tab, "Below the path")
        missing = opened(context, site.address + "later/")
        heading(missing, "Nothing here")
        site.save("later/index.html", page("Here it is"))
        heading(missing, "Here it is")


def test_a_page_that_ends_in_the_middle_still_reloads(
    site: Running, context: BrowserContext
) -> None:
    ends = '</head><body><h1>First</h1><table><tr><td><p>text<script type="x">"</head>"</script>'
    site.save("odd.html", page("x").partition("</head>")[0] + ends)
    site.until("/odd.html", "First")
    tab = opened(context, site.address + "odd.html")
    site.save("odd.html", page("Second"))
    heading(tab, "Second")


def test_a_page_from_elsewhere_cannot_listen(site: Running, context: BrowserContext) -> None:
    """Another server on this computer, as the browser sees it, is told nothing."""
    tab = context.new_page()
    tab.goto("about:blank")
    closed = tab.evaluate(
        """port => new Promise(done => {
            const socket = new WebSocket(`ws://127.0.0.1:${port}/_preview/live`);
            socket.onopen = () => done(false);
            socket.onclose = () => done(true);
        })""",
        site.port,
    )
    assert closed
