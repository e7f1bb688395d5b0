"""The diagnostics as HTML over the page: errors in an open dialog, warnings behind a small count.

All of it is escaped and plain ASCII, so it can be put after a page of any encoding that browsers
read as ASCII's superset. It works without script: `<dialog open>`, `<form method="dialog">` and
`<details>` are the browser's own.
"""

from collections.abc import Iterable
from html import escape
from pathlib import PurePosixPath
from posixpath import basename

from builder.ground.diagnostics import Diagnostic, Location, Related, Severity, counted
from builder.sources.lines import Lines

MOST = 50
"""More than an editor mends at once; the rest is counted."""
WIDEST = 160
"""Characters of a source line shown; of a longer line, those around the place."""


def overlay(diagnostics: Iterable[Diagnostic], lines: Lines, *, ok: bool) -> str:
    """The HTML that tells the diagnostics of a build, "" where there are none.

    Errors stand before warnings. `lines` are those of the site's files. `ok` is false when the
    build failed, and what is shown is the last good page.
    """
    listed = sorted(diagnostics, key=lambda diagnostic: diagnostic.severity)  # e before w
    told = "".join(_item(diagnostic, lines) for diagnostic in listed[:MOST])
    left = len(listed) - MOST
    more = f"<p>… and {left} more: see the terminal.</p>" if left > 0 else ""
    if not ok:
        text = _dialog(_count(listed), f"<ol>{told}</ol>{more}")
    elif listed:
        text = f"<details><summary>{_count(listed)}</summary><ol>{told}</ol>{more}</details>"
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


def _count(diagnostics: list[Diagnostic]) -> str:
    """How many of each kind, in words."""
    kinds = [diagnostic.severity for diagnostic in diagnostics]
    return " and ".join(counted(n, kind) for kind in Severity if (n := kinds.count(kind)))


def _item(diagnostic: Diagnostic, lines: Lines) -> str:
    """One diagnostic."""
    line = source_line(diagnostic.location, lines)
    related = "".join(_related(further) for further in diagnostic.related)
    return (
        f'<li class="{escape(diagnostic.severity)}"><p><b>{escape(diagnostic.severity)}</b> '
        f"<bdi>{escape(diagnostic.message)}</bdi> <small>{escape(diagnostic.code)}</small></p>"
        f"<p>{_place(diagnostic.location)}</p>{_excerpt(line, diagnostic.location)}"
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


def source_line(place: Location, lines: Lines) -> str:
    """The line of a place, without its end; "" where the site has no such file or line."""
    path = PurePosixPath(place.path)
    if path.is_absolute() or ".." in path.parts:
        return ""
    found = lines(place.path)
    return found[place.line - 1] if 0 < place.line <= len(found) else ""
