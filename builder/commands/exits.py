"""Exit codes, and the one form in which a command says why it did not do its work."""

import sys

from builder.commands.saying import say

DONE = 0
CONTENT = 1
CUT_OFF = 1
REFUSED = 2
INTERNAL = 3
INTERRUPTED = 130


_COMMAND = "##["
"""Begins a command anywhere in a line of a log on GitHub (actions/runner, ActionCommand.cs)."""


def ended(sentence: str, hint: str, code: int) -> int:
    """Say it on stderr, with the hint below. Returns `code`.

    It can quote the name of a file that a stranger chose, and commands nobody.
    """
    from builder.commands.reports.cells import printable
    from builder.commands.reports.style import style_for

    style = style_for(sys.stderr)
    lines = [f"{style('error', 'backstory:')} {printable(sentence)}"]
    if hint:
        lines.append(f"  {style('hint', printable(hint))}")
    say("\n".join(lines).replace(_COMMAND, "#<U+0023>["), err=True)
    return code
