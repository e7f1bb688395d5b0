"""Edits of a YAML file that change characters of a value, and leave all else as it is written.

Comments, order, line breaks and the kind of quotation marks stay. Where the file would not read
back as it should, no edits are offered.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from builder.ground.diagnostics import Edit, Location
from builder.ground.edits import edited
from builder.load.schema.scalars import on_one_line
from builder.load.yaml.nodes import Mapping, Node, Scalar
from builder.load.yaml.positions import places
from builder.load.yaml.reader import Document, read_yaml

_SPACE = " \n\t"


class Change(NamedTuple):
    """`value[start:end]` becomes `replacement`; the value is a field's, on one line."""

    start: int
    end: int
    replacement: str


def rewritten(text: str, path: str, place: Location, changes: Iterable[Change]) -> tuple[Edit, ...]:
    """The edits of a YAML file that make the changes in the value that stands at `place`.

    Args:
        text: The file, decoded.
        path: Its path.
        place: Where the value begins.
        changes: In order, apart from each other, none of them white space.

    Returns:
        The edits; () where there is no text at `place`, or escapes keep the change from being made
        by replacing characters one for one.
    """
    document = read_yaml(text, path)
    scalar = _at(document, place)
    wanted = list(changes)
    if scalar is None:
        return ()
    spots = list(_spots(scalar, document))
    value = on_one_line(scalar.text)
    letters = [index for index, char in enumerate(value) if char not in _SPACE]
    if len(spots) != len(letters):
        return ()
    at = dict(zip(letters, spots, strict=True))
    edits = tuple(_edit(change, scalar, value, at) for change in wanted)
    result = _at(read_yaml(edited(text, edits), path), place)
    is_right = result is not None and on_one_line(result.text) == _changed(value, wanted)
    return edits if is_right else ()


def _changed(value: str, changes: list[Change]) -> str:
    for start, end, replacement in reversed(changes):
        value = value[:start] + replacement + value[end:]
    return value


def _edit(change: Change, scalar: Scalar, value: str, at: dict[int, tuple[int, int]]) -> Edit:
    line, column = at[change.start]
    before, after = value[change.start : change.end], change.replacement
    if scalar.style == "single":  # there an apostrophe is written twice
        before, after = before.replace("'", "''"), after.replace("'", "''")
    return Edit(Location(scalar.path, line, column, len(before)), after)


def _spots(scalar: Scalar, document: Document) -> Iterator[tuple[int, int]]:
    """Line and column in the file of every character of a scalar that is no white space."""
    for segment in places(scalar, document).segments:
        line = document.lines[segment.file_line - document.first_line]
        for offset in range(segment.length):
            column = segment.file_column + offset
            if line[column - 1] not in _SPACE:
                yield segment.file_line, column


def _at(document: Document, place: Location) -> Scalar | None:
    """The scalar value that begins at `place`."""
    for scalar in _scalars(document.root):
        if (scalar.line, scalar.column) == (place.line, place.column):
            return scalar
    return None


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for _, value in node.pairs:
            yield from _scalars(value)
    elif node is not None:
        for item in node.items:
            yield from _scalars(item)
