"""MkDocs with a bare theme, and a hook that links with one expression of all names."""

from pathlib import Path

from bench.corpus import Corpus, entries_json
from bench.peers.peer import Peer, copy_layout, front, install_python, put, run

PACKAGE = "mkdocs==1.6.1"
NEWEST = 20


def lay(corpus: Corpus, site: Path) -> None:
    """Write the corpus as a MkDocs site."""
    copy_layout("mkdocs", site)
    put(site, "entities.json", entries_json(corpus.entries))
    for story in corpus.stories:
        head = front(title=story.title, date=story.date, description=story.summary)
        put(site, f"docs/articles/{story.slug}.md", f"{head}# {story.title}\n\n{story.body}")
    for entry in corpus.entries:
        head = front(title=entry.name, description=entry.summary)
        body = f"# {entry.name}\n\n{entry.kind}: {entry.summary}\n\n{entry.body}\n"
        put(site, f"docs/e/{entry.id}.md", head + body)
    _lists(corpus, site)


def _lists(corpus: Corpus, site: Path) -> None:
    listed = [f"{s.title}]({s.slug}.md) {s.summary}\n" for s in reversed(corpus.stories)]
    newest = "".join("- [" + line.replace("](", "](articles/") for line in listed[:NEWEST])
    everything = "".join("- [" + line for line in listed)
    glossary = "".join(f"- [{e.name}]({e.id}.md) {e.summary}\n" for e in corpus.entries)
    put(site, "docs/index.md", "# Explainers\n\n" + newest)
    put(site, "docs/articles/index.md", "# Articles\n\n" + everything)
    put(site, "docs/e/index.md", "# Glossary\n\n" + glossary)


def _program(folder: Path) -> str:
    return str(folder / "mkdocs" / "bin" / "mkdocs")


PEER = Peer(
    name="mkdocs",
    lay=lay,
    install=lambda folder: install_python(folder / "mkdocs", PACKAGE),
    command=lambda folder: [_program(folder), "build", "-q"],
    version=lambda folder: run([_program(folder), "--version"]).split()[2],
    made=("site", ".cache"),
    article=lambda corpus: f"docs/articles/{corpus.stories[0].slug}.md",
    entry=lambda _: "entities.json",
)
