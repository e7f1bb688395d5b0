"""Ours: content/<slug>.md, people.yaml, acronyms.yaml and glossary.yaml.

Every feature is on but search and social cards. Only `repeat: page` is another setting than the
default, so that the links are those the other generators make.
"""

import sys
from pathlib import Path

from bench.corpus import Corpus, Entry, indented
from bench.naming import quoted
from bench.peers.peer import Peer, front, put
from builder import __version__

FILES = {"person": "people.yaml", "acronym": "acronyms.yaml", "term": "glossary.yaml"}
SITE = """title: Explainers
url: https://example.org/
language: en
timezone: UTC
linking:
  repeat: page
search: false
social_cards: false
"""


def lay(corpus: Corpus, site: Path) -> None:
    """Write the corpus as a site of ours."""
    put(site, "site.yaml", SITE)
    for story in corpus.stories:
        head = front(title=story.title, date=story.date, standfirst=story.summary)
        put(site, f"content/{story.slug}.md", head + story.body)
    for kind, name in FILES.items():
        entries = (_entry(entry) for entry in corpus.entries if entry.kind == kind)
        put(site, f"content/{name}", "".join(entries))


def _entry(entry: Entry) -> str:
    summary, body = quoted(entry.summary), f"  body: |\n{indented(entry.body)}"
    if entry.kind == "acronym":
        expansion = quoted((entry.aliases or (entry.name,))[0])
        named = f"  short: {quoted(entry.name)}\n  expansion: {expansion}\n"
        return f"{entry.id}:\n{named}  definition: {summary}\n{body}"
    aliases = ", ".join(map(quoted, entry.aliases))
    others = f"  other_names: [{aliases}]\n" if aliases else ""
    name, text = ("name", "summary") if entry.kind == "person" else ("term", "definition")
    return f"{entry.id}:\n  {name}: {quoted(entry.name)}\n{others}  {text}: {summary}\n{body}"


def _command(_: Path) -> list[str]:
    """The command as its users have it: `-m` would load what runs modules, too."""
    return [str(Path(sys.executable).with_name("backstory")), "build"]


def _version(_: Path) -> str:
    return __version__


PEER = Peer(
    name="backstory",
    lay=lay,
    install=lambda _: None,
    command=_command,
    version=_version,
    made=("output", ".cache"),
    article=lambda corpus: f"content/{corpus.stories[0].slug}.md",
    entry=lambda corpus: "content/" + FILES[corpus.entries[0].kind],
)
