"""The cases in tests/cases/*.md and docs/writing.md: small sites with what is expected of them.

A heading names a case. Its fenced blocks are files (named after the language, as in
```` ```yaml people.yaml ````) and expectations: `diagnostics`, `mentions`, `quotations`, `html`
(the article's body). Without a `diagnostics` block (or `advice`: the same, with hints) none may
arise.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from tests.project import ROOT, Project, lines, project

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """A case: its files, and what is expected, by the kind of expectation."""

    name: str
    files: dict[str, str]
    expected: dict[str, str]


def cases() -> Iterator[Case]:
    """All cases, in the order of their files."""
    for path in (*sorted(CASES.glob("*.md")), ROOT / "docs" / "writing.md"):
        yield from _read(path.stem, path.read_text(encoding="utf-8"))


def _read(stem: str, text: str) -> Iterator[Case]:
    case: Case | None = None
    tokens = MarkdownIt().parse(text)
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            if case is not None:
                yield case
            case = Case(f"{stem}: {tokens[index + 1].content}", {}, {})
        elif token.type == "fence" and case is not None:
            kind, _, name = token.info.partition(" ")
            (case.files if name else case.expected)[name or kind] = token.content
    if case is not None:
        yield case


def diagnostics(site: Project) -> str:
    """What the builder said, a line each; front matter that was added does not count."""
    return lines(site.diagnostics, site.fronted)


def advice(site: Project) -> str:
    """What the builder said, as in `diagnostics`, with what to do about it on a line below."""
    lines = zip(diagnostics(site).split("\n"), site.diagnostics, strict=True)
    return "\n".join(f"{line}\n  {d.hint}" for line, d in lines) if site.diagnostics else ""


def mentions(site: Project) -> str:
    """Every mention in the articles: its words, its entry, and a star where it links."""
    return "\n".join(
        f"{' '.join(site.text(article.slug)[m.start : m.end].split())} → {m.ref}"
        + " *" * m.choice.links
        for article in site.content.articles
        for m in site.mentions(article.slug)
    )


def quotations(site: Project) -> str:
    """Every quotation that was found: its id, its grade, its words in the article."""
    return "\n".join(
        f"{ref.id}: {found.grade}: {' | '.join(found.exact)}"
        for ref, found in site.linked.quotes.items()
    )


def html(site: Project) -> str:
    """The HTML of the first article's body; what notes in the margin are made of is left out."""
    path = "index.html" if len(site.content.articles) == 1 else "articles/a/index.html"
    body = BeautifulSoup(site.html(path), "html.parser").select_one(".prose")
    assert body is not None
    for element in body.find_all(True):
        for name in ("data-note", "data-number"):
            del element[name]
    return body.decode_contents(formatter="minimal").strip()


EXPECTATIONS: dict[str, Callable[[Project], str]] = {
    "diagnostics": diagnostics,
    "advice": advice,
    "mentions": mentions,
    "quotations": quotations,
    "html": html,
}


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_what_is_made_and_said_of_a_small_site(case: Case) -> None:
    site = project(case.files)
    none = {} if "advice" in case.expected else {"diagnostics": ""}
    for kind, expected in {**none, **case.expected}.items():
        assert EXPECTATIONS[kind](site).strip() == expected.strip(), kind
