"""How wide text is on a terminal, and text that a terminal cannot misread.

Content is shown to the user's terminal, so control characters in it must not reach it: an escape
sequence could repaint the screen, a bidi override could show other words than there are.
"""

import os
import unicodedata
from typing import NamedTuple, TextIO

TAB = 4
LONGEST = 100
"""Characters of a source line that are shown where nothing is narrower."""
_BESIDE = 10
"""Columns that the number of a line, the bar and the dots of a cut take."""
_SHORTEST = 20
_JOINERS = "\u200c\u200d"
_COMMAND = "##["
"""Begins a command anywhere in a line of a log on GitHub (actions/runner, ActionCommand.cs)."""


class Shown(NamedTuple):
    """A line as printed, and where the marked part of it stands, in cells from 0."""

    text: str
    start: int
    width: int


def room_on(stream: TextIO | None) -> int:
    """How many characters of a source line a stream has room for, beside what stands before them.

    On a terminal a line that went on in the next row would leave the caret under other words.
    """
    try:
        columns = os.get_terminal_size(stream.fileno()).columns if stream is not None else 0
    except (OSError, ValueError):  # no terminal
        columns = 0
    return min(max(columns - _BESIDE, _SHORTEST), LONGEST) if columns else LONGEST


def show(line: str, column: int, length: int, room: int = LONGEST) -> Shown:
    """Lay out a source line with a mark at `column` (from 1) over `length` code points.

    Tabs become spaces, control characters their code points; of a line that is longer than `room`
    so many characters are shown, around the mark.
    """
    first = max(column - 1, 0)
    head, tail = _window(line, first, length, room)
    sign = "…" if head else ""
    before = sign + printable(line[head:first], sign)
    marked = printable(line[first : min(first + max(length, 1), tail)], before)
    after = printable(line[first + max(length, 1) : tail], before + marked)
    text = before + marked + after + ("…" if tail < len(line) else "")
    return Shown(text.rstrip(), cells(before), max(cells(marked), 1))


def printable(text: str, before: str = "") -> str:
    """`text` as a terminal may have it; it follows `before`, which places the tabs."""
    if text.isprintable():
        return text
    parts: list[str] = []
    column = cells(before)
    for char in text:
        part = " " * (TAB - column % TAB) if char == "\t" else _safe(char)
        parts.append(part)
        column += cells(part)
    return "".join(parts)


def harmless(words: str) -> str:
    """Words that command neither a terminal nor a log on GitHub.

    They can quote the name of a file or folder that a stranger chose.
    """
    return printable(words).replace(_COMMAND, "#<U+0023>[")


def cells(text: str) -> int:
    """How many columns of a terminal `text` takes (UAX #11; marks and joiners take none)."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    """The columns of one character."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _safe(char: str) -> str:
    """A character, or its code point where it is none to be shown."""
    if char.isprintable() or char in _JOINERS or unicodedata.category(char) == "Zs":
        return char
    return f"<U+{ord(char):04X}>"


def _window(line: str, first: int, length: int, room: int) -> tuple[int, int]:
    """The part of a long line to show: the mark with a third of the room before it."""
    if len(line) <= room:
        return 0, len(line)
    head = max(min(first - room // 3, len(line) - room), 0)
    return head, min(head + room, len(line))
