"""Spaces that are none to YAML: no-break spaces, pasted from web pages and word processors."""

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.expressions import expression
from builder.load.limits import first_of

_STRANGE = "".join(map(chr, (0xA0, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000)))
_MISLEADING = expression(rf"(?:[ \-]*| *(?:- )?[\w.-]+:)([{_STRANGE}]+)")


def strange_spaces(text: str, path: str, first_line: int) -> tuple[Diagnostic, ...]:
    """An error for each strange space in an indent or after a field's colon, where it misleads."""
    if not any(space in text for space in _STRANGE):
        return ()
    found = tuple(
        error(
            "yaml-syntax",
            "A no-break space stands here, where YAML wants a plain one; it looks the same.",
            Location(path, number, match.start(1) + 1, len(match[1])),
            "Delete it, and type a space.",
        )
        for number, line in enumerate(text.split("\n"), first_line)
        if (match := _MISLEADING().match(line))
    )
    return first_of(found, Location(path))
