"""Scalars of a YAML text, and where they stand in the file."""

import unicodedata
from typing import Any

from builder.ground.diagnostics import Diagnostic, Location, warning
from builder.ground.values import Value
from builder.load.decoding import mend_at
from builder.load.yaml import refusals
from builder.load.yaml.nodes import Scalar, Style

# What word processors make of marks: the pairs that begin and end a quotation somewhere; one of
# them may have stayed straight.
_CURLY = {"“": '”"', "„": '“”"', "«": "»", "‘": "’", "”": '”"', "‚": "‘’", "»": "«"}
_STYLES: dict[str | None, Style] = {
    None: "plain",
    "": "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}


class Source(Value, frozen=True):
    """The text that is being read, and the sink for what is wrong with it.

    `lines[0]` is line `first_line` of the file.
    """

    path: str
    first_line: int
    lines: tuple[str, ...]
    faults: list[Diagnostic]

    def line(self, index: int) -> str:
        """A line by its index; "" after the last, where the parser has a value end: `? #`."""
        return self.lines[index] if index < len(self.lines) else ""

    def at(self, line: int, column: int, length: int = 0) -> Location:
        """The place in the file of a line and a column of the text, both from 0."""
        return Location(self.path, line + self.first_line, column + 1, length)

    def place(self, event: Any) -> Location:
        """Where an event stands; the length only where it ends on the same line."""
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if start.line == end.line else 0
        return self.at(start.line, start.column, length)


def read_scalar(event: Any, is_key: bool, source: Source) -> Scalar:
    """The scalar of a `yaml.ScalarEvent`; faults go into the source's sink."""
    # In one piece, and with events untyped: it runs for every key and value of the site.
    if event.anchor is not None or event.tag is not None:
        source.faults.append(refusals.feature(event, source.place(event)))
    start, end, text = event.start_mark, event.end_mark, event.value
    line, column, last = start.line, start.column, end.line
    length = (end.column if line == last else len(source.line(line).rstrip())) - column
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    style = _STYLES[event.style]
    first = source.first_line
    if style == "double":
        # Escapes may smuggle in what the file itself was searched for already.
        text, smuggled = mend_at(text, source.place(event))
        source.faults.extend(smuggled)
    elif style == "plain" and not is_key:
        _warn_of_cut(text, last, end.column, source)
        if text[:1] in _CURLY and text[-1:] in _CURLY[text[0]]:
            _warn_of_marks(text, source.place(event), source)
    return Scalar(text, source.path, line + first, column + 1, length, style, last + first)


def _warn_of_marks(text: str, place: Location, source: Source) -> None:
    inside = text[1:-1]
    if not inside or text[0] in inside or text[-1] in inside:
        return
    message = "Curly marks do not quote in YAML: they are part of the value that is read."
    hint = f"Write {inside.strip()} without them"
    hint += "." if text[-1] == '"' else f'; if they are meant, put straight marks around: "{text}".'
    source.faults.append(warning("curly-quotes", message, place, hint))


def _warn_of_cut(text: str, line: int, column: int, source: Source) -> None:
    rest = source.line(line)[column:]
    comment = rest.strip()
    if not comment.startswith("#") or not rest[0].isspace():
        return
    if rest.startswith("  ") and comment[1:2].isspace():  # set apart as comments are
        return
    message = f"Everything after “ #” is a comment: the value read is “{text}”."
    hint = "Put the value in quotation marks, or the comment on a line of its own."
    if not text:
        message = "Everything after “ #” is a comment: no value was read."
        hint = f'If it is the value, put it in quotation marks: "{comment}".'
    begins = column + len(rest) - len(rest.lstrip())
    place = source.at(line, begins, len(comment))
    source.faults.append(warning("yaml-cut-value", message, place, hint))
