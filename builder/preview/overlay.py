"""The diagnostics as HTML over the page: errors in an open dialog, warnings behind a small count.

All of it is escaped and plain ASCII, so it can be put after a page of any encoding that browsers
read as ASCII's superset. It works without script: `<dialog open>`, `<form method="dialog">` and
`<details>` are the browser's own.
"""

from html import escape
from posixpath import basename

from builder.ground.diagnostics import Location, Related, counted
from builder.preview.problems import Problem, Problems

WIDEST = 160
"""Characters of a source line shown; of a longer line, those around the place."""


def overlay(problems: Problems, *, ok: bool) -> str:
    """The HTML that tells these problems, "" where there are none.

    `ok` is false when the build failed, and what is shown is the last good page.
    """
    shown = "".join(_item(problem) for problem in problems.shown)
    total = problems.errors + problems.warnings
    left = total - len(problems.shown)
    more = f"<p>… and {left} more: see the terminal.</p>" if left else ""
    if not ok:
        text = _dialog(_count(problems), f"<ol>{shown}</ol>{more}")
    elif total:
        text = f"<details><summary>{_count(problems)}</summary><ol>{shown}</ol>{more}</details>"
    else:
        text = ""
    return text.encode("ascii", "xmlcharrefreplace").decode()


def _dialog(count: str, body: str) -> str:
    """The dialog for a build that failed."""
    return (
        '<dialog open aria-label="Problems in the content">'
        '<form method="dialog"><button>Close</button></form>'
        f"<p><strong>{count}.</strong> "
        "Until this is mended, the pages of the last good build stay, if there was one.</p>"
        f"{body}</dialog>"
    )


def _count(problems: Problems) -> str:
    """How many of each kind, in words."""
    kinds = ((problems.errors, "error"), (problems.warnings, "warning"))
    return " and ".join(counted(n, kind) for n, kind in kinds if n)


def _item(problem: Problem) -> str:
    """One diagnostic."""
    diagnostic = problem.diagnostic
    related = "".join(_related(further) for further in diagnostic.related)
    return (
        f'<li class="{escape(diagnostic.severity)}"><p><b>{escape(diagnostic.severity)}</b> '
        f"<bdi>{escape(diagnostic.message)}</bdi> <small>{escape(diagnostic.code)}</small></p>"
        f"<p>{_place(diagnostic.location)}</p>{_excerpt(problem.line, diagnostic.location)}"
        + (f"<p><bdi>{escape(diagnostic.hint)}</bdi></p>" if diagnostic.hint else "")
        + (f"<ul>{related}</ul>" if related else "")
        + "</li>"
    )


def _related(further: Related) -> str:
    """A further place."""
    return f"<li>{_place(further.location)}: <bdi>{escape(further.message)}</bdi></li>"


def _place(location: Location) -> str:
    """`file:line:column`; of a path outside the site no more than the name."""
    path = basename(location.path) if location.path.startswith("/") else location.path
    return f"<code>{escape(f'{path}:{location.line}:{location.column}')}</code>"


def _excerpt(line: str, location: Location) -> str:
    """The source line with the place marked in it; nothing for a file as a whole."""
    if not line.strip() or location[1:] == (1, 1, 0):
        return ""
    at = min(location.column - 1, len(line))
    end = min(at + max(location.length, 1), len(line))
    first = max(0, at - WIDEST // 2) if len(line) > WIDEST else 0
    last = max(min(len(line), first + WIDEST), min(end, at + WIDEST))
    before, meant, after = line[first:at], line[at : min(end, last)], line[end:last]
    return (
        f'<pre dir="auto">{"…" if first else ""}{escape(before)}<mark>{escape(meant or " ")}</mark>'
        f"{escape(after)}{'…' if last < len(line) else ''}</pre>"
    )
