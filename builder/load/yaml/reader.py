"""The strict YAML reader: a subset of YAML 1.1 in which nothing is guessed and nothing is lost.

Only scalars, sequences and mappings: anchors, aliases, tags and second documents are refused, so
that no file can grow in memory or name a type. The tree is built from the parser's events, which
do not recurse; composing nodes instead lets 200,000 brackets end the process. Scalars stay texts,
because YAML 1.1 takes `NO` for false and `12:30` for 750.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from yaml import YAMLError
from yaml import parse as parse_slowly
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from builder.ground.diagnostics import Diagnostic, Location
from builder.ground.values import Value
from builder.load.limits import DEEPEST, too_many
from builder.load.yaml import refusals
from builder.load.yaml.nodes import Mapping, Node, Scalar, Sequence
from builder.load.yaml.source import Source, read_scalar

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML without libyaml: the same events, ten times slower
    CParser = None  # type: ignore[assignment,misc]


class Document(Value, frozen=True):
    """A YAML text once read: its root (None where nothing is given), its lines, what is wrong.

    Where a fault ended the reading, `is_whole` is False and the root holds what stands before.
    `lines[0]` is line `first_line` of the file.
    """

    root: Node | None
    lines: tuple[str, ...]
    first_line: int
    diagnostics: tuple[Diagnostic, ...]
    is_whole: bool


class _Open(Value, frozen=True):
    """A collection whose end has not been read yet; a mapping holds keys and values in turn."""

    is_mapping: bool
    location: Location
    children: list[Node]


def read_yaml(text: str, path: str, first_line: int = 1) -> Document:
    """The tree of a decoded YAML text (see `decoding.decode`). Never raises.

    Args:
        text: YAML with line feeds as line ends.
        path: the file's path, for the places.
        first_line: the line of the file, from 1, on which `text` begins.
    """
    lines = tuple(text.split("\n"))
    if strange := refusals.strange_spaces(text, path, first_line):
        return Document(None, lines, first_line, strange, is_whole=False)
    source = Source(path, first_line, lines, [])
    stack = [_Open(False, Location(path, first_line), [])]
    try:
        is_whole = _grow(stack, source, _next_event(text))
    except YAMLError as fault:
        from builder.load.yaml.syntax import syntax_fault  # only faulty files pay for it

        source.faults.append(syntax_fault(fault, source))
        is_whole = False
    return Document(_root(stack, source), lines, first_line, tuple(source.faults), is_whole)


def _next_event(text: str) -> Callable[[], Any]:
    if CParser is None:
        return partial(next, parse_slowly(text), None)
    return CParser(text).get_event


def _grow(stack: list[_Open], source: Source, next_event: Callable[[], Any]) -> bool:
    """Grow the tree in `stack` event by event; False where a fault ends the reading."""
    documents = 0
    while (event := next_event()) is not None:
        kind = type(event)
        top = stack[-1]
        if source.faults and too_many(source.faults, source.place(event)):
            return False
        if kind is ScalarEvent:
            is_key = top.is_mapping and len(top.children) % 2 == 0
            top.children.append(read_scalar(event, is_key, source))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            stack.pop()
            stack[-1].children.append(_collection(top, source))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            place = source.place(event)
            if event.anchor is not None or event.tag is not None:
                source.faults.append(refusals.feature(event, place))
            if len(stack) > DEEPEST:
                source.faults.append(refusals.too_deep(place))
                return False
            stack.append(_Open(kind is MappingStartEvent, place, []))
        elif kind is AliasEvent:
            place = source.place(event)
            source.faults.append(refusals.feature(event, place))
            top.children.append(Scalar("", *place))
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                source.faults.append(refusals.second_document(source.place(event)))
                return False
    return True


def _root(stack: list[_Open], source: Source) -> Node | None:
    """The root, after closing what a fault left open; None where nothing is given."""
    while len(stack) > 1:
        last = stack.pop()
        stack[-1].children.append(_collection(last, source))
    root = next(iter(stack[0].children), None)
    return None if isinstance(root, Scalar) and root.is_empty else root


def _collection(open_: _Open, source: Source) -> Node:
    if not open_.is_mapping:
        return Sequence(tuple(open_.children), open_.location)
    keys, values = open_.children[::2], open_.children[1::2]
    scalars = [key for key in keys if type(key) is Scalar]
    if len(scalars) == len(keys) == len({key.text for key in scalars}):
        return Mapping(tuple(zip(scalars, values, strict=False)), open_.location)
    pairs: dict[str, tuple[Scalar, Node]] = {}
    for key, value in zip(keys, values, strict=False):
        if too_many(source.faults, key.location):
            break
        if not isinstance(key, Scalar):
            source.faults.append(refusals.no_key(key.location))
        elif key.text in pairs:
            source.faults.append(refusals.duplicate(key, pairs[key.text][0]))
        else:
            pairs[key.text] = (key, value)
    return Mapping(tuple(pairs.values()), open_.location)
