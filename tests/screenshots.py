"""Pictures of every kind of page into docs/screenshots/: `make screenshots`.

Pages are built into a folder of their own and opened from there, in the system's Chromium.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any, Literal, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from builder.build.building import build
from builder.build.request import Request
from tests.conftest import CHROMIUM_ARGUMENTS, ROOT, system_chromium
from tests.smallsite import site as site_of
from tests.test_archive import many_articles

INTO = ROOT / "docs" / "screenshots"
COLOURS = 64
"""A page has few colours: with a palette the pictures are a third as large."""


MANY = "many articles"
"""Stands for a site that is made when its picture is taken."""


class Shot(NamedTuple):
    """A picture: its name, its site and page, the window, and what is done before it is taken."""

    name: str
    path: str = "index.html"
    site: str = "."
    width: int = 1280
    height: int = 900
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"
    hover: str = ""


SHOTS = (
    Shot("article", width=1440, height=1000),
    Shot("article-preview", "index.html#text_", hover='.prose a[data-ref="person:mark-esper"]'),
    Shot("article-text", path="index.html#text_", width=1440, height=1000),
    Shot("article-320", width=320, height=900),
    Shot("article-dark", path="index.html#text_", scheme="dark"),
    Shot("article-print", width=794, height=1123, media="print"),
    Shot("front", site="tests/golden/site"),
    Shot("further-page", "about/index.html", "tests/golden/site", height=600),
    Shot("archive", "archive/index.html", MANY, height=600),
    Shot("archive-year", "archive/1995/index.html", MANY, height=600),
    Shot("people", "people/index.html"),
    Shot("person", "people/mark-esper/index.html"),
    Shot("organizations", "organizations/index.html"),
    Shot("document", "documents/withdrawal-letter/index.html", height=1100),
    Shot("glossary", "glossary/index.html"),
    Shot("acronyms", "acronyms/index.html"),
    Shot("timeline", "timeline/index.html", height=1100),
    Shot("quotes", "quotes/index.html", height=1100),
    Shot("method", "method/index.html"),
    Shot("not-found", "404.html", height=600),
    Shot("arabic", site="tests/browser/arabic", height=1200),
    Shot("arabic-timeline", "timeline/index.html", "tests/browser/arabic", height=700),
)


def take(browser: Browser, shot: Shot, output: Path) -> None:
    """Takes one picture of a finished site."""
    size: Any = {"width": shot.width, "height": shot.height}
    with browser.new_context(viewport=size, color_scheme=shot.scheme) as context:
        page = context.new_page()
        page.emulate_media(media=shot.media)
        path, _, fragment = shot.path.partition("#")
        page.goto((output / path).as_uri() + (f"#{fragment}" if fragment else ""))
        if shot.hover:
            page.locator(shot.hover).first.hover()
            page.wait_for_selector("#preview_:popover-open")
            page.wait_for_timeout(300)  # until it has faded in
        target = INTO / f"{shot.name}.png"
        page.screenshot(path=target)
    with Image.open(target) as image:
        image.convert("RGB").quantize(COLOURS).save(target, optimize=True)


def main() -> int:
    """Takes all pictures; 1 where a site cannot be built."""
    INTO.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=system_chromium(), args=CHROMIUM_ARGUMENTS
        )
        for number, site in enumerate(dict.fromkeys(shot.site for shot in SHOTS)):
            output = Path(folder) / str(number)
            root = site_of(Path(folder) / site, many_articles()) if site == MANY else ROOT / site
            if build(Request(str(root), str(output))).failed:
                print(f"{site} cannot be built.", file=sys.stderr)
                return 1
            for shot in SHOTS:
                if shot.site == site:
                    take(browser, shot, output)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
