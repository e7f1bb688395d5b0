"""Which folders are watched, and which of the names that change in them matter.

Every folder is watched by itself, none with what is below it: a link in the content that leads to
the whole disk is never followed, and caches and output are not among them at all.
"""

import os
from collections.abc import Iterator
from typing import NamedTuple

from builder.sources.walk import DEEPEST, ignored, is_text

OF_THE_SITE = ("content", "templates")
SETTINGS = "site.yaml"


class Watched(NamedTuple):
    """The site's folder, and further trees to watch: the theme, and in a checkout the code.

    All are real paths: some systems report changes under these alone.
    """

    root: str
    trees: tuple[str, ...] = ()


def watched(root: str, *further: str) -> Watched:
    """What to watch for the site in `root`, with these further trees."""
    top = os.path.realpath(root)
    own = [os.path.join(top, name) for name in OF_THE_SITE]
    trees = {os.path.realpath(path) for path in (*own, *further)}
    return Watched(top, tuple(sorted(trees)))


def folders(watch: Watched) -> frozenset[str]:
    """The folders that exist now: the site's own, and all in the trees."""
    found = {folder for tree in watch.trees for folder in _below(tree, 0)}
    return frozenset(found | ({watch.root} if os.path.isdir(watch.root) else set()))


def matters(path: str, watch: Watched) -> bool:
    """Whether a change at `path` can change the site."""
    folder, name = os.path.split(path)
    if ignored(name):
        return False
    return folder != watch.root or name == SETTINGS or path in watch.trees


def _below(folder: str, depth: int) -> Iterator[str]:
    """A folder and those in it, without following links."""
    try:
        with os.scandir(folder) as listing:
            inner = [e.path for e in listing if e.is_dir(follow_symlinks=False)]
    except OSError:
        return
    yield folder
    if depth < DEEPEST:
        for path in inner:
            if not ignored(os.path.basename(path)) and is_text(path):
                yield from _below(path, depth + 1)
