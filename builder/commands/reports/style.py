"""Colours, where they are wanted (https://no-color.org)."""

import os
from collections.abc import Callable
from typing import TextIO

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "place": "1",
    "gutter": "34",
    "hint": "36",
    "code": "2",
    "good": "1;32",
}


Style = Callable[[str, str], str]
"""Paints text, its second argument, for a role, its first, such as `error` or `hint`."""


def plain(role: str, text: str) -> str:
    """The text as it is."""
    return text


def coloured(role: str, text: str) -> str:
    """The text in the colour of its role."""
    return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if text else text


def style_for(stream: TextIO | None) -> Style:
    """The style for a stream: colour on a terminal alone, and never with NO_COLOR."""
    is_plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return coloured if stream is not None and stream.isatty() and not is_plain else plain
