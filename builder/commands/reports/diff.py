"""What a change does to a file, line by line, in the form of `diff -u`."""

from collections.abc import Iterator
from difflib import unified_diff

from builder.commands.reports.cells import printable
from builder.commands.reports.style import Style

_ROLES = {"+": "good", "-": "error", "@": "gutter"}


def diff(before: str, after: str, path: str, style: Style) -> str:
    """The lines that differ, with three lines around them; "" where none does."""
    lines = unified_diff(_lines(before), _lines(after), path, path, lineterm="")
    return "".join(line + "\n" for line in _painted(lines, style))


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n") if text else []


def _painted(lines: Iterator[str], style: Style) -> Iterator[str]:
    for number, line in enumerate(lines):
        role = "place" if number < 2 else _ROLES.get(line[:1], "")
        shown = printable(line.removesuffix("\r"))
        yield style(role, shown) if role else shown
