"""Files of ours beside the compiled modules of the package, in its `__pycache__`.

Whoever can write there can change our code as well, so they are trusted as far as that.
"""

import os
import sys
from contextlib import suppress

from builder.sources.theme import code_folder

_FOLDER = os.path.join(code_folder(), "__pycache__")


def load_compiled(name: str) -> bytes:
    """What `keep_compiled` kept under that name; b"" where nothing is."""
    return load_own(_FOLDER, _compiled(name))


def keep_compiled(name: str, data: bytes) -> None:
    """Keep what was made of files of ours; what cannot be kept is made again by the next build."""
    if not sys.dont_write_bytecode:
        write_own(_FOLDER, _compiled(name), data)


def load_own(folder: str, name: str) -> bytes:
    """The bytes of a file of ours; b"" where there is none."""
    try:
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()
    except OSError:
        return b""


def write_own(folder: str, name: str, data: bytes, mode: int = 0o644) -> None:
    """Write a file of ours, where that is allowed; others see all of it or nothing."""
    place = os.path.join(folder, name)
    staged = f"{place}.{os.getpid()}"
    try:
        os.makedirs(folder, exist_ok=True)
        handle = os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with open(handle, "wb") as file:
            file.write(data)
        os.replace(staged, place)
    except OSError:
        with suppress(OSError):
            os.unlink(staged)


def _compiled(name: str) -> str:
    plain = "".join(c if c.isalnum() or c in "-_" else "." for c in name)
    return f"{plain}.{sys.implementation.cache_tag}"
