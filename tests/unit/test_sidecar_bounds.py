"""builder.load.sidecars: what the texts of one file may cost together."""

from builder.load.limits import most_parts
from builder.load.readers import Readers, Sidecar
from builder.model.refs import KINDS
from builder.sources.files import SourceFile

ITEMS = 500
ENTRY = "a{n}:\n  name: A {n}\n  body: |\n" + "    - a\n" * ITEMS
PARTS = 2 * ITEMS + 1
"""Of the body of an entry: each item, what stands between two, before the first, after the last."""


def people(text: str) -> Sidecar:
    return Readers().sidecar(KINDS["person"], SourceFile("content/people.yaml", text.encode(), ""))


def test_the_texts_of_a_file_are_bounded_together() -> None:
    text = "".join(ENTRY.format(n=n) for n in range(100))
    read = people(text)
    count = 1 + most_parts(len(text) - text.count("\n")) // PARTS
    assert {ref.id for ref in read.entries} == {f"a{n}" for n in range(count)}
    assert {ref.id for ref in read.unread} == {f"a{n}" for n in range(count, 100)}
    (fault,) = read.diagnostics
    assert fault.code == "text-too-intricate"
    assert fault.location.line == 1 + count * ENTRY.count("\n")


def test_a_few_long_lists_are_nothing_to_speak_of() -> None:
    read = people("".join(ENTRY.format(n=n) for n in range(15)))
    assert not read.diagnostics
    assert len(read.entries) == 15
