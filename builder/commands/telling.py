"""Diagnostics to the user: as text on stderr, or for programs, as data, on stdout."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from builder.commands.saying import say
from builder.ground.diagnostics import Diagnostic
from builder.ground.ways import way_to
from builder.sources.theme import diagnostics_folder

_Data = Literal["json", "github", "sarif"]
Form = Literal["text", _Data]
FORMS: tuple[Form, ...] = get_args(Form)


def tell(
    diagnostics: Sequence[Diagnostic], root: str, form: Form, made: Mapping[str, str] | None = None
) -> None:
    """Say all diagnostics of the site in `root`; in SARIF also that there are none.

    `made` are the texts, by path, of pages that were made to be judged and not written.
    """
    if form != "text":
        say(_data(diagnostics, root, form), nl=False)
    elif diagnostics:
        tell_people(diagnostics, root, way_to(root), made)


def tell_people(
    diagnostics: Sequence[Diagnostic],
    root: str,
    way: str,
    made: Mapping[str, str] | None = None,
    told: Sequence[Diagnostic] = (),
) -> None:
    """Say diagnostics of the site in `root`, to which `way` leads, as text on stderr.

    Warnings that were `told` before are only counted.
    """
    from builder.commands.reports.cells import room_on
    from builder.commands.reports.style import style_for
    from builder.commands.reports.text import report
    from builder.sources.lines import lines_in

    lines, style, room = lines_in(root, made), style_for(sys.stderr), room_on(sys.stderr)
    say(report(diagnostics, lines, way, style, told, room), err=True, nl=False)


def _data(diagnostics: Sequence[Diagnostic], root: str, form: _Data) -> str:
    base = way_to(root)
    match form:
        case "json":
            from builder.commands.reports import json

            return json.report(diagnostics, base)
        case "github":
            from builder.commands.reports import github

            return github.report(diagnostics, base)
        case "sarif":
            from builder.commands.reports import sarif

            return sarif.report(diagnostics, base, _docs_address())


def _docs_address() -> str:
    """Where the pages of docs/diagnostics/ are on the web: the repository that is being checked."""
    server, repository = (os.environ.get(f"GITHUB_{name}") for name in ("SERVER_URL", "REPOSITORY"))
    here = os.path.join(os.path.realpath(os.curdir), "")
    in_checkout = os.path.realpath(diagnostics_folder()).startswith(here)
    if not (server and repository and in_checkout):
        return ""
    return f"{server}/{repository}/blob/HEAD/docs/diagnostics/"
