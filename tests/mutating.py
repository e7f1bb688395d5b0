"""Broken files without end: real samples and the signs of their grammars, torn and put together.

Every case comes from one number alone, so that a case that fails can be had again.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
FORMATS = ("sidecar", "front matter", "markdown", "site")

_ANY = (
    *("\x00", "\x07", "\x1b[2J", "\u202e", "\u2066", "\ufeff", "\u2028", "\u0085", "\u200d"),
    *(
        "\ufffd",
        "\U0001f600",
        "e\u0301",
        "\u0301",
        "ß",
        "İ",
        "ﷺ",
        "漢字",
        "مرحبا",
        "\u00a0",
        "\u3000",
    ),
    *("\r", "\r\n", "\n", "\n\n", "\t", " ", "    ", "“", "”", "’", "…", "—", "'", '"', "\\"),
)
_YAML = (
    *(
        ": ",
        ":",
        "- ",
        "-",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "#",
        " #",
        "&a ",
        "*a",
        "!!python/name:",
    ),
    *("!", "|", "|+2", ">-", "%", "@", "`", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "~", "null"),
    *("true", "yes", "0x1f", "1e400", "2020-02-30", "1979~/..", "-0000", "Y99999999", "20XX-XX"),
    *(
        '"\\ud800"',
        '"\\u202e"',
        '"\\x00"',
        "'",
        "person:mark-esper",
        "event:",
        "quote:x",
        "term: y",
    ),
    *(
        "name: ",
        "exact: ",
        "passage: ",
        "other_names: ",
        "ignore: ",
        "date: ",
        "sources:\n  - title: x",
    ),
    *(
        "<<<<<<< a\n",
        "\n=======\n",
        ">>>>>>> b\n",
        "not_in: ",
        "coordinates: [1e9, nan]",
        "url: //x",
    ),
)
_MARKDOWN = (
    *(
        "# ",
        "## ",
        "> ",
        "* ",
        "1. ",
        "```\n",
        "~~~",
        "    ",
        "***",
        "**",
        "_",
        "`",
        "``",
        "![",
        "[",
        "](",
    ),
    *(
        ")",
        "](person:x)",
        "]{.nolink}",
        "]{.noquote}",
        "{#id}",
        "{.c lang=ar}",
        "[^1]",
        "[^1]: ",
        "[x]: y",
        "<b>",
        "&amp;",
    ),
    *(
        "&#0;",
        "<!--",
        "|a|b|\n|-|-|\n",
        "---\n",
        "===\n",
        "\\",
        "  \n",
        "https://x.org",
        "javascript:x",
    ),
    *(
        "![x](a.png)",
        "^",
        "~",
        ":::",
        "- [ ] ",
        "“There’s",
        "Esper",
        "CJTF-OIR",
        "IEDs",
        "on Sunday",
    ),
)
_LONG = 300
_MANY = 30_000
_SELDOM = 0.003


def case(kind: str, number: int) -> dict[str, bytes]:
    """The files of one broken site, by path: one file is broken, the others are sound."""
    chance = random.Random(f"{kind} {number}")
    path, sound = chance.choice(_samples(kind))
    rest = {"site.yaml": b"title: Fuzz\nlanguage: en\n", "content/a.md": _ARTICLE}
    return {**rest, path: _broken(kind, sound, chance)}


def _broken(kind: str, sound: bytes, chance: random.Random) -> bytes:
    data = sound
    if kind == "front matter":
        front, _, body = sound.partition(b"\n---\n")
        return _torn(kind, front + b"\n---\n", chance) + body
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        data = _torn(kind, data, chance)
    return data


def _torn(kind: str, data: bytes, chance: random.Random) -> bytes:
    """The bytes after one change."""
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.choice((0, 1, 1, 3, 10, 80)))
    deed = chance.randrange(7)
    if deed == 0:
        return data[:start] + data[end:]
    if deed == 1:
        return (
            data[:start]
            + bytes(chance.randrange(256) for _ in range(chance.randint(1, 4)))
            + data[end:]
        )
    if deed == 2:
        return data[:start] + data[start:end] * chance.choice((2, 3, 40)) + data[end:]
    if deed == 3:
        return data[:start]
    if deed == 4:
        _, other = chance.choice(_samples(chance.choice(FORMATS)))
        at = chance.randint(0, len(other))
        return data[:start] + other[at : at + 200] + data[end:]
    token = chance.choice(_tokens(kind)).encode()
    times = _MANY if chance.random() < _SELDOM else chance.choice((1, 1, 1, 1, 2, 5, _LONG))
    return data[:start] + token * times + data[end:]


def _tokens(kind: str) -> tuple[str, ...]:
    return _ANY + (_MARKDOWN if kind == "markdown" else _YAML)


@cache
def _samples(kind: str) -> tuple[tuple[str, bytes], ...]:
    return tuple(_found(kind).items())


def _found(kind: str) -> Mapping[str, bytes]:
    """Sound files of a format; few and short, so that many cases can be tried."""
    if kind == "site":
        return {"site.yaml": (ROOT / "site.yaml").read_bytes()}
    golden = ROOT / "tests" / "golden" / "site" / "content"
    ending = "yaml" if kind == "sidecar" else "md"
    return {
        f"content/{path.name}": path.read_bytes() for path in sorted(golden.glob(f"*.{ending}"))
    }


_ARTICLE = (
    "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\n"
    "Ada Lovelace said “it will open on Sunday” to the UN. Charles Babbage did not.\n"
).encode()
