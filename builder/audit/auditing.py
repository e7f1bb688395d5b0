"""Finished pages, judged together: do all links inside the site lead somewhere?"""

import os
import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from builder.audit.pages import FinishedPage, WrittenLink, read_page
from builder.ground.diagnostics import Diagnostic, Related, error, in_order
from builder.pages.addresses import NOT_FOUND

_FEW = 3
"""Further places that are named of what is missing."""
_LOOK = "Look at the template that writes this link."
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
        for link in page.links if path != NOT_FOUND else ():
            if broken := _broken(link, path, files, pages):
                alike[broken.missing].append(broken.fault)
    return in_order([*faults, *map(_first_of, alike.values())])


def _first_of(alike: Sequence[Diagnostic]) -> Diagnostic:
    """One diagnostic for links that miss the same: a template writes its fault on many pages."""
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


class _Broken(NamedTuple):
    """A link that leads nowhere: the file or the `#anchor` that is missing, and the fault."""

    missing: str
    fault: Diagnostic


def _broken(
    link: WrittenLink, here: str, files: Set[str], pages: Mapping[str, FinishedPage]
) -> _Broken | None:
    """What is missing where a link on the page `here` leads; None where it leads somewhere."""
    try:
        parts = urlsplit(link.address)
    except ValueError:
        message = f"The link “{link.address}” is no address: its brackets or its host are at fault."
        return _Broken(link.address, error("broken-link", message, link.location, _LOOK))
    if parts.scheme or parts.netloc:
        return None
    target = _target(parts.path, here)
    anchor = unquote(parts.fragment.partition(_DIRECTIVE)[0])
    if target not in files:
        message = f"The link “{link.address}” leads to no file of the output."
        return _Broken(target, error("broken-link", message, link.location, _LOOK))
    if not anchor or target not in pages or anchor in pages[target].ids:
        return None
    message = f"The link “{link.address}” leads to a place that its page does not have."
    hint = f"Look at the template that writes this link, or should write the id “{anchor}”."
    return _Broken(f"#{anchor}", error("broken-anchor", message, link.location, hint))


def _target(path: str, here: str) -> str:
    """The file that the path of an address, written on the page `here`, names."""
    way = posixpath.join(posixpath.dirname(here), unquote(path)) if path else here
    target = posixpath.normpath(way)
    if path.endswith("/") or target == posixpath.curdir:
        return posixpath.normpath(posixpath.join(target, "index.html"))
    return target
