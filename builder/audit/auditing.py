"""Finished pages, judged together: do all links inside the site lead somewhere?"""

import os
import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from urllib.parse import unquote, urlsplit

from builder.audit.pages import FinishedPage, WrittenLink, read_page
from builder.ground.diagnostics import Diagnostic, Related, error, in_order

_MISSING_PAGE = "404.html"
_FEW = 3
"""Further places that are named of what is missing."""
_DIRECTIVE = ":~:"  # what follows is for the browser alone (URL Fragment Text Directives)


def audit(texts: Mapping[str, str], files: Set[str], shown: str = "") -> tuple[Diagnostic, ...]:
    """What is wrong with finished pages: links, anchors, ids, pictures.

    Args:
        texts: The HTML of the pages to read, by path under the output folder.
        files: The paths of all files of the site, those among them.
        shown: What stands before the paths of the pages in the places of the diagnostics.

    Returns:
        The diagnostics in order: `broken-link`, `broken-anchor` (on the pages that are read), each
        target or anchor once; `duplicate-id`, `missing-alt`, `image-unsized`.
    """
    pages = {path: read_page(text, posixpath.join(shown, path)) for path, text in texts.items()}
    faults = [fault for page in pages.values() for fault in page.faults]
    alike: dict[str, list[Diagnostic]] = defaultdict(list)
    for path, page in pages.items():
        # 404.html is served at any depth: its addresses begin at the root of the host.
        for link in page.links if path != _MISSING_PAGE else ():
            for missing, fault in _broken(link, path, files, pages):
                alike[missing].append(fault)
    return in_order([*faults, *map(_first_of, alike.values())])


def _first_of(alike: Sequence[Diagnostic]) -> Diagnostic:
    """One for faults of one kind: what a template writes stands on many pages."""
    first, *others = alike
    related = tuple(Related(one.location, "here too") for one in others[:_FEW])
    count = f" There are {len(alike)} such links." if len(others) > _FEW else ""
    return first._replace(hint=f"{first.hint}{count}", related=related)


def audit_folder(folder: Path, shown: str = "") -> tuple[Diagnostic, ...]:
    """What is wrong with all finished pages of an output folder. Raises OSError."""
    files = frozenset(_files(folder))
    pages = sorted(path for path in files if path.endswith(".html"))
    texts = {path: (folder / path).read_text("utf-8", "replace") for path in pages}
    return audit(texts, files, shown)


def _files(folder: Path) -> Iterator[str]:
    for directory, _, names in os.walk(folder):
        for name in names:
            yield Path(directory, name).relative_to(folder).as_posix()


def _broken(
    link: WrittenLink, here: str, files: Set[str], pages: Mapping[str, FinishedPage]
) -> Iterator[tuple[str, Diagnostic]]:
    """The fault of a link that leads nowhere, and what is missing: a file, or an anchor."""
    parts = urlsplit(link.address)
    if parts.scheme or parts.netloc:
        return
    way = posixpath.join(posixpath.dirname(here), unquote(parts.path)) if parts.path else here
    target = posixpath.normpath(way)
    if parts.path.endswith("/") or target == posixpath.curdir:
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    anchor = unquote(parts.fragment.partition(_DIRECTIVE)[0])
    if target not in files:
        yield (
            target,
            error(
                "broken-link",
                f"The link “{link.address}” leads to no file of the output.",
                link.location,
                "Look at the template that writes this link.",
            ),
        )
    elif anchor and target in pages and anchor not in pages[target].ids:
        yield (
            f"#{anchor}",
            error(
                "broken-anchor",
                f"The link “{link.address}” leads to a place that its page does not have.",
                link.location,
                f"Look at the template that writes this link, or should write the id “{anchor}”.",
            ),
        )
