"""Whether the builder's own code, in a checkout, is still what this process runs."""

from collections.abc import Callable
from pathlib import Path

from builder.sources.walk import FoundFile, walk


def outdated(folder: str) -> Callable[[], bool]:
    """A function that tells whether the code in `folder` has become another since this call.

    Code that does not compile is not another yet: to start it would end the preview. Somebody is
    still writing it.
    """
    started = frozenset(_code(folder))

    def is_outdated() -> bool:
        now = _code(folder)
        return now != started and all(_compiles(file) for file in now - started)

    return is_outdated


def _code(folder: str) -> frozenset[FoundFile]:
    """The modules in a folder, each with its stamp."""
    return frozenset(file for file in walk(folder) if file.path.endswith(".py"))


def _compiles(file: FoundFile) -> bool:
    """Whether a module can be read as Python."""
    try:
        compile(Path(file.disk).read_bytes(), file.path, "exec", dont_inherit=True)
    except (OSError, SyntaxError, ValueError):
        return False
    return True
