"""What Markdown would leave out without a word: said here."""

from collections.abc import Iterator

from markdown_it.token import Token

from builder.ground.diagnostics import Diagnostic, Location, Related, error, warning
from builder.load.markdown.blocks import Source
from builder.load.markdown.faults import excerpt
from builder.load.markdown.notes import Definition, Env, Notes


def leftovers(
    tokens: list[Token], env: Env, notes: Notes, definitions: list[Definition], source: Source
) -> Iterator[Diagnostic]:
    """A diagnostic for every note, link definition, cell and line that no reader will see."""
    yield from _repeated_notes(notes, definitions, source)
    yield from _unused_notes(notes, source)
    yield from _unused_links(set(_labels(tokens)), env, source)
    yield from _repeated_links(env, source)
    for line, start, length in env.get("surplus", ()):
        yield error(
            "table-cells",
            "This table row has more cells than the head has columns, so this cell would be left"
            " out.",
            source.at(line, start, length),
            "Add a column to the head, or write \\| for a bar inside a cell.",
        )
    for line in env.get("dropped", ()):
        yield error(
            "nested-too-deeply",
            "Lists or quotations are nested too deeply here, so what follows would be left out.",
            _start(line, source),
            "Use fewer levels.",
        )


def _repeated_notes(
    notes: Notes, definitions: list[Definition], source: Source
) -> Iterator[Diagnostic]:
    for definition in definitions:
        first = notes.defined[definition.label]
        if definition is not first:
            yield warning(
                "repeated-definition",
                f"The footnote “{excerpt(definition.label)}” is defined a second time; this text is"
                " left out.",
                _start(definition.line, source),
                "Give it a label of its own.",
                Related(_start(first.line, source), "first defined here"),
            )


def _unused_notes(notes: Notes, source: Source) -> Iterator[Diagnostic]:
    for definition in notes.unused():
        label = excerpt(definition.label)
        yield warning(
            "unused-footnote",
            f"Nothing refers to the footnote “{label}”, so it is left out.",
            _start(definition.line, source),
            f"Put [^{label}] where it belongs, or remove the note.",
        )


def _unused_links(used: set[str], env: Env, source: Source) -> Iterator[Diagnostic]:
    for label, reference in env.get("references", {}).items():
        if label not in used:
            shown = excerpt(label.lower())
            yield warning(
                "unused-reference",
                f"Nothing uses the link definition “{shown}”, so readers never see it.",
                _start(reference["map"][0], source),
                f"Write [words][{shown}] where it belongs, or remove the line.",
            )


def _repeated_links(env: Env, source: Source) -> Iterator[Diagnostic]:
    for second in env.get("duplicate_refs", ()):
        first = env["references"][second["label"]]
        yield warning(
            "repeated-definition",
            f"The link “{excerpt(second['label'].lower())}” is defined a second time; the first one"
            " counts.",
            _start(second["map"][0], source),
            "Remove one of them, or give it a label of its own.",
            Related(_start(first["map"][0], source), "first defined here"),
        )


def _labels(tokens: list[Token]) -> Iterator[str]:
    """The labels of the definitions that links and pictures use, at any depth."""
    for token in tokens:
        if token.type in ("link_open", "image") and "label" in token.meta:
            yield str(token.meta["label"])
        if token.children:
            yield from _labels(token.children)


def _start(line: int, source: Source) -> Location:
    """Where the words of a line begin, and how far they go."""
    words = source.lines[line].strip()
    column = source.lines[line].index(words)
    return source.at(line, column, len(words))
