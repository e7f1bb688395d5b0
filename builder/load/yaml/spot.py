"""What is known of a place that the YAML parser could not read, and what is said of it."""

from collections.abc import Sequence

from builder.ground.values import Value


class Spot(Value, frozen=True):
    """What the parser says, and the line it says it of. Line and column from 0."""

    problem: str
    context: str
    line: int
    column: int
    begun: tuple[int, int] | None
    lines: Sequence[str]

    @property
    def text(self) -> str:
        """The line."""
        return self.lines[self.line]

    @property
    def char(self) -> str:
        """The character at the place, or ""."""
        return self.text[self.column : self.column + 1]

    @property
    def before(self) -> str:
        """The line up to the place."""
        return self.text[: self.column].rstrip()


class Sentence(Value, frozen=True):
    """A message and a hint about a `Spot`.

    `begins`: the line and column to tell it at, from 0, where that is not the spot itself: where an
    open quotation mark stands, say. `is_closed`: what begins there is closed before the spot.
    """

    message: str
    hint: str
    begins: tuple[int, int] | None = None
    is_closed: bool = False
