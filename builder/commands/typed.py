"""Commands as they are typed, for messages that name one."""

import shlex

from builder.commands.reports.cells import printable


def typed(*words: str) -> str:
    """The command `backstory` with these words, but for empty ones, as a shell takes it."""
    return printable(shlex.join(("backstory", *filter(None, words))))
