"""From a save to the reloaded page: a running preview and a real Chromium."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from bench.corpus import Corpus
from bench.peers import backstory
from bench.saves import saves
from bench.timing import environment

ARGUMENTS = [
    "--no-sandbox",  # it opens our own pages only, and containers have no sandbox
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PAUSE = 100
"""Milliseconds between two saves, so that each is a build of its own."""


def seen(site: Path, corpus: Corpus, count: int) -> list[float]:
    """The seconds from saving the first article until its words stand in the page, so often."""
    save = saves(site, corpus)["article"]
    several = len(corpus.stories) > 1
    path = f"articles/{corpus.stories[0].slug}/" if several else ""
    seconds: list[float] = []
    with _previewed(site) as address, _tab() as tab:
        heard: list[object] = []

        def hear(frame: object) -> None:  # playwright takes no method that is built in
            heard.append(frame)

        tab.on("websocket", lambda socket: socket.on("framereceived", hear))
        tab.goto(address + path)
        while not heard:
            tab.wait_for_timeout(PAUSE)
        for number in range(-3, count):
            words = f"Save {number + 3} of the bench"
            tab.wait_for_timeout(PAUSE)
            started = perf_counter()
            save(words)
            tab.get_by_text(words, exact=False).first.wait_for(state="attached")
            seconds.append(perf_counter() - started)
    backstory.lay(corpus, site)
    return seconds[3:]


@contextmanager
def _previewed(site: Path) -> Iterator[str]:
    """The address of a running preview."""
    command = [sys.executable, "-u", "-m", "builder", "serve", "--port", "0"]
    process = subprocess.Popen(
        command,
        cwd=site,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    with process:
        try:
            assert process.stdout
            yield next(word for word in process.stdout.readline().split() if "://" in word)
        finally:
            process.terminate()


@contextmanager
def _tab() -> Iterator[Page]:
    """A page of the system's Chromium, or of Playwright's own."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser.new_page()
        browser.close()


def version() -> str:
    """The version of that Chromium."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        found = browser.version
        browser.close()
    return found


def main() -> None:
    """`python -m bench.browser SITE SIZE COUNT` prints the seconds as JSON."""
    from bench.corpus import corpus

    site, size, count = sys.argv[1:]
    print(json.dumps(seen(Path(site), corpus(size), int(count))))


if __name__ == "__main__":
    main()
