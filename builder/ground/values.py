"""Values as bytes, and back by their types: named tuples, dataclasses, texts, numbers, days.

The bytes are JSON. Equal values give equal bytes, so that a digest of them names the value.
"""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from builder.ground.digests import digest

T = TypeVar("T")

encoded: Callable[[object], bytes] = msgspec.json.encode


def decoding(kind: type[T]) -> Callable[[bytes], T]:
    """A function from bytes to a value of this type; it raises ValueError where they hold none."""
    return msgspec.json.Decoder(kind).decode


def name_of(value: object) -> str:
    """The digest that names a value."""
    return digest(encoded(value))
