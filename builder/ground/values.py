"""Values: classes of named fields, and every value as bytes and back by its type.

The bytes are JSON. Equal values give equal bytes, so that a digest of them names the value.
"""

import datetime  # noqa: F401  # msgspec, which loads it too, would not heed Ctrl-C, and break later
import sys
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args

from builder.ground.digests import digest

# Where msgspec cannot have this it takes typing, which has all that it wants and is loaded already.
_is_loaded = "typing_extensions" in sys.modules
sys.modules.setdefault("typing_extensions", None)  # type: ignore[arg-type]
import msgspec  # noqa: E402

if not _is_loaded:
    del sys.modules["typing_extensions"]

T = TypeVar("T")


class Value(msgspec.Struct, frozen=True, array_like=True):
    """Named fields that never change. Such a class costs a tenth of a dataclass at import.

    As bytes it is a list of what its fields hold: their names would be most of it.
    """


fields = msgspec.structs.fields
"""The fields of a class of values: their names, types as annotated, and what is required."""
replaced = msgspec.structs.replace
"""A value with other contents in some fields."""
contents = msgspec.structs.astuple
"""What the fields of a value hold, in their order."""
Raw = msgspec.Raw
"""The bytes of a value inside another, not read before somebody wants it."""


def field_names(value: object) -> tuple[str, ...]:
    """The names of a value's fields; none for one without."""
    return value.__struct_fields__ if isinstance(value, Value) else ()


@cache
def fields_with(held: type, kind: type[Value]) -> tuple[str, ...]:
    """The names of the fields that may hold a value of type `held`, or have parts that may."""
    hints: dict[str, Any] = {}
    for base in reversed(kind.__mro__):
        hints |= getattr(base, "__annotations__", {})
    return tuple(name for name in kind.__struct_fields__ if _may_hold(hints[name], held))


def _may_hold(hint: Any, held: type) -> bool:
    if hint is held:
        return True
    if is_kind(hint):
        return bool(fields_with(held, hint))
    return any(_may_hold(one, held) for one in get_args(hint))


def is_kind(type_: Any) -> bool:
    """Whether a type is a class of values."""
    return isinstance(type_, type) and issubclass(type_, Value)


encoded: Callable[[object], bytes] = msgspec.json.encode


_decoder: Callable[[Any], Any] = cache(msgspec.json.Decoder)
"""A type's decoder takes long to make, and is made once."""


def decoding(kind: type[T]) -> Callable[[bytes], T]:
    """A function from bytes to a value of this type; it raises ValueError where they hold none."""
    decode: Callable[[bytes], T] = _decoder(kind).decode
    return decode


def index(value: type[T]) -> Callable[[bytes], Callable[[str], T | None]]:
    """A function from the bytes of a mapping to a function from its keys to values.

    A value is decoded when it is asked for, and each time; what is not asked for costs nothing.
    """
    held_in, decoded = decoding(dict[str, Raw]), decoding(value)

    def indexed(data: bytes) -> Callable[[str], T | None]:
        held = held_in(data)

        def get(wanted: str) -> T | None:
            raw = held.get(wanted)
            return None if raw is None else decoded(raw)

        return get

    return indexed


def name_of(value: object) -> str:
    """The digest that names a value."""
    return digest(encoded(value))
