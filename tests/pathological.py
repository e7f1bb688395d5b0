"""`make pathological`: a site is built of 100 kB of each hostile input; its seconds.

    python -m tests.pathological [--size N] [--only NAME]

Each input is one that some reader of Markdown or YAML has been slow on. It must end within two
seconds of the processor for each 100 kB, with pages or with a sentence. Where its entries make
thousands of pages, two milliseconds are added for each of them.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from builder.build.building import build
from builder.ground.diagnostics import Diagnostic
from tests.smallsite import put, request

BUDGET = 2.0
"""Seconds of the processor for each 100 kB."""
PER_PAGE = 0.002
"""Seconds that each page is allowed besides: entries that are sound have a page each."""
FRONT = "---\ntitle: A\ndate: 2020-01-07\n---\n\n"
SITE = {"site.yaml": b"title: Test\nlanguage: en\n"}
STORY = {"content/story.md": (FRONT + "Words.\n").encode()}
Files = dict[str, bytes]


def lines(piece: str) -> Callable[[int], str]:
    """The piece again and again; where it has a place for a number, the first gets 0."""

    def made(size: int) -> str:
        if "{n}" not in piece:
            return piece.replace("{{", "{").replace("}}", "}") * (size // len(piece))
        return "".join(piece.format(n=n) for n in range(size // len(piece)))

    return made


def between(before: str, after: str) -> Callable[[int], str]:
    """As many of `before` as of `after`, words between them."""

    def made(size: int) -> str:
        count = size // (len(before) + len(after))
        return before * count + "a" + after * count

    return made


def rising(piece: str, step: str) -> Callable[[int], str]:
    """Lines each indented further than the one before, up to half of the size over."""

    def made(size: int) -> str:
        text, n = "", 0
        while len(text) < size:
            text += step * n + piece + "\n"
            n += 1
        return text[:size]

    return made


def in_bodies(make: Callable[[int], str], size: int) -> str:
    """Entries whose bodies share the size: what bounds a text bounds each of them alone."""
    count = 25
    body = make(size // count).replace("\n", "\n    ")
    return "".join(f"a{n}:\n  name: A {n}\n  body: |\n    {body}\n" for n in range(count))


MARKDOWN: dict[str, Callable[[int], str]] = {
    "nested quotes": lines("> "),
    "nested lists": rising("- a", "  "),
    "lists on one line": lines("- "),
    "numbered lists on one line": lines("1. "),
    "quotes and lists by turns": lines("> - "),
    "one list, many items": lines("- a\n"),
    "lists that begin anew": lines("* a\n+ a\n"),
    "loose lists": lines("- a\n\n"),
    "open brackets": lines("["),
    "nested brackets": between("[", "]"),
    "nested links": between("[", "](a)"),
    "open links": lines("[a]("),
    "open links with titles": lines("[a](b \""),
    "nested images": between("![", "](a)"),
    "links with a slip": lines("[a](b c) [a] (/b/) [a]{nolink} "),
    "links with half a slip": lines("[a]{b[a] (c[a]"),
    "links": lines("[a](/b/) "),
    "references": lines("[a][b{n}] "),
    "definitions": lines("[b{n}]: /a/\n\n"),
    "references and definitions": lambda size: lines("[b{n}] ")(size // 2)
    + "\n\n"
    + lines("[b{n}]: /a/\n\n")(size // 2),
    "definitions of one name": lines("[a]: /b/\n\n"),
    "emphasis, opened": lines("*a "),
    "emphasis, closed": lines("a* "),
    "emphasis, both": lines("a**b"),
    "emphasis of both marks": lines("*a_ "),
    "emphasis, nested": between("*a ", " a*"),
    "a run of stars": lines("*"),
    "a run of underscores": lines("_"),
    "strong, three by three": lines("***a** "),
    "backticks, each longer": lambda size: " ".join(
        "`" * n for n in range(1, int((2 * size) ** 0.5))
    ),
    "backticks, open": lines("`a "),
    "a run of backticks": lines("`"),
    "fences": lines("```\na\n"),
    "a fence never closed": lambda size: "```\n" + "a\n" * (size // 2),
    "strikes": lines("~~a "),
    "quotation marks": lines("\"'a "),
    "quotations": lines("“a b c d e” "),
    "quotation marks, opened": lines("“a "),
    "headings that open a quotation": lines("# “a\n\nb\n\n"),
    "angle brackets": lines("<"),
    "open tags": lines("<a "),
    "open comments": lines("<!-- "),
    "open declarations": lines("<!A "),
    "open instructions": lines("<? "),
    "open CDATA": lines("<![CDATA["),
    "tags": lines("<b>a</b> "),
    "addresses in brackets": lines("<https://a.b/{n}> "),
    "addresses": lines("https://a.b/{n} "),
    "an address without end": lambda size: "https://" + "a." * (size // 2),
    "a path without end": lambda size: "https://a.b/" + "a/" * (size // 2),
    "colons and slashes": lines("a://"),
    "ats": lines("a@b."),
    "entities": lines("&amp;"),
    "entities, open": lines("&a"),
    "entities by number": lines("&#1234567;"),
    "backslashes": lines("\\"),
    "hard breaks": lines("a\\\n"),
    "breaks by spaces": lines("a  \n"),
    "a line of spaces": lambda size: "a" + " " * size + "b",
    "lines of spaces": lines(" " * 99 + "\n"),
    "tabs": lines("\t"),
    "blank lines": lines("\n"),
    "notes": lambda size: lines("a[^{n}] ")(size // 2) + "\n\n" + lines("[^{n}]: b\n\n")(size // 2),
    "one note, many times": lambda size: lines("a[^1] ")(size) + "\n\n[^1]: b\n",
    "notes without text": lines("a[^{n}] "),
    "notes unused": lines("[^{n}]: b\n\n"),
    "notes in line": lines("^[a] "),
    "notes in line, open": lines("^["),
    "notes in line, nested": between("^[", "]"),
    "notes in notes": lambda size: "a[^0]\n\n" + lines("[^{n}]: b [^{n}]\n\n")(size),
    "wide tables": lambda size: "|a" * (size // 4) + "|\n" + "|-" * (size // 4) + "|\n",
    "long tables": lambda size: "|a|b|\n|-|-|\n" + lines("|c|d|\n")(size),
    "tables without cells": lambda size: "|a" * 90 + "|\n" + "|-" * 90 + "|\n" + "|\n" * size,
    "many tables": lines("|a|\n|-|\n|b|\n\n"),
    "pipes": lines("|"),
    "rows of a table, half": lines("|a\n|-\n"),
    "attributes": lines("[a]{.nolink} "),
    "attributes, open": lines("[a]{.b "),
    "attributes, many": lambda size: "[a]{" + ".b " * (size // 3) + "}",
    "attributes, nested": between("[", "]{.a}"),
    "braces": lines("{"),
    "terms": lines("a{n}\n: b\n\n"),
    "one term, many meanings": lambda size: "a\n" + ": b\n" * (size // 4),
    "terms, nested": rising(": a", "  "),
    "headings": lines("# a\n"),
    "headings alike": lines("## a a\n\n"),
    "a heading with marks": lambda size: "# a " + "#" * size + "a",
    "headings underlined": lines("a\n=\n"),
    "rules": lines("---\n\n"),
    "dashes": lines("-"),
    "one word": lambda size: "a" * size,
    "one line": lines("word "),
    "one paragraph": lines("word\n"),
    "paragraphs": lines("word\n\n"),
    "names": lines("Ada Lovelace "),
    "half names": lines("Ada "),
    "pictures": lines("![](x)"),
    "underlines": lines("===\n"),
    "letters with accents": lines("e\u0301"),
    "a letter with many accents": lambda size: "e" + "\u0301" * (size // 2),
    "both directions": lines("אa "),
    "joined signs": lines("👩\u200d"),
    "zero": lines("a\0"),
}  # fmt: skip
YAML: dict[str, Callable[[int], str]] = {
    "flow lists, nested": lines("["),
    "flow maps, nested": lines("{a: "),
    "flow lists, closed": between("[", "]"),
    "block lists, nested": lines("- "),
    "block maps, nested": rising("a:", " "),
    "anchors": lines("a{n}: &x{n} b\n"),
    "aliases": lambda size: "a: &x b\n" + lines("b{n}: *x\n")(size),
    "laughs": lines("a{n}: &a{n} [*a{n}, *a{n}]\n"),
    "merges": lines("a{n}: &a{n} {{<<: *a{n}}}\n"),
    "tags": lines("a{n}: !!str b\n"),
    "documents": lines("---\na: b\n"),
    "directives": lines("%YAML 1.2\n"),
    "a long plain scalar": lambda size: "a:\n  name: " + "word " * (size // 5),
    "a long quoted scalar": lambda size: 'a:\n  name: "' + "word " * (size // 5) + '"\n',
    "escapes": lambda size: 'a:\n  name: "' + "\\u0041" * (size // 6) + '"\n',
    "an open quote": lambda size: 'a:\n  name: "' + "word\n" * (size // 5),
    "an open apostrophe": lambda size: "a:\n  name: '" + "word\n" * (size // 5),
    "apostrophes": lambda size: "a:\n  name: '" + "''" * (size // 2) + "'\n",
    "a block of lines": lambda size: "a:\n  name: A\n  body: |\n" + "    word\n" * (size // 9),
    "a folded block": lambda size: "a:\n  name: A\n  body: >\n" + "    word\n\n" * (size // 10),
    "a block of blank lines": lambda size: "a:\n  name: A\n  body: |\n" + "\n" * size,
    "entries": lines("a{n}:\n  name: Name {n}\n"),
    "entries of one id": lines("a:\n  name: A\n"),
    "entries of one name": lines("a{n}:\n  name: Ada\n"),
    "unknown keys": lambda size: "a:\n  name: A\n" + lines("  k{n}: b\n")(size),
    "keys of one name": lambda size: "a:\n" + "  name: A\n" * (size // 10),
    "other names": lambda size: "a:\n  name: A\n  other_names:\n" + lines("    - N{n}\n")(size),
    "other names, nearly one": lambda size: "a:\n  name: A\n  other_names:\n"
    + lines("    - A A{n}\n")(size),
    "references to nothing": lambda size: "a:\n  name: A\n  see_also:\n"
    + lines("    - person:b{n}\n")(size),
    "sources": lambda size: "a:\n  name: A\n  sources:\n" + lines("    - {{title: b{n}}}\n")(size),
    "questions": lines("? a{n}\n: b\n"),
    "questions, nested": lines("? "),
    "colons": lines("a: "),
    "remarks": lines("# a\n"),
    "values with remarks": lines("a{n}: b #c\n"),
    "tabs": lines("\ta: b\n"),
    "commas": lambda size: "a: [" + "," * size + "]",
    "ids without letters": lines("💥{n}:\n  name: A\n"),
    "one key without end": lambda size: "a" * size + ":\n  name: A\n",
    "numbers": lines("{n}: {n}\n"),
    "markdown in a summary": lambda size: "a:\n  name: A\n  summary: '" + "[" * size + "'\n",
    "lists in bodies": lambda size: in_bodies(lines("- a\n"), size),
    "brackets in bodies": lambda size: in_bodies(lines("["), size),
    "tables in bodies": lambda size: in_bodies(
        lambda room: "|a" * 20 + "|\n" + "|-" * 20 + "|\n" + "|\n" * (room // 2), size
    ),
    "markdown in a body": lambda size: "a:\n  name: A\n  body: '" + "*a " * (size // 3) + "'\n",
}  # fmt: skip
QUOTES: dict[str, Callable[[int], str]] = {
    "quotations that are not there": lines("q{n}:\n  exact: these words are nowhere {n}\n"),
    "a long quotation": lambda size: "q:\n  exact: " + "word " * (size // 5),
    "a long quotation, altered": lambda size: "q:\n  exact: " + "word " * (size // 10) + "zz\n",
    "a quotation of many pieces": lambda size: "q:\n  exact:\n" + "    - word\n" * (size // 11),
}

LINKS: dict[str, Callable[[int], str]] = {
    "links to people who are not there": lines("[a](person:q{n}) "),
    "links to pages that are not there": lines("[a](/people/q{n}/) "),
    "links to places that are not there": lambda size: (
        lines("## a{n}\n\n")(size // 4) + lines("[a](#b{n}) ")(size)
    ),
    "people by the thousand in one sentence": lines("Name {n}, "),
}

CHECKS: dict[str, Callable[[int], Files]] = {
    "an acronym of small words": lambda size: _story(
        "The A-OOOOOOO-OOOOOOX met. Ab " + "of " * (size // 3)
    ),
    "acronyms below key points": lambda size: _story(
        "".join(f"The A{n}B{n} met. " for n in range(100, size // 30)), "the AB and the CD"
    ),
    "two pieces, the second absent": lambda size: {
        **_story("a xbx " * (size // 6)),
        "content/quotes.yaml": b"q:\n  exact: [a, b]\n",
    },
    "two pieces far apart, a prefix that fits nowhere": lambda size: {
        **_story("a " * (size // 4) + "xbx " * (size // 8) + "b"),
        "content/quotes.yaml": b"q:\n  exact: [a, b]\n  prefix: no\n",
    },
    "a quotation with no-break spaces": lambda size: _story(
        "“We will go" + "\u00a0" * (size // 2) + "\nhome.”"
    ),
    "a quotation with spaces that is not there": lambda size: {
        **STORY,
        "content/quotes.yaml": f'q:\n  exact: "a{" " * size}b"\n'.encode(),
    },
    "initials behind a speaker": lambda size: {
        **_story("“We will go home,” Ada, " + "A." * (size // 2) + "; and left."),
        "content/people.yaml": b"ada:\n  name: Ada\n",
    },
    "a prefix that fits nowhere": lambda size: {
        **_story("word " * (size // 5)),
        "content/quotes.yaml": f"q:\n  exact: word\n  prefix: {'a ' * (size // 20)}\n".encode(),
    },
    "a phrase in which a name is not meant": lambda size: {
        **_story("Ann Bo " * (size // 7)),
        "content/people.yaml": b"ann:\n  name: Ann\n  not_in: [Ann Bo]\n",
    },
    "phrases in which a name is not meant": lambda size: {
        **_story("Ann Bo " * (size // 7)),
        "content/people.yaml": (
            "ann:\n  name: Ann\n  not_in:\n" + lines("    - Ann Bo{n}\n")(size)
        ).encode(),
    },
    "links to nowhere beside entries that cannot be read": lambda size: {
        **_story(lines("[a](/places/{n}/) ")(size)),
        "content/people.yaml": lines("a{n}: b\n")(size).encode(),
    },
    "names that end each other": lambda size: {
        **_story("a " * (size // 2)),
        "content/people.yaml": "".join(
            f"p{n}:\n  name: {'a ' * n}a\n" for n in range(int(size**0.5))
        ).encode(),
    },
    "people of one name": lambda size: {
        **_story("Ada " * (size // 4)),
        "content/people.yaml": lines("p{n}:\n  name: Ada\n")(size).encode(),
    },
    "no-break spaces in YAML": lambda size: {
        **STORY,
        "content/people.yaml": ("\u00a0a\n" * (size // 3)).encode(),
    },
    "entries that are meant to be unused": lambda size: {
        **STORY,
        "content/people.yaml": "".join(
            f"p{n}:\n  name: Name{n}\n  ignore: [unused-entry]\n" for n in range(size // 50)
        ).encode(),
    },
}

DRAFTS: dict[str, Callable[[int], str]] = {
    "acronyms, each in a paragraph": lambda size: "".join(
        f"The Q{chr(65 + n % 26)}{chr(65 + n // 26 % 26)} met.\n\n" for n in range(size // 15)
    ),
    "people": lines("President Ada N{n}ame met Bob N{n}ote, who left.\n\n"),
    "sentences with a date": lines("On 4 May 1979 number {n} fell.\n\n"),
    "one sentence with dates": lambda size: "It fell on 4 May 1979 and " * (size // 26),
    "one quotation, again and again": lambda size: "“We will go home now,” " * (size // 23),
    "quotations": lines("“We will go home in {n} days,” he said. "),
}
"""Articles that ask for many entries."""


def _story(text: str, *points: str) -> Files:
    listed = "".join(f"  - {point} {n}\n" for point in points for n in range(100))
    front = FRONT.replace("---\n\n", f"key_points:\n{listed}---\n\n") if points else FRONT
    return {"content/story.md": (front + text + "\n").encode()}


def inputs(size: int) -> dict[str, Files]:
    """Every hostile site of that size, by name."""
    person = {"content/people.yaml": b"ada:\n  name: Ada Lovelace\n  other_names: [Ada]\n"}
    words = {"content/story.md": (FRONT + "word " * (size // 5) + "\n").encode()}
    found: dict[str, Files] = {}
    for name, make in MARKDOWN.items():
        found[f"Markdown: {name}"] = {**person, "content/story.md": (FRONT + make(size)).encode()}
    for name, make in YAML.items():
        found[f"YAML: {name}"] = {**STORY, "content/people.yaml": make(size).encode()}
        front = f"---\n{make(size)}\n---\n\nWords.\n"
        found[f"front matter: {name}"] = {"content/story.md": front.encode()}
    for name, make in QUOTES.items():
        found[f"quotations: {name}"] = {**words, "content/quotes.yaml": make(size).encode()}
    people = "".join(f"p{n}:\n  name: Name {n}\n" for n in range(1_000)).encode()
    for name, make in LINKS.items():
        text = {"content/story.md": (FRONT + make(size)).encode()}
        found[f"a thousand people: {name}"] = {**text, "content/people.yaml": people}
    found |= {f"checks: {name}": made(size) for name, made in CHECKS.items()}
    return {name: {**SITE, **files} for name, files in found.items()}


class Trial(NamedTuple):
    """What is said of a site, how many pages it has, the seconds of the processor it took."""

    told: Sequence[Diagnostic]
    pages: int
    seconds: float


def tried(files: Files) -> Trial:
    """Builds the site."""
    with tempfile.TemporaryDirectory(prefix="pathological-") as folder:
        for path, data in files.items():
            put(Path(folder), path, data)
        gc.collect()
        gc.disable()  # as the command does
        began = time.process_time()
        outcome = build(request(Path(folder)))
        seconds = time.process_time() - began
        gc.enable()
        pages = outcome.summary.pages if outcome.summary else 0
        return Trial(outcome.diagnostics, pages, seconds)


def main(arguments: list[str]) -> int:
    """Prints the table, the slowest last. Returns 1 where an input takes too long."""
    parser = argparse.ArgumentParser(prog="pathological", description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--only", default="", help="inputs with this in their name")
    given = parser.parse_args(arguments)
    rows: list[tuple[float, str, str]] = []
    slow = 0
    tried({**SITE, **STORY})  # what is loaded once is loaded
    for name, files in inputs(given.size).items():
        if given.only in name:
            trial = tried(files)
            end = f"{trial.pages} pages" if trial.pages else "a sentence"
            codes = ", ".join(sorted({d.code for d in trial.told}))
            rows.append((trial.seconds, name, f"{end} ({codes})" if codes else end))
            slow += trial.seconds > BUDGET * given.size / 100_000 + PER_PAGE * trial.pages
    for seconds, name, end in sorted(rows):
        print(f"{seconds:6.2f} s  {name}: {end}")
    print(f"{len(rows)} inputs, {slow or 'none'} too slow")
    return min(slow, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
