"""The saves of somebody who writes: an article, an entry, a template, a setting."""

from collections.abc import Callable, Mapping
from pathlib import Path

from bench.corpus import Corpus
from bench.peers.backstory import PEER, SITE
from builder.sources.theme import theme_folder

Save = Callable[[str], None]
"""Saves a file with these words in it."""

LAYOUT = "base.html"
FOLDERS = {"person": "people", "acronym": "acronyms", "term": "glossary"}


def looked_at(corpus: Corpus, kind: str) -> str:
    """The file that somebody looks at who saves this: the article's page, or that of the entry."""
    if kind == "entry":
        entry = corpus.entries[0]
        return f"{FOLDERS[entry.kind]}/{entry.id}/index.html"
    story = corpus.stories[0]
    return f"articles/{story.slug}/index.html" if len(corpus.stories) > 1 else "index.html"


def saves(site: Path, corpus: Corpus) -> Mapping[str, Save]:
    """Each kind of save to a site of ours; the words of the last save of a kind are replaced."""
    return {
        "article": _article(site / PEER.article(corpus)),
        "entry": _entry(site / PEER.entry(corpus), corpus.entries[0].summary),
        "template": _template(site / "templates" / LAYOUT),
        "setting": _setting(site / "site.yaml"),
    }


def _article(path: Path) -> Save:
    text = path.read_text("utf-8").rstrip("\n")
    return lambda words: _put(path, f"{text}\n\n{words}.\n")


def _entry(path: Path, summary: str) -> Save:
    text = path.read_text("utf-8")
    return lambda words: _put(path, text.replace(summary, f"{summary[:-1]}, {words}."))


def _template(path: Path) -> Save:
    text = (Path(theme_folder()) / LAYOUT).read_text("utf-8")
    return lambda words: _put(path, text.replace("</body>", f"<p>{words}</p></body>"))


def _setting(path: Path) -> Save:
    return lambda words: _put(path, f"{SITE}tagline: {words}\n")


def _put(path: Path, text: str) -> None:
    """In one step, as good editors save."""
    path.parent.mkdir(exist_ok=True)
    new = path.with_name(path.name + ".tmp")
    new.write_text(text, "utf-8")
    new.replace(path)
