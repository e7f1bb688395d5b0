"""Where pages in browsers leave word of themselves, and hear when something they show changed.

It belongs to the event loop: nothing else may call it.
"""

from collections import deque
from itertools import chain
from typing import Protocol

from builder.preview.edition import Edition, Message, Seen, news

MOST_SERVED = 8
"""Pages that may be on their way at once. A crawler asks for all of them, and waits for none."""
MOST_WAITERS = 200
"""More open pages than anybody has; further ones are shown, but not reloaded."""


class Waiter(Protocol):
    """A page in a browser, at the other end of a socket. `seen` is None until it has spoken."""

    seen: Seen | None

    def tell(self, messages: tuple[Message, ...]) -> None:
        """Send these messages."""

    def close(self) -> None:
        """End the connection."""


class Reception:
    """The edition that is shown now, and the pages that wait for news."""

    def __init__(self, edition: Edition, base: str) -> None:
        self.edition = edition
        self.base = base
        self.waiters: set[Waiter] = set()
        self.served: deque[tuple[str, ...]] = deque(maxlen=MOST_SERVED)

    @property
    def full(self) -> bool:
        """Whether no further page can wait."""
        return len(self.waiters) >= MOST_WAITERS

    def attended(self) -> frozenset[str]:
        """The files that somebody looks at: those of pages that wait, and those served just now."""
        waiting = (waiter.seen.files for waiter in self.waiters if waiter.seen)
        return frozenset(chain(*self.served, *waiting))

    def begin(self) -> frozenset[str]:
        """The attended files, for a build that begins; what is served later counts for the next."""
        files = self.attended()
        self.served.clear()
        return files

    def publish(self, edition: Edition) -> None:
        """Show a new edition and tell every page what concerns it."""
        self.edition = edition
        for waiter in tuple(self.waiters):
            self.inform(waiter)

    def inform(self, waiter: Waiter) -> None:
        """Tell a page what changed since it was last told."""
        if waiter.seen is None:
            return
        messages = news(self.edition, waiter.seen, self.base)
        waiter.seen = waiter.seen._replace(run=self.edition.run, number=self.edition.number)
        if messages:
            waiter.tell(messages)

    def dismiss(self) -> None:
        """Let every page go."""
        for waiter in tuple(self.waiters):
            waiter.close()
