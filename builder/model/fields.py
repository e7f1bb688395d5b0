"""The fields of the model's classes."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def field_names(value: object) -> tuple[str, ...]:
    """The names of a value's fields; none for one that is no dataclass."""
    cls: Any = type(value)  # mypy takes the __hash__ of a frozen dataclass for that of its class
    return _names(cls)


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls)) if is_dataclass(cls) else ()
