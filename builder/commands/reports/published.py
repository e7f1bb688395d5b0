"""What publishing would change, shown before it is done."""

from collections.abc import Sequence

from builder.build.request import page_count
from builder.commands.reports.cells import printable
from builder.commands.reports.style import Style
from builder.ground.diagnostics import counted
from builder.publish.branch import Branch
from builder.publish.changes import Changes

MOST = 20


def what_changes(found: Changes, to: Branch, home: str, style: Style) -> str:
    """The pages and files that come, change and go, some of each; then how many in all."""
    where = f"{to.name} on {to.remote}" + (f", for {home}" if home else "")
    lines = [f"This would change {printable(where)}:"]
    counts: list[str] = []
    for sign, role, deed, paths in (
        ("+", "good", "added", found.added),
        ("~", "hint", "changed", found.changed),
        ("-", "error", "removed", found.removed),
    ):
        shown = _pages_first(paths)
        lines += [f"  {style(role, sign)} {printable(path)}" for path in shown[:MOST]]
        if len(paths) > MOST:
            lines.append(f"  {style(role, sign)} … and {len(paths) - MOST} more")
        if paths:
            counts.append(f"{deed}: {_count(paths)}")
    return "\n".join([*lines, "; ".join(counts) + "."])


def _pages_first(paths: Sequence[str]) -> list[str]:
    """Pages for readers before style, pictures and data."""
    return sorted(paths, key=lambda path: (not path.endswith(".html"), path))


def _count(paths: Sequence[str]) -> str:
    """How many pages and other files there are."""
    pages = page_count(paths)
    kinds = ((pages, "page"), (len(paths) - pages, "other file" if pages else "file"))
    return " and ".join(counted(n, noun) for n, noun in kinds if n)
