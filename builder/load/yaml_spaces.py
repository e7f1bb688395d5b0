"""Spaces that are none to YAML: no-break spaces, pasted from web pages and word processors."""

import re
from bisect import bisect_right

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.expressions import expression
from builder.load.limits import first_of

_STRANGE = "".join(map(chr, (0xA0, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000)))
_IN_INDENT = expression(rf"^[ \-]*([{_STRANGE}]+)", re.MULTILINE)
_AFTER_COLON = expression(rf"^ *(?:- )?[\w.-]+:([{_STRANGE}]+)", re.MULTILINE)


def strange_spaces(text: str, path: str, first_line: int) -> tuple[Diagnostic, ...]:
    """An error for each strange space in an indent or after a field's colon, where it misleads."""
    if not any(space in text for space in _STRANGE):
        return ()
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    found = []
    for match in (*_IN_INDENT().finditer(text), *_AFTER_COLON().finditer(text)):
        line = bisect_right(starts, match.start(1)) - 1
        column, length = match.start(1) - starts[line] + 1, match.end(1) - match.start(1)
        found.append(
            error(
                "yaml-syntax",
                "A no-break space stands here, where YAML wants a plain one; it looks the same.",
                Location(path, first_line + line, column, length),
                "Delete it, and type a space.",
            )
        )
    return first_of(tuple(found), Location(path))
