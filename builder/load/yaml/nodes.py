"""What YAML is once read: scalars, sequences and mappings, each with its place in the file.

Every scalar is a text; what it means (a date, a yes or no) is for the field that holds it to say.
"""

from typing import Literal, TypeAlias

from builder.ground.diagnostics import Location
from builder.ground.text import BLANK
from builder.ground.values import Value

Style = Literal["plain", "single", "double", "literal", "folded"]


class Scalar(Value, frozen=True):
    """A text in NFC. It begins at `line` and `column` of the file, from 1, and ends on `last_line`.

    `length` is that of its source on its first line. Flat, because a site has tens of thousands.
    """

    text: str
    path: str
    line: int
    column: int
    length: int = 0
    style: Style = "plain"
    last_line: int = 0

    @property
    def location(self) -> Location:
        """Where it stands."""
        return Location(self.path, self.line, self.column, self.length)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was given: nothing that is seen, or a plain `~` or `null`."""
        text = self.text
        is_unseen = not text or text.isspace() or (text[0] in BLANK and not text.strip(BLANK))
        return is_unseen or (self.style == "plain" and text in ("~", "null"))


class Sequence(Value, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    location: Location


class Mapping(Value, frozen=True):
    """Keys and values, in the order of the file; every key once."""

    pairs: tuple["Pair", ...]
    location: Location

    def get(self, key: str) -> "Node | None":
        """The value of `key`, or None."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping
Pair: TypeAlias = tuple[Scalar, Node]
