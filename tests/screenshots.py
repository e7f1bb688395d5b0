"""Pictures of every kind of page, and a page that shows them, into docs/screenshots/.

`make screenshots` takes them. Sites are built into a folder of their own, and opened in the
system's Chromium under an address: from a folder, 404.html has no style.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any, Literal, NamedTuple
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Route, sync_playwright

from builder.build.building import build
from builder.build.request import Request
from tests.conftest import CHROMIUM_ARGUMENTS, ROOT, system_chromium
from tests.smallsite import site as site_of
from tests.test_archive import many_articles

INTO = ROOT / "docs" / "screenshots"
ADDRESS = "http://site.test/"
COLOURS = 64
"""A page has few colours: with a palette the pictures are a third as large."""


MANY = "many articles"
"""Stands for a site that is made when its picture is taken."""


class Shot(NamedTuple):
    """A picture: its name, what it shows, its site and page, the window, and where the mouse is."""

    name: str
    caption: str
    path: str = "index.html"
    site: str = "."
    width: int = 1280
    height: int = 900
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"
    hover: str = ""


SHOTS = (
    Shot(
        "article",
        "The article, its key points, and what it is about at a glance",
        width=1440,
        height=1000,
    ),
    Shot(
        "article-preview",
        "A name explains itself where it stands; the margin tells dates and speakers",
        "index.html#text_",
        hover='.prose a[data-ref="person:qasem-soleimani"]',
    ),
    Shot(
        "article-text",
        "The text: names, places, documents and terms are links of their own kinds",
        path="index.html#text_",
        width=1440,
        height=1000,
    ),
    Shot("article-320", "On a phone", width=320, height=900),
    Shot(
        "article-320-glance",
        "On a phone, before the text: documents and dates are folded where they are many",
        path="index.html#at_a_glance",
        width=320,
        height=900,
    ),
    Shot("article-dark", "In the dark", path="index.html#text_", scheme="dark"),
    Shot(
        "article-print",
        "On paper, where links become numbered notes",
        width=794,
        height=1123,
        media="print",
    ),
    Shot("front", "The front page of a site with several articles", site="tests/golden/site"),
    Shot("further-page", "A further page", "about/index.html", "tests/golden/site", height=600),
    Shot(
        "archive",
        "The archive of a site with many articles",
        "archive/index.html",
        MANY,
        height=600,
    ),
    Shot("archive-year", "A year of the archive", "archive/1995/index.html", MANY, height=600),
    Shot("people", "Who is who", "people/index.html"),
    Shot(
        "person",
        "A person: what they are, said and did, and every sentence that mentions them",
        "people/mark-esper/index.html",
    ),
    Shot("organizations", "Organizations", "organizations/index.html"),
    Shot(
        "document",
        "A document, which can speak, and what is known of it",
        "documents/withdrawal-letter/index.html",
        height=1100,
    ),
    Shot("glossary", "The glossary", "glossary/index.html"),
    Shot("acronyms", "The acronyms, each with its first mention", "acronyms/index.html"),
    Shot(
        "timeline",
        "The timeline: every date says how it is known and leads to its sentence",
        "timeline/index.html",
        height=1100,
    ),
    Shot(
        "quotes",
        "All quotations by speaker, each compared with the article word for word",
        "quotes/index.html",
        height=1100,
    ),
    Shot("method", "What was verified, and how", "method/index.html"),
    Shot("not-found", "The page for an address that does not exist", "404.html", height=600),
    Shot("arabic", "A site from right to left", site="tests/browser/arabic", height=1200),
    Shot(
        "arabic-timeline",
        "Its timeline, mirrored",
        "timeline/index.html",
        "tests/browser/arabic",
        height=700,
    ),
)


def take(browser: Browser, shot: Shot, output: Path) -> None:
    """Takes one picture of a finished site."""
    size: Any = {"width": shot.width, "height": shot.height}
    with browser.new_context(viewport=size, color_scheme=shot.scheme) as context:
        page = context.new_page()
        page.emulate_media(media=shot.media)
        page.route(f"{ADDRESS}**", lambda route: route.fulfill(path=_file(route, output)))
        page.goto(ADDRESS + shot.path)
        if shot.hover:
            page.locator(shot.hover).first.hover()
            page.wait_for_selector("#preview_:popover-open")
            page.wait_for_timeout(300)  # until it has faded in
        target = INTO / f"{shot.name}.png"
        page.screenshot(path=target)
    with Image.open(target) as image:
        image.convert("RGB").quantize(COLOURS).save(target, optimize=True)


def _file(route: Route, output: Path) -> Path:
    """The file of a finished site that is asked for."""
    return output / urlsplit(route.request.url).path.removeprefix("/")


def gallery() -> str:
    """The page that shows all pictures, as Markdown."""
    shown = "".join(f"\n## {shot.caption}\n\n![]({shot.name}.png)\n" for shot in SHOTS)
    return f"# Pictures\n\nTaken by `make screenshots` from the sites in this repository.\n{shown}"


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
    (INTO / "README.md").write_text(gallery(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
