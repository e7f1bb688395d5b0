"""Diagnostics as SARIF 2.1.0 (OASIS standard), which code scanning and editors read."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from builder import __version__
from builder.ground.codes import CODES
from builder.ground.diagnostics import Diagnostic, Edit, Fix, Location
from builder.ground.ways import below

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report(diagnostics: Sequence[Diagnostic], base: str = "", docs: str = "") -> str:
    """One log with one run, also when there is nothing to tell.

    Args:
        diagnostics: What is told, in order.
        base: What is put before each path: the way from where the user stands to the site.
        docs: The address of the folder with a page for each code, which ends with a slash; ""
            where it has none on the web.
    """
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Backstory",
                        "version": __version__,
                        "rules": [_rule(code, docs) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(d, codes.index(d.code), base) for d in diagnostics],
            }
        ],
    }
    return json.dumps(log, indent=1) + "\n"


def _rule(code: str, docs: str) -> dict[str, Any]:
    known = CODES.get(code)
    return {
        "id": code,
        **({"shortDescription": {"text": known.meaning}} if known else {}),
        **({"helpUri": f"{docs}{code}.md"} if docs else {}),
        "help": {"text": f"Type “backstory explain {code}”."},
    }


def _result(diagnostic: Diagnostic, rule: int, base: str) -> dict[str, Any]:
    related = [
        {**_place(place, base), "message": {"text": message}}
        for place, message in diagnostic.related
    ]
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": str(diagnostic.severity),
        "message": {"text": " ".join(filter(None, [diagnostic.message, diagnostic.hint]))},
        "locations": [_place(diagnostic.location, base)],
        **({"relatedLocations": related} if related else {}),
        **({"fixes": [_fix(diagnostic.fix, base)]} if diagnostic.fix else {}),
    }


def _place(location: Location, base: str) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _file(location.path, base),
            "region": _region(location),
        }
    }


def _file(path: str, base: str) -> dict[str, str]:
    return {"uri": quote(below(base, path))}


def _region(location: Location) -> dict[str, int]:
    line, column, length = location.line, location.column, location.length
    return {"startLine": line, "startColumn": column, "endColumn": column + length}


def _fix(fix: Fix, base: str) -> dict[str, Any]:
    by_file = groupby(sorted(fix.edits), key=lambda edit: edit.location.path)
    changes = [_change(path, edits, base) for path, edits in by_file]
    return {"description": {"text": fix.title}, "artifactChanges": changes}


def _change(path: str, edits: Iterable[Edit], base: str) -> dict[str, Any]:
    return {
        "artifactLocation": _file(path, base),
        "replacements": [
            {
                "deletedRegion": _region(edit.location),
                "insertedContent": {"text": edit.replacement},
            }
            for edit in edits
        ],
    }
