"""Diagnostics for programs: JSON, an object on each line (https://jsonlines.org).

In ASCII, so that no terminal or pipe with another encoding can spoil it.
"""

import json
from collections.abc import Sequence
from typing import Any

from builder.ground.diagnostics import Diagnostic, Fix, Location
from builder.ground.ways import below


def report(diagnostics: Sequence[Diagnostic], base: str = "") -> str:
    """A line for each diagnostic; "" for none. The fields are described in docs/commands.md.

    `base` is put before each path: the way from where the user stands to the site.
    """
    return "".join(json.dumps(_diagnostic(diagnostic, base)) + "\n" for diagnostic in diagnostics)


def _diagnostic(diagnostic: Diagnostic, base: str) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        **_place(diagnostic.location, base),
        "hint": diagnostic.hint,
        "related": [
            {**_place(related.location, base), "message": related.message}
            for related in diagnostic.related
        ],
        "fix": _fix(diagnostic.fix, base) if diagnostic.fix else None,
    }


def _place(location: Location, base: str) -> dict[str, Any]:
    return {
        "path": below(base, location.path),
        "line": location.line,
        "column": location.column,
        "length": location.length,
    }


def _fix(fix: Fix, base: str) -> dict[str, Any]:
    edits = [{**_place(edit.location, base), "replacement": edit.replacement} for edit in fix.edits]
    return {"title": fix.title, "edits": edits}
