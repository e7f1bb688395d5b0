"""Every word that is said of YAML: message, place, hint and further places, for a table of slips.

After a change that is meant: `BACKSTORY_GOLDEN=write` before the test command writes
`tests/golden/yaml-said.txt` anew; read the difference before you commit it.
"""

from __future__ import annotations

import os

from builder.ground.diagnostics import Diagnostic
from builder.load.yaml.reader import read_yaml
from tests.test_golden import GOLDEN
from tests.unit.test_yaml_sentences import CASES

SAID = GOLDEN / "yaml-said.txt"
MORE = (
    "a: &x b\nc: *x",
    "a: !!str b",
    "a: [&x b]",
    "a: *x\nb: *x",
    "a: b\na: c",
    "a: b\nc: {d: e, d: f}",
    "[a, b]: c",
    "{a: b}: c",
    "? [a]\n: b",
    "a: b\n---\nc: d",
    "a: b\n...\nc: d",
    "a: " + "[" * 40,
    "a: " + "{b: " * 40,
    "- " * 40,
    "a: “b”",
    "a: „b“",
    "a: «b»",
    "a: “b” and “c”",
    "a: “b”c”",
    "a: “”",
    "a: “b",
    "a: b #c",
    "a: b # c\nd: e",
    "a: #c",
    "? #",
    "---\n #",
    "a: b#c",
    "a: 'b' # c",
    "a: b\n  c # d",
    "a: 'it's'\nb: c",
    "a: 'it's' \"b\"",
    "'it's'",
    "a: it's'",
    "- 'it's'",
    '- "a" b',
    "- [a](b) c",
    "- {a: b} c",
    "a: 'it's' b",
    "a: 'it's \"so\"'",
    "a: 'b' 'c'",
    'a: "b" "c"',
    "a: [b] c",
    "a: {b: c} d",
    "a: [b, c\n\nd: e\n\n",
    "a:\n  - b\n  c: d",
    "a:\n    b: c\n  d: e\n    f: g",
    "a:\n\t- b",
    "a:\tb\n c",
    "-\t- b",
    'a: "b\n\tc" d',
    "a: >\n\t\n\tb",
    "a: !<b c",
    "a: b\n\n\n  c: d",
    "/* a */\n  b: c",
    "a:b\nc: d",
    "a:b\n  c: d",
    "a:b:c\n  d: e",
    "a: b\nc: d\n\u00a0e: f",
    "a: b: c: d",
    "a: 'b': c",
    'a: "b": "c"',
    "a: https://example.org/: b",
    "a: person: b c",
    "abc: d\nef\ngh: i",
    "a: |\n b\n  c\nd",
    "a: >x\n  y",
    "a: |9\n  y",
    'a: "\\xzz"',
    'a: "\\u00"',
    'a: "b\n...\n"',
    'a: "\\u202e"',
    'a: "\\0"',
    "a: ]",
    "a: }",
    "a: ! b",
    "a: & b",
    "a: -b\n- c",
    "-a: b\n-c",
    "a : b\n c",
    "a:b: c\nd",
    "%YAML 9.9\n---\na: b",
    "a: b\n  \u00a0c: d",
    "a:\u00a0b\nc:\u2003d",
    "\ufeffa: b",
    "a: ? b\nc: d",
    "a: - b\n   - c",
    "a: [b c: d e: f]",
    "a: [b: c: d]",
    "a: [b\n  c: [d",
    "a: {b}\nc: {d: e",
    "é: [ü",
    "😀: 'it's'",
)  # fmt: skip


def said(text: str) -> str:
    """The text, and everything that is said of it."""
    told = read_yaml(text, "f.yaml").diagnostics
    shown = text if len(text) < 60 else f"{text[:20]}…"
    return "\n".join((repr(shown), *(line for one in told for line in _lines(one)))) + "\n"


def _lines(one: Diagnostic) -> list[str]:
    path, line, column, length = one.location
    return [
        f"  {path}:{line}:{column}+{length}: {one.severity}: {one.message} [{one.code}]",
        f"    {one.hint}",
        *(f"    {r.location.line}:{r.location.column}: {r.message}" for r in one.related),
    ]


def test_every_word_said_of_yaml() -> None:
    found = "\n".join(said(text) for text in (*CASES, *MORE))
    if os.environ.get("BACKSTORY_GOLDEN") == "write":
        SAID.write_text(found, encoding="utf-8")
    assert found == SAID.read_text(encoding="utf-8")
