"""Waiting in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

DEADLINE = 30_000
"""Milliseconds until something that should happen is taken not to."""


def until(page: Page, holds: str) -> None:
    """Wait until an expression of JavaScript holds in a page, which stays loaded.

    Playwright's `wait_for_function` looks at a page whose policy forbids `eval` only once.
    """
    page.evaluate(
        f"""() => new Promise((resolve, reject) => {{
          const look = () => ({holds}) ? resolve() : setTimeout(look, 20);
          setTimeout(() => reject(new Error('It never held.')), {DEADLINE});
          look();
        }})"""
    )
