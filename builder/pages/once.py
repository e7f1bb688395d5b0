"""Values that are made once, when they are first asked for."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Once(dict[K, V]):
    """Values by what they are made of; to find one that is there costs no call of ours."""

    def __init__(self, make: Callable[[K], V]) -> None:
        """Make them with this function."""
        super().__init__()
        self._make = make

    def __missing__(self, key: K) -> V:
        """The value, made now."""
        self[key] = self._make(key)
        return self[key]
