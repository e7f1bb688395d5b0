"""Compiled templates, kept where Python keeps our own compiled modules, and trusted as far."""

import os
import sys

from builder.sources.theme import code_folder

_FOLDER = os.path.join(code_folder(), "__pycache__")


def load_compiled(name: str) -> bytes:
    """What was kept of the template of that name; b"" where nothing was."""
    try:
        with open(_place(name), "rb") as file:
            return file.read()
    except OSError:
        return b""


def keep_compiled(name: str, code: bytes) -> None:
    """Keep a compiled template for the next build; one that cannot be kept is made again then."""
    if sys.dont_write_bytecode:
        return
    place = _place(name)
    staged = f"{place}.{os.getpid()}"
    try:
        os.makedirs(_FOLDER, exist_ok=True)
        with open(staged, "wb") as file:
            file.write(code)
        os.replace(staged, place)
    except OSError:
        return


def _place(name: str) -> str:
    plain = "".join(c if c.isalnum() or c in "-_" else "." for c in name)
    return os.path.join(_FOLDER, f"template-{plain}.{sys.implementation.cache_tag}")
