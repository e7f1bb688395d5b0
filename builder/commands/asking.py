"""Asking before a command writes or sends something."""

import sys

import click

from builder.commands.saying import say


def agreed(question: str, beforehand: str) -> bool:
    """Ask on stderr. Where nobody is there to answer, what agrees beforehand is named.

    Raises click.Abort where somebody interrupts the question.
    """
    try:
        return click.confirm(f"\n{question}", err=True)
    except click.Abort:
        if sys.stdin is not None and sys.stdin.isatty():
            raise
        say(f"\nTo agree beforehand: {beforehand}", err=True)
        return False
