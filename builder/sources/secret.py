"""A key that only this copy of Backstory on this machine knows.

A site's cache can be committed, and would then hold what a stranger says was found out. So what is
believed from there is sealed with this key, which stands beside our own compiled modules.
"""

import os
from _blake2 import blake2b
from collections.abc import Callable
from functools import cache

from builder.sources.compiled import load_own, write_own

Seal = Callable[[bytes], str]
_NAME = "seal.key"
_SIZE = 32


def sealing() -> Seal:
    """A function from bytes to their seal."""
    key = _key()
    return lambda data: str(blake2b(data, digest_size=16, key=key).hexdigest())


@cache
def _key() -> bytes:
    """The key, made where there is none; one that cannot be kept lasts as long as the process."""
    kept = load_own(_NAME)
    if len(kept) == _SIZE:
        return kept
    made = os.urandom(_SIZE)
    write_own(_NAME, made, 0o600)
    return made
