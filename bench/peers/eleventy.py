"""Eleventy: one expression of all names, run over markdown-it's tokens."""

from pathlib import Path

from bench.corpus import Corpus, entries_json
from bench.peers.peer import Peer, copy_layout, front, put, run

PACKAGE = "@11ty/eleventy@3.1.2"


def lay(corpus: Corpus, site: Path) -> None:
    """Write the corpus as an Eleventy site."""
    copy_layout("eleventy", site)
    put(site, "_data/entities.json", entries_json(corpus.entries))
    for story in corpus.stories:
        head = front(title=story.title, day=story.date, summary=story.summary)
        put(site, f"articles/{story.slug}.md", head + story.body)


def _program(folder: Path) -> str:
    return str(folder / "eleventy" / "node_modules" / ".bin" / "eleventy")


def _install(folder: Path) -> None:
    run(["npm", "install", "--silent", "--prefix", str(folder / "eleventy"), PACKAGE])


PEER = Peer(
    name="eleventy",
    lay=lay,
    install=_install,
    command=lambda folder: [_program(folder), "--quiet"],
    version=lambda folder: run([_program(folder), "--version"]),
    made=("_site", ".cache"),
    article=lambda corpus: f"articles/{corpus.stories[0].slug}.md",
    entry=lambda _: "_data/entities.json",
)
