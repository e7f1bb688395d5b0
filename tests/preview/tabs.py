"""Pages of a preview in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.preview.running import DEADLINE

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


def opened(context: BrowserContext, address: str) -> Page:
    """A page whose socket is open and has said what it shows."""
    tab = context.new_page()
    heard: list[object] = []

    def hear(frame: object) -> None:
        heard.append(frame)

    # Listened for from the beginning: the first frame can come before the page is loaded.
    tab.on("websocket", lambda socket: socket.on("framereceived", hear))
    tab.goto(address)
    for _ in range(DEADLINE * 100):
        if heard:
            return tab
        tab.wait_for_timeout(10)
    raise AssertionError("the page's socket said nothing")


def mark(tab: Page) -> None:
    """Leave something in the page that a reload would wipe out."""
    tab.evaluate("window.marked = true")


def is_marked(tab: Page) -> bool:
    return bool(tab.evaluate("window.marked === true"))


def heading(tab: Page, words: str) -> None:
    """Wait until the page's heading is this."""
    tab.locator("h1", has_text=words).wait_for()
