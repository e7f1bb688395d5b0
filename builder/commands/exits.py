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
    """Say it on stderr, with the hint below. Returns `code`."""
    from builder.commands.reports.style import style_for

    style = style_for(sys.stderr)
    lines = [f"{style('error', 'backstory:')} {harmless(sentence)}"]
    if hint:
        lines.append(f"  {style('hint', harmless(hint))}")
    say("\n".join(lines), err=True)
    return code


def harmless(words: str) -> str:
    """Words that command neither a terminal nor a log on GitHub.

    They can quote the name of a file or folder that a stranger chose.
    """
    from builder.commands.reports.cells import printable

    return printable(words).replace(_COMMAND, "#<U+0023>[")
