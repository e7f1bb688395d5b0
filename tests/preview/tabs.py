"""Pages of a preview in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


def opened(context: BrowserContext, address: str) -> Page:
    """A page whose socket is open and has said what it shows."""
    tab = context.new_page()
    with tab.expect_websocket() as socket:
        tab.goto(address)
    with socket.value.expect_event("framereceived"):
        pass
    return tab


def mark(tab: Page) -> None:
    """Leave something in the page that a reload would wipe out."""
    tab.evaluate("window.marked = true")


def is_marked(tab: Page) -> bool:
    return bool(tab.evaluate("window.marked === true"))


def heading(tab: Page, words: str) -> None:
    """Wait until the page's heading is this."""
    tab.locator("h1", has_text=words).wait_for()
