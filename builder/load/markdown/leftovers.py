"""What Markdown would leave out without a word: said here."""

from collections.abc import Iterator

from markdown_it.token import Token

from builder.ground.diagnostics import Diagnostic, Location
from builder.load.markdown import losses
from builder.load.markdown.blocks import Source
from builder.load.markdown.notes import Definition, Env, Notes


def leftovers(
    tokens: list[Token], env: Env, notes: Notes, definitions: list[Definition], source: Source
) -> Iterator[Diagnostic]:
    """A diagnostic for every note, link definition, cell and line that no reader will see."""
    yield from _notes(notes, definitions, source)
    yield from _references(set(_labels(tokens)), env, source)
    for line, start, length in env.get("surplus", ()):
        yield losses.surplus_cell(source.at(line, start, length))
    for line in env.get("dropped", ()):
        yield losses.too_deep(_start(line, source))


def _notes(notes: Notes, definitions: list[Definition], source: Source) -> Iterator[Diagnostic]:
    for definition in definitions:
        first = notes.defined[definition.label]
        if definition is not first:
            place = _start(definition.line, source)
            yield losses.repeated_footnote(definition.label, place, _start(first.line, source))
    for definition in notes.unused():
        yield losses.unused_footnote(definition.label, _start(definition.line, source))


def _references(used: set[str], env: Env, source: Source) -> Iterator[Diagnostic]:
    references = env.get("references", {})
    for label, reference in references.items():
        if label not in used:
            yield losses.unused_reference(label.lower(), _start(reference["map"][0], source))
    for second in env.get("duplicate_refs", ()):
        label, first = second["label"], references[second["label"]]
        place = _start(second["map"][0], source)
        yield losses.repeated_reference(label.lower(), place, _start(first["map"][0], source))


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
