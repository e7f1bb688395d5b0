"""A diagnostic is a value: what is wrong, where, and what to do about it.

Reading content never raises: it returns a value and diagnostics. Writers (terminal, JSON, SARIF)
turn the one value into their form; nothing here prints.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

_LONGEST = 2_000


class Severity(StrEnum):
    """How much a diagnostic weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Location(NamedTuple):
    """A place in a source file, as editors count: line and column from 1, columns in code points.

    `length` is the number of code points meant, on that line; 0 where only the place is known.
    A file as a whole is line 1, column 1.
    """

    path: str
    line: int = 1
    column: int = 1
    length: int = 0


class Related(NamedTuple):
    """A further place that belongs to a diagnostic, and why."""

    location: Location
    message: str


class Edit(NamedTuple):
    """The `length` code points at `location` become `replacement`; none of it leaves its line."""

    location: Location
    replacement: str


class Fix(NamedTuple):
    """A change that is safe to make for the author: all its edits, or none. `title` says it."""

    title: str
    edits: tuple[Edit, ...]


class Diagnostic(NamedTuple):
    """One fault. `code` is a stable word; `message` says it, `hint` says what to type.

    `fix` is there where a program can mend it without knowing what was meant.
    """

    code: str
    severity: Severity
    message: str
    location: Location
    hint: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    @property
    def is_error(self) -> bool:
        """Whether it stops the build."""
        return self.severity is Severity.ERROR


def error(
    code: str, message: str, location: Location, hint: str = "", *related: Related
) -> Diagnostic:
    """A fault that stops the build."""
    return Diagnostic(code, Severity.ERROR, _sentence(message), location, hint, related)


def warning(
    code: str, message: str, location: Location, hint: str = "", *related: Related
) -> Diagnostic:
    """A fault that the build survives."""
    return Diagnostic(code, Severity.WARNING, _sentence(message), location, hint, related)


def _sentence(message: str) -> str:
    """The message on one line and not endless, whatever words of the content it holds."""
    if "\n" in message:
        message = " ".join(message.split())
    return message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"


def short(words: str, length: int = 40) -> str:
    """Words of the content as a message quotes them: on one line, cut where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def counted(count: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def with_article(noun: str) -> str:
    """`a person`, `an event`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by file, line and column, each once."""
    each = dict.fromkeys(diagnostics)  # a set has another order in each run
    return tuple(sorted(each, key=lambda d: (d.location, d.code, d.message)))


def failed(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them stops the build."""
    return any(d.is_error for d in diagnostics)
