"""A key that only this user on this machine knows.

A site's cache can be committed, and would then hold what a stranger says was found out. So what is
believed from there is sealed with this key. It stands beside our own compiled modules, or where
these cannot be written, in the user's cache.
"""

import os
from _blake2 import blake2b
from collections.abc import Callable, Iterator
from functools import cache

from builder.sources.compiled import load_own, write_own
from builder.sources.theme import code_folder

Seal = Callable[[bytes | memoryview], str]
_NAME = "backstory-seal.key"
_SIZE = 32


def sealing() -> Seal:
    """A function from bytes to their seal."""
    key = _key()
    return lambda data: str(blake2b(data, digest_size=16, key=key).hexdigest())


@cache
def _key() -> bytes:
    """The key, made where there is none; one that cannot be kept lasts as long as the process."""
    made = os.urandom(_SIZE)
    for folder in _folders():
        if len(kept := load_own(folder, _NAME)) == _SIZE:
            return kept
        write_own(folder, _NAME, made, 0o600)
        if load_own(folder, _NAME) == made:
            return made
    return made


def _folders() -> Iterator[str]:
    yield os.path.join(code_folder(), "__pycache__")
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    if os.path.isabs(home):
        yield home
