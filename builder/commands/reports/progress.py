"""Which part of the work is under way, for whoever waits at a terminal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from builder.build.request import Begin, silently
from builder.commands.saying import say

JUDGE = "judge"
"""The part of `check` that comes after those of a build."""
_WORDS = {
    "read": "Reading",
    "study": "Reading the articles closely",
    "link": "Linking",
    "inspect": "Checking",
    "plan": "Planning the pages",
    "compare": "Comparing with the last build",
    "make and write": "Making the pages",
    "index for search": "Making the index for searching",
    JUDGE: "Reading the finished pages",
}
_ANEW = "\r\x1b[K"
"""Back to the beginning of the line, and the line is empty (ECMA-48, EL)."""


@contextmanager
def progress() -> Iterator[Begin]:
    """Gives the function to be told of each part as it begins: on a terminal, stderr says so.

    The words stand in one line, which the next part takes, and which is empty in the end.
    """
    stream = sys.stderr
    if stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield silently
        return
    try:
        yield _show
    finally:
        say(_ANEW, err=True, nl=False)


def _show(part: str) -> None:
    if words := _WORDS.get(part):
        say(f"{_ANEW}{words} …", err=True, nl=False)
