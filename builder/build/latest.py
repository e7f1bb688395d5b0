"""What one process keeps in memory between two runs of `build.understanding.understand`.

Each value stands under the key of what it was made from, so it is as good as made anew; of the
frame, of the templates and of each article only the latest is kept. The preview lives on this; a
build begins with nothing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from builder.build.study.student import AtHand

if TYPE_CHECKING:  # of these the renderer brings jinja2 with it
    from builder.build.study.framing import Framed
    from builder.render.renderer import Renderer

T = TypeVar("T")


class Latest(Generic[T]):
    """A cache of one value: the one that was made last, under the key of what it was made from."""

    def __init__(self) -> None:
        self._held: tuple[str, T] | None = None

    def get(self, key: str, make: Callable[[], T]) -> T:
        """The value of this key: the one that is held, else a new one."""
        if self._held is None or self._held[0] != key:
            self._held = key, make()
        return self._held[1]


class Kept:
    """What is kept of a site between two runs.

    `frame`: the site without its articles. `at_hand`: what is known of the articles. `renderer`:
    the templates, ready to be used.
    """

    def __init__(self) -> None:
        self.frame: Latest[Framed] = Latest()
        self.at_hand = AtHand()
        self.renderer: Latest[Renderer] = Latest()
