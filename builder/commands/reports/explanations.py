"""Why each page was made, in lines."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from builder.build.request import Explanation, Reason

MOST = 20
"""So many pages of a reason are named, where it is not known which of their fields differ."""
UNKNOWN = (
    "Which fields differ is not known: the cache was emptied, or the last build had other options."
)


def why_made(explanations: Iterable[Explanation]) -> str:
    """Lines such as `people/x/index.html: view-changed: line “A” → “B”`; of many, the number."""
    ordered = sorted(explanations, key=lambda one: (one.reason, one.path))
    return "\n".join(
        line
        for reason, pages in groupby(ordered, key=lambda one: one.reason)
        for line in _lines(reason, list(pages))
    )


def _lines(reason: Reason, pages: list[Explanation]) -> Iterator[str]:
    """What is said of the pages of one reason, by their paths."""
    plain = [page for page in pages if not page.differences]
    hidden = {page.path for page in plain[MOST:]}
    for page in pages:
        if page.path not in hidden:
            yield from (f"{page.path}: {reason}{what}" for what in _differences(page))
    if hidden:
        yield f"and {len(hidden)} more: {reason}"
    if reason is Reason.VIEW and any(page.path.endswith(".html") for page in plain):
        yield UNKNOWN


def _differences(page: Explanation) -> Iterable[str]:
    return [f": {difference}" for difference in page.differences] or [""]
