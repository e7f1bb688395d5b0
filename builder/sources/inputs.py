"""Everything a build depends on: the files of the site and of the theme; the toolchain.

Paths carry their tree in front: `site.yaml`, `content/…`, `templates/…`, `theme/…`.
"""

import os
import sys

from builder import __version__
from builder.ground.digests import digest
from builder.sources.theme import code_folder
from builder.sources.walk import NO_STAMP, FoundFile, look, walk


def toolchain() -> str:
    """What names the makers of pages: our own code, Python, installed libraries.

    A module is known by its size and mtime: where these are the old ones, Python too goes on with
    what it has compiled (Language Reference, "Cached bytecode invalidation"). To read them all
    would cost the first build of a small site a twentieth more.
    """
    ours = (file for file in walk(code_folder()) if file.path.endswith(".py"))
    modules = [(file.path, file.stamp.split(" ")[:2]) for file in ours]
    return digest(repr((__version__, sys.version_info[:3], _libraries(), modules)).encode())


def inputs(root: str, theme: str) -> tuple[FoundFile, ...]:
    """The files that a build of the site in `root` reads, with the default theme in `theme`."""
    settings = look("site.yaml", os.path.join(root, "site.yaml"), hard_links=False)
    return (
        *([settings] if settings else []),
        *tree(root, "content"),
        *tree(root, "templates"),
        *([] if _is_own_theme(root, theme) else walk(theme, "theme")),
    )


def tree(root: str, name: str) -> list[FoundFile]:
    """The files of a folder of the site, their paths relative to its root."""
    folder = os.path.join(root, name)
    if os.path.islink(folder):
        return [FoundFile(name, folder, NO_STAMP, "symlink")]
    return walk(folder, name, hard_links=False)


def _is_own_theme(root: str, theme: str) -> bool:
    """Whether the site's templates/ is the default theme itself, as in Backstory's repository."""
    return os.path.realpath(os.path.join(root, "templates")) == os.path.realpath(theme)


def _libraries() -> list[str]:
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
