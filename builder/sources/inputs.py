"""Everything a build depends on, as lists of files: the site and the theme; the code itself.

Paths carry their tree in front: `site.yaml`, `content/…`, `templates/…`, `theme/…`, `code/…`.
"""

import os
import sys
from typing import NamedTuple

from builder.ground.digests import digest
from builder.sources.stats import Table, holds
from builder.sources.theme import code_folder
from builder.sources.walk import NO_STAMP, Found, look, walk


class Tools(NamedTuple):
    """What makes pages out of sources: our own code, its files with the digest of each, by path.

    `name` is a digest of it all: of our code, Python, the installed libraries.
    """

    files: tuple[Found, ...]
    held: dict[str, str]
    name: str


def tools(version: str, known: Table) -> Tools:
    """The tools of this version; `known` is the stat table of an earlier build."""
    files = own_code()
    held = {file.path: holds(file, known) for file in files}
    python = ".".join(map(str, sys.version_info[:3]))
    ours = [f"{path} {data}" for path, data in held.items()]
    name = digest("\n".join([version, python, *libraries(), *ours]).encode())
    return Tools(files, held, name)


def own_code() -> tuple[Found, ...]:
    """The files of our own code."""
    return tuple(file for file in walk(code_folder(), "code") if file.path.endswith(".py"))


def inputs(root: str, theme: str) -> tuple[Found, ...]:
    """The files that a build of the site in `root` reads, with the default theme in `theme`."""
    settings = look("site.yaml", os.path.join(root, "site.yaml"), hard_links=False)
    return (
        *([settings] if settings else []),
        *tree(root, "content"),
        *tree(root, "templates"),
        *([] if is_own_theme(root, theme) else walk(theme, "theme")),
    )


def tree(root: str, name: str) -> list[Found]:
    """The files of a folder of the site, their paths relative to its root."""
    folder = os.path.join(root, name)
    if os.path.islink(folder):
        return [Found(name, folder, NO_STAMP, "symlink")]
    return walk(folder, name, hard_links=False)


def is_own_theme(root: str, theme: str) -> bool:
    """Whether the site's templates/ is the default theme itself, as in Backstory's repository."""
    return os.path.realpath(os.path.join(root, "templates")) == os.path.realpath(theme)


def libraries() -> list[str]:
    """The names and versions of the installed libraries.

    Each leaves a folder `name-version.dist-info` (PyPA, "Recording installed projects"); reading
    names costs a thousandth of a second, importlib.metadata thirty-seven.
    """
    names: set[str] = set()
    for folder in sys.path:
        try:
            names.update(name for name in os.listdir(folder or ".") if name.endswith(".dist-info"))
        except OSError:
            continue
    return sorted(names)
