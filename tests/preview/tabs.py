"""Pages of a preview in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.preview.running import DEADLINE

if TYPE_CHECKING:
    from collections.abc import Sized

    from playwright.sync_api import BrowserContext, Page


def opened(context: BrowserContext, address: str, heard: list[object] | None = None) -> Page:
    """A page whose socket is open and has said what it shows; what it hears goes to `heard`."""
    tab = context.new_page()
    frames: list[object] = [] if heard is None else heard

    def hear(frame: object) -> None:
        frames.append(frame)

    # Listened for from the beginning: the first frame can come before the page is loaded.
    tab.on("websocket", lambda socket: socket.on("framereceived", hear))
    tab.goto(address)
    fill(frames, 1, tab)
    return tab


def fill(found: Sized, count: int, tab: Page) -> None:
    """Wait until so many of something have been found in a page."""
    for _ in range(DEADLINE * 100):
        if len(found) >= count:
            return
        tab.wait_for_timeout(10)
    raise AssertionError(f"of {count} came only {len(found)}")


def mark(tab: Page) -> None:
    """Leave something in the page that a reload would wipe out."""
    tab.evaluate("window.marked = true")


def is_marked(tab: Page) -> bool:
    return bool(tab.evaluate("window.marked === true"))


def heading(tab: Page, words: str) -> None:
    """Wait until the page's heading is this."""
    tab.locator("h1", has_text=words).wait_for()
