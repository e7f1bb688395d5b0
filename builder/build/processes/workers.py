"""Work in other processes: each is a fork of this one, so that it has all that the work needs.

It dies with its parent: nobody is left to read what it writes. What a process does not come to do
is done here, so that faults are raised where they are understood.
"""

import gc
import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import BinaryIO, NamedTuple, TypeVar

T = TypeVar("T")
OFTEN = 50_000
"""Objects after which a process looks for garbage: what it works on would else pile up in each."""
ROOM = 1_048_576
"""Bytes that may wait for their turn: else a process would stand still while another is slow."""
_LENGTH = 4
"""Bytes of the number that stands before each message."""


class Line(NamedTuple):
    """A process's end of the line to another: messages are heard in the order they were said."""

    incoming: BinaryIO
    outgoing: BinaryIO
    process: int = 0

    def say(self, message: bytes) -> None:
        """Send a message. Raises BrokenPipeError where nobody is left to hear it."""
        self.outgoing.write(len(message).to_bytes(_LENGTH) + message)
        self.outgoing.flush()

    def hear(self) -> bytes | None:
        """The next message; None where the other process has come to its end before it."""
        length = self.incoming.read(_LENGTH)
        if len(length) < _LENGTH:
            return None
        message = self.incoming.read(int.from_bytes(length))
        return message if len(message) == int.from_bytes(length) else None

    def close(self) -> None:
        """Hang up: the other process hears nothing more."""
        for end in (self.incoming, self.outgoing):
            with suppress(BrokenPipeError):
                end.close()


def spread(work: Callable[[T], bytes], items: Sequence[T], processes: int) -> Iterator[bytes]:
    """The result of the work for each item, in order; each process takes every n-th item.

    With one process, all is done here. So is the first item in any case: what it loads, every
    process then has.
    """
    if processes < 2 or not hasattr(os, "fork"):
        yield from map(work, items)
        return

    def share(number: int) -> Callable[[Line], None]:
        def done(line: Line) -> None:
            for item in items[number::processes]:
                line.say(work(item))

        return done

    yield from map(work, items[:1])
    items = items[1:]
    workers: list[Line] = []
    try:
        workers += _started(share(number) for number in range(processes))
        for number, item in enumerate(items):
            turn = number % processes
            result = workers[turn].hear() if turn < len(workers) else None
            yield work(item) if result is None else result
    finally:
        for worker in workers:
            _ended(worker)


@contextmanager
def aside(work: Callable[[Line], object]) -> Iterator[Line]:
    """Begin work in another process. Gives the line to it, a silent one where none can be had."""
    worker = next(_started([work]), None) if hasattr(os, "fork") else None
    try:
        yield worker or Line(io.BytesIO(), io.BytesIO())
    finally:
        if worker:
            _ended(worker)


def _started(works: Iterable[Callable[[Line], object]]) -> Iterator[Line]:
    """A process for each work, as far as the system has any to give."""
    with suppress(OSError):
        for work in works:
            yield _start(work)


def _start(work: Callable[[Line], object]) -> Line:
    theirs, ours = os.pipe(), os.pipe()
    _widen(theirs[1])
    try:
        process = os.fork()
    except OSError:
        for end in (*theirs, *ours):
            os.close(end)
        raise
    if process:
        os.close(theirs[1])
        os.close(ours[0])
        return Line(os.fdopen(theirs[0], "rb"), os.fdopen(ours[1], "wb"), process)
    try:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)  # its parent will say what there is to say
        gc.freeze()  # or the first collection would copy all pages of memory
        gc.enable()
        gc.set_threshold(OFTEN)
        os.close(theirs[0])
        os.close(ours[1])
        work(Line(os.fdopen(ours[0], "rb"), os.fdopen(theirs[1], "wb")))
    finally:  # nothing of the parent may be done twice: neither its output nor its end
        os._exit(0)


def _ended(worker: Line) -> None:
    worker.close()
    os.waitpid(worker.process, 0)


def _widen(pipe: int) -> None:
    """Make room in a pipe, where the system can."""
    import fcntl

    with suppress(AttributeError, OSError):  # Linux alone can, and not always
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, ROOM)
