"""Spaces that are none to YAML: no-break spaces, pasted from web pages and word processors."""

import re

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.expressions import expression

_STRANGE = "".join(map(chr, (0xA0, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000)))
_IN_INDENT = expression(rf"^[ \-]*([{_STRANGE}]+)", re.MULTILINE)
_AFTER_COLON = expression(rf"^ *(?:- )?[\w.-]+:([{_STRANGE}]+)", re.MULTILINE)


def strange_spaces(text: str, path: str, first_line: int) -> tuple[Diagnostic, ...]:
    """An error for each strange space in an indent or after a field's colon, where it misleads."""
    if not any(space in text for space in _STRANGE):
        return ()
    found = [*_IN_INDENT().finditer(text), *_AFTER_COLON().finditer(text)]
    return tuple(
        error(
            "yaml-syntax",
            "A no-break space stands here, where YAML wants a plain one; it looks the same.",
            _place(text, match.start(1), match.end(1), path, first_line),
            "Delete it, and type a space.",
        )
        for match in found
    )


def _place(text: str, start: int, end: int, path: str, first_line: int) -> Location:
    column = start - text.rfind("\n", 0, start)
    return Location(path, first_line + text.count("\n", 0, start), column, end - start)
