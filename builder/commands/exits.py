"""Exit codes, and the one form in which a command says why it did not do its work."""

import sys

from builder.commands.saying import say

DONE = 0
CONTENT = 1
CUT_OFF = 1
REFUSED = 2
INTERNAL = 3
INTERRUPTED = 130


def ended(sentence: str, hint: str, code: int) -> int:
    """Say it on stderr, with the hint below. Returns `code`."""
    from builder.commands.reports.cells import harmless
    from builder.commands.reports.style import style_for

    style = style_for(sys.stderr)
    lines = [f"{style('error', 'backstory:')} {harmless(sentence)}"]
    if hint:
        lines.append(f"  {style('hint', harmless(hint))}")
    say("\n".join(lines), err=True)
    return code
