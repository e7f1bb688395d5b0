"""Colours, where they are wanted (https://no-color.org)."""

import os
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


class Style:
    """Paints text by its role; without colour it leaves all as it is."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, role: str, text: str) -> str:
        """`text` painted for its role, such as `error` or `hint`."""
        return f"\x1b[{_CODES[role]}m{text}\x1b[0m" if self._colour and text else text


def style_for(stream: TextIO | None) -> Style:
    """The style for a stream: colour on a terminal alone, and never with NO_COLOR."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Style(stream is not None and stream.isatty() and not plain)
