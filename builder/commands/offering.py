"""What to type next, behind what is wrong."""

import shlex
from collections import Counter
from collections.abc import Sequence

from builder.commands.reports.cells import printable
from builder.commands.saying import say
from builder.ground.diagnostics import Diagnostic
from builder.ground.ways import below, way_to


def offer_fixes(diagnostics: Sequence[Diagnostic], root: str) -> None:
    """Name the command that mends what is safe, where any of it is."""
    if mendable := sum(found.fix is not None for found in diagnostics):
        command = typed("check", way_to(root), "--fix")
        say(f"To mend {mendable} of them: {command}", err=True)


def offer_draft(diagnostics: Sequence[Diagnostic], root: str) -> None:
    """Name the draft command for the article in which most quotations have no entry."""
    asking = Counter(told.location.path for told in diagnostics if told.code == "quote-unindexed")
    if asking:
        way = way_to(root)
        ((path, _),) = asking.most_common(1)
        command = typed("draft", below(way, path), way)
        say(f"To begin the entries that it asks for: {command}", err=True)


def typed(*words: str) -> str:
    """The command `backstory` with these words, but for empty ones, as a shell takes it."""
    return printable(shlex.join(("backstory", *filter(None, words))))
