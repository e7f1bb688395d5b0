"""Everything a build depends on, as a list of files: the site, the theme, and the code itself.

Paths carry their tree in front: `site.yaml`, `content/…`, `templates/…`, `theme/…`, `code/…`.
"""

import os
import sys
from collections.abc import Iterable, Mapping

from builder.ground.digests import digest
from builder.sources.stats import Table, holds
from builder.sources.theme import code_folder
from builder.sources.walk import NO_STAMP, Found, look, walk


def inputs(root: str, theme: str) -> tuple[Found, ...]:
    """The files a build of the site in `root` with the default theme in `theme` depends on."""
    settings = look("site.yaml", os.path.join(root, "site.yaml"), hard_links=False)
    return (
        *([settings] if settings else []),
        *tree(root, "content"),
        *tree(root, "templates"),
        *([] if is_own_theme(root, theme) else _named("theme", walk(theme))),
        *_named("code", (file for file in walk(code_folder()) if file.path.endswith(".py"))),
    )


def tree(root: str, name: str) -> list[Found]:
    """The files of a folder of the site, their paths relative to its root."""
    folder = os.path.join(root, name)
    if os.path.islink(folder):
        return [Found(name, folder, NO_STAMP, "symlink")]
    return _named(name, walk(folder, hard_links=False))


def is_own_theme(root: str, theme: str) -> bool:
    """Whether the site's templates/ is the default theme itself, as in Backstory's repository."""
    return os.path.realpath(os.path.join(root, "templates")) == os.path.realpath(theme)


def code_digests(files: Iterable[Found], known: Table) -> dict[str, str]:
    """The digests of those of the inputs that are our own code, by path."""
    return {file.path: holds(file, known) for file in files if file.path.startswith("code/")}


def toolchain(code: Mapping[str, str], version: str) -> str:
    """A digest of what makes pages out of sources: our code, Python, the installed libraries."""
    ours = [f"{path} {held}" for path, held in code.items()]
    python = ".".join(map(str, sys.version_info[:3]))
    return digest("\n".join([version, python, *libraries(), *ours]).encode())


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


def _named(name: str, files: Iterable[Found]) -> list[Found]:
    """The files with the name of their tree in front."""
    return [file._replace(path=f"{name}/{file.path}".rstrip("/")) for file in files]
