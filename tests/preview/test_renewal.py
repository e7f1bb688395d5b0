"""A page whose text alone changed is renewed in its place; any other is loaded again."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.preview.running import CSP, Running, replace, running
from tests.preview.tabs import fill, heading, is_marked, mark, opened
from tests.smallsite import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import APIResponse, BrowserContext, Page, Route

LONG = "<p>line</p>" * 300
LIVE = '<script src="/assets/live.js" data-live></script>'
BOUND = '<script src="/assets/bound.js"></script>'
STYLE = '<link rel="stylesheet" href="/assets/style.css">'


def article(words: str, head: str = LIVE, around: str = "Masthead", title: str = "Test") -> str:
    """A page with a masthead, a text and cards, as the theme's are built."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{CSP}">{head}'
        f'<title>{title}</title></head><body><header><a href="/">{around}</a></header>'
        f'<main><h1>{words}</h1><p><a class="mention" data-ref="term:x" href="/x/">the term</a></p>'
        f"<details><summary>More</summary>x</details>{LONG}</main>"
        f'<section id="cards_" hidden><ol><li data-card="term:x"><b>Term</b> {words}</li></ol>'
        "</section></body></html>"
    )


@pytest.fixture
def site(root: Path) -> Iterator[Running]:
    """A preview of a page with a text, and of the scripts that it may load."""
    previews = (ROOT / "templates/assets/previews.js").read_bytes()
    scripts = {"live.js": b"", "bound.js": b"", "previews.js": previews}
    for name, data in scripts.items():
        replace(root / "content/assets" / name, data)
    replace(root / "content/index.html", article("Before").encode())
    with running(root) as preview:
        yield preview


def test_the_text_is_renewed_and_all_else_stays(site: Running, context: BrowserContext) -> None:
    tab = opened(context, site.address)
    mark(tab)
    tab.evaluate("document.querySelector('details').open = true")
    tab.evaluate("document.querySelector('summary').focus()")
    tab.evaluate("window.scrollTo(0, 2500)")
    site.save("index.html", article("After", title="Another title"))
    heading(tab, "After")
    assert is_marked(tab)
    assert tab.title() == "Another title"
    assert tab.evaluate("[scrollY, document.activeElement.localName]") == [2500, "summary"]
    assert tab.evaluate("document.querySelector('details').open")
    assert "After" in str(tab.locator("#cards_").text_content())


def test_a_page_outlives_a_preview_that_goes_while_it_is_asked(
    site: Running, context: BrowserContext
) -> None:
    tab = opened(context, site.address)
    mark(tab)
    with tab.expect_event("requestfailed"):
        tab.route("**/*", lambda route: route.abort("connectionrefused"))
        site.save("index.html", article("After"))
    tab.unroute("**/*")
    heading(tab, "After")
    assert is_marked(tab)


@pytest.mark.parametrize("lines", [0, 200])
def test_what_is_read_stays_though_the_text_above_it_changes(
    site: Running, context: BrowserContext, lines: int
) -> None:
    read = "<p id=read>This is being read.</p>"
    site.save("index.html", article("Before" + 100 * "<p>line</p>" + LONG + read))
    site.until("/", "being read")
    tab = opened(context, site.address)
    tab.evaluate("window.scrollTo(0, document.querySelector('main #read').offsetTop - 70)")
    before = place(tab)
    site.save("index.html", article("After" + lines * "<p>line</p>" + LONG + read))
    heading(tab, "After")
    assert place(tab) == before


def place(tab: Page) -> int:
    """How far below the window's top the text stands that is being read."""
    return round(
        float(tab.locator("main #read").evaluate("element => element.getBoundingClientRect().top"))
    )


SELECT = """([from, to]) => {
  const [start, end] = [from, to].map((words) => {
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode())
      if (texts.currentNode.data.includes(words)) return texts.currentNode;
  });
  getSelection().setBaseAndExtent(start, start.data.indexOf(from),
                                  end, end.data.indexOf(to) + to.length);
}"""


def test_what_is_selected_stays_where_its_text_stays(
    site: Running, context: BrowserContext
) -> None:
    words = "<p>One, <b>two and</b> three.</p><p>Four and five.</p>"
    site.save("index.html", article("Before" + words))
    tab = opened(context, site.address)
    mark(tab)
    for first, last, shown in (
        ("two", "three", "two and three"),
        ("wo and", "Four", "wo and three.\n\nFour"),
    ):
        tab.evaluate(SELECT, [first, last])
        site.save("index.html", article(f"{first} is selected" + words))
        heading(tab, f"{first} is selected")
        assert tab.evaluate("getSelection().toString()") == shown
    site.save("index.html", article("After" + words.replace("Four", "And four")))
    heading(tab, "After")
    assert tab.evaluate("getSelection().toString()") == ""
    assert is_marked(tab)


def test_each_save_is_shown(site: Running, context: BrowserContext) -> None:
    tab = opened(context, site.address)
    mark(tab)
    for number in range(5):
        site.save("index.html", article(f"Save {number}."))
        heading(tab, f"Save {number}.")
    assert is_marked(tab)


