"""Diagnostics as annotations of a run on GitHub.

The form is that of the workflow commands `error` and `warning`; its escapes are those of the
toolkit that GitHub publishes (actions/toolkit, packages/core/src/command.ts).
"""

from collections.abc import Sequence

from builder.commands.reports.cells import printable
from builder.ground.diagnostics import Diagnostic
from builder.ground.ways import below, place_below

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def report(diagnostics: Sequence[Diagnostic], base: str = "") -> str:
    """A line for each diagnostic; "" for none. `base` leads from the repository to the site."""
    return "".join(_annotation(diagnostic, base) + "\n" for diagnostic in diagnostics)


def _annotation(diagnostic: Diagnostic, base: str) -> str:
    """`::error file=…,line=…,col=…,endColumn=…,title=code::message`."""
    place = diagnostic.location
    properties = {
        "file": below(base, place.path),
        "line": str(place.line),
        "col": str(place.column),
        **({"endColumn": str(place.column + place.length)} if place.length else {}),
        "title": diagnostic.code,
    }
    listed = ",".join(f"{key}={_escaped(text, _IN_PROPERTY)}" for key, text in properties.items())
    return f"::{diagnostic.severity} {listed}::{_escaped(_message(diagnostic, base), _IN_MESSAGE)}"


def _message(diagnostic: Diagnostic, base: str) -> str:
    further = [f"{place_below(base, at)}: {message}" for at, message in diagnostic.related]
    return "\n".join(filter(None, [diagnostic.message, diagnostic.hint, *further]))


def _escaped(text: str, escapes: dict[int, str]) -> str:
    return printable(text.translate(escapes))
