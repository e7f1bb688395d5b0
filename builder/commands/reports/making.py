"""Why each page was made, in lines."""

from collections.abc import Iterable
from itertools import groupby

from builder.build.explanations import Explanation

MOST = 20
"""Pages of one reason that are named, where nothing is known of what differs in them."""


def why_made(explanations: Iterable[Explanation]) -> str:
    """A line for each page, and what differs; of many with one plain reason, how many."""
    lines: list[str] = []
    ordered = sorted(explanations, key=lambda one: (one.reason, one.path))
    for reason, group in groupby(ordered, key=lambda one: one.reason):
        pages = list(group)
        plain = [page for page in pages if not page.differences]
        hidden = {page.path for page in plain[MOST:]}
        for page in pages:
            if page.path not in hidden:
                lines.append(f"{page.path}: {reason}")
                lines += [f"    {difference}" for difference in page.differences]
        if hidden:
            lines.append(f"and {len(hidden)} more: {reason}")
    return "\n".join(lines)
