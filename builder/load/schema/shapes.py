"""A class of the model as a format: the fields that may be written, and what reads each."""

from collections.abc import Mapping
from typing import Any

from builder.ground.values import Value
from builder.load.schema.context import Decoder


class Field(Value, frozen=True):
    """A field that may be written: its type without `Annotated` and None, and its decoder.

    `takes_one`: a single value may stand for its list.
    """

    name: str
    type: Any
    description: str
    is_required: bool
    takes_one: bool
    decode: Decoder


class Shape(Value, frozen=True):
    """A class of the model as a format. `shorthand`: the field that a plain text stands for."""

    type: type[Any]
    noun: str
    fields: Mapping[str, Field]
    required: tuple[Field, ...]
    shorthand: str