def test_the_last_of_many_quick_saves_is_shown(site: Running, context: BrowserContext) -> None:
    tab = opened(context, site.address)
    for number in range(200):
        site.save("index.html", article(f"Save {number}."))
    heading(tab, "Save 199.")


def test_a_save_while_the_page_of_the_last_is_on_its_way_is_shown(
    site: Running, context: BrowserContext
) -> None:
    heard: list[object] = []
    tab = opened(context, site.address, heard)
    mark(tab)
    held: list[tuple[Route, APIResponse]] = []
    tab.route(site.address, lambda route: held.append((route, route.fetch())), times=1)
    site.save("index.html", article("First"))
    fill(held, 1, tab)
    site.save("index.html", article("Second"))
    fill(heard, 3, tab)  # the greeting, and a word of each save
    route, answer = held.pop()
    route.fulfill(response=answer)
    heading(tab, "Second")
    assert is_marked(tab)


def test_an_open_card_stays_with_its_link(site: Running, context: BrowserContext) -> None:
    previews = '<script src="/assets/previews.js" defer data-live></script>'
    site.save("index.html", article("First", previews))
    site.until("/", "First")
    tab = opened(context, site.address)
    tab.locator("a.mention").hover()
    card = tab.locator(".preview", has_text="First")
    card.wait_for()
    site.save("index.html", article("Second", previews))
    heading(tab, "Second")
    assert card.is_visible()
    assert tab.evaluate("document.querySelector('main .anchored') !== null")
    tab.mouse.move(0, 0)
    card.wait_for(state="detached")
    tab.locator("a.mention").hover()
    tab.locator(".preview", has_text="Second").wait_for()


def test_a_style_saved_with_the_text_is_swapped(site: Running, context: BrowserContext) -> None:
    site.save("index.html", article("Before", LIVE + STYLE))
    site.until("/", STYLE)
    tab = opened(context, site.address)
    mark(tab)
    together(
        site, article("After", LIVE + STYLE), "assets/style.css", b"h1 { color: rgb(9, 8, 7) }"
    )
    heading(tab, "After")
    tab.locator("link[data-preview-old]").wait_for(state="detached")
    colour = tab.locator("h1").evaluate("element => getComputedStyle(element).color")
    assert (colour, is_marked(tab)) == ("rgb(9, 8, 7)", True)


def test_a_picture_is_the_last_one_after_each_save(site: Running, context: BrowserContext) -> None:
    def shown(words: str) -> str:
        return article(f"{words}<img src=/assets/icon.png alt>")

    together(site, shown("First"), "assets/icon.png", picture(1))
    site.until("/", "First")
    tab = opened(context, site.address)
    mark(tab)
    together(site, shown("Second"), "assets/icon.png", picture(2))
    heading(tab, "Second")
    assert width(tab) == 2
    site.save("index.html", shown("Third"))
    heading(tab, "Third")
    assert (width(tab), is_marked(tab)) == (2, True)


def test_a_script_that_changed_is_loaded(site: Running, context: BrowserContext) -> None:
    tab = opened(context, site.address)
    for number, text in enumerate([article("Before"), article("After")]):
        script = f"document.documentElement.dataset.script = {number}"
        together(site, text, "assets/live.js", script.encode())
        tab.locator(f'html[data-script="{number}"]').wait_for()


def together(site: Running, text: str, asset: str, data: bytes) -> None:
    """Save a text and an asset so that one build sees both."""
    count = site.building.count
    site.building.gate.clear()
    site.save("wait.txt", text)
    site.building.wait_for(count + 1)
    replace(site.root / "content" / asset, data)
    site.save("index.html", text)
    site.building.gate.set()


def picture(size: int) -> bytes:
    """A picture of this width and height."""
    file = BytesIO()
    Image.new("L", (size, size)).save(file, "PNG")
    return file.getvalue()


def width(tab: Page) -> int:
    """The width of the picture that the page shows."""
    return int(tab.locator("h1 img").evaluate("img => img.decode().then(() => img.naturalWidth)"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (article("Before", BOUND), article("After", BOUND)),
        (article("Before"), article("After", LIVE + BOUND)),
        (article("Before"), article("After", around="Another masthead")),
        (article("Before"), article("After").replace('lang="en"', 'lang="de"')),
        (article("Before"), article("After").replace('lang="en"', 'lang="en" class="sans"')),
        (article("Before"), article("After").replace('href="/"', 'href="/" class="x"')),
        (article("Before"), article("After").replace("<main>", "").replace("</main>", "")),
    ],
    ids=["bound", "script", "masthead", "language", "font", "attribute", "no-text"],
)
def test_a_page_that_differs_in_more_is_loaded_again(
    site: Running, context: BrowserContext, first: str, second: str
) -> None:
    site.save("index.html", first)
    site.until("/", first.partition("<header>")[0])
    tab = opened(context, site.address)
    mark(tab)
    site.save("index.html", second)
    heading(tab, "After")
    assert not is_marked(tab)
