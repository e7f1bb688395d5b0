"""A whole output folder: do all links inside it lead somewhere?"""

import os
import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from builder.audit.pages import Leads, Page, read_page
from builder.ground.diagnostics import Diagnostic, error, in_order

_MISSING_PAGE = "404.html"
_DIRECTIVE = ":~:"  # what follows is for the browser alone (URL Fragment Text Directives)


def audit(folder: Path, shown: str = "") -> tuple[Diagnostic, ...]:
    """What is wrong with the finished pages in `folder`: links, anchors, ids, pictures.

    Args:
        folder: An output folder.
        shown: What stands before the paths of its files in the places of the diagnostics.

    Returns:
        The diagnostics in order: `broken-link`, `broken-anchor`, `duplicate-id`, `missing-alt`.
    """
    files = frozenset(_files(folder))
    pages = {
        path: read_page((folder / path).read_text("utf-8"), posixpath.join(shown, path))
        for path in sorted(files)
        if path.endswith(".html")
    }
    faults = [fault for page in pages.values() for fault in page.faults]
    for path, page in pages.items():
        # 404.html is served at any depth: its addresses begin at the root of the host.
        if path != _MISSING_PAGE:
            faults += [f for lead in page.leads for f in _broken(lead, path, files, pages)]
    return in_order(faults)


def _files(folder: Path) -> Iterator[str]:
    for directory, _, names in os.walk(folder):
        for name in names:
            yield Path(directory, name).relative_to(folder).as_posix()


def _broken(
    lead: Leads, here: str, files: frozenset[str], pages: Mapping[str, Page]
) -> Iterator[Diagnostic]:
    parts = urlsplit(lead.address)
    if parts.scheme or parts.netloc:
        return
    way = posixpath.join(posixpath.dirname(here), unquote(parts.path)) if parts.path else here
    target = posixpath.normpath(way)
    if parts.path.endswith("/") or target == posixpath.curdir:
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    anchor = unquote(parts.fragment.partition(_DIRECTIVE)[0])
    if target not in files:
        yield error(
            "broken-link",
            f"The link “{lead.address}” leads to no file of the output.",
            lead.location,
            "Look at the template that writes this link.",
        )
    elif anchor and target in pages and anchor not in pages[target].ids:
        yield error(
            "broken-anchor",
            f"The link “{lead.address}” leads to a place that its page does not have.",
            lead.location,
            "Look at the template that writes this link, or the id it leads to.",
        )
