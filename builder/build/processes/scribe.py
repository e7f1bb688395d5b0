"""A second process that renders pages for this one: it loads jinja2 while this one compares.

Orders go to it as JSON, some at a time; while it renders these, the next are made here. It asks for
texts by their digests. Where it ends too soon, as when a template fails, the rest is rendered here,
so that this process meets the fault and tells it.
"""

import marshal
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache, lru_cache
from importlib import import_module
from itertools import islice
from typing import Any

from builder.build.processes.workers import Line
from builder.build.rendering import Prepared
from builder.ground.values import decoding, encoded
from builder.model.prose import Prose
from builder.pages.views.previews import Cards
from builder.render.orders import Order, Rendered, Write, plain

AT_ONCE = 16
"""Orders that go to it together."""
_TEXTS = 256
"""Texts that it keeps: the summary of an entry is on the pages of many."""
_WANTED = b"?"
_WRITTEN = b"="


def scribe(line: Line, language: str, prose: Callable[[str], Prose], here: Write) -> Write:
    """A function that has pages written by the process at the other end of a line.

    Args:
        line: Leads to the process that will `serve`.
        language: The site's.
        prose: Gives a text by its digest.
        here: Writes what the other process does not come to.
    """

    def say(message: bytes) -> None:
        with suppress(BrokenPipeError):
            line.say(message)

    def answer(order: Order) -> Rendered:
        if order.is_plain:
            return plain(order)
        while answer := line.hear():
            if answer.startswith(_WRITTEN):
                return Rendered(*marshal.loads(answer.removeprefix(_WRITTEN)))
            say(encoded(prose(answer.removeprefix(_WANTED).decode())))
        return next(here([order]))

    def write(orders: Iterable[Order]) -> Iterator[Rendered]:
        waiting, left = list[Order](), iter(orders)
        while batch := [*islice(left, AT_ONCE)]:
            done = [*map(answer, waiting)]
            say(marshal.dumps([_message(order) for order in batch if not order.is_plain]))
            yield from done
            waiting = batch
        yield from map(answer, waiting)

    say(language.encode())
    return write


def serve(line: Line, prepared: Callable[[str, Callable[[str], Prose]], Prepared]) -> None:
    """Write what is ordered through a line, till it is dead.

    `prepared` gives what writes the pages of a site in this language, with texts by their digest.
    """
    import builder.render.renderer  # noqa: F401  # while it is not yet known what is wanted

    read = decoding(Prose)

    @lru_cache(_TEXTS)
    def prose(digest: str) -> Prose:
        line.say(_WANTED + digest.encode())
        return read(line.hear() or b"")

    language = line.hear()
    if language is None:
        return
    rendering = prepared(language.decode(), prose)()
    rendering.renderer.load()
    while orders := line.hear():
        for order in marshal.loads(orders):
            line.say(_WRITTEN + marshal.dumps(tuple(rendering.write(_order(order)))))


def _message(order: Order) -> bytes:
    """An order as bytes: the class of its view, and on the next line its JSON."""
    kind = type(order.view)
    return f"{kind.__module__} {kind.__qualname__}\n".encode() + encoded(order)


def _order(message: bytes) -> Order:
    kind, _, order = message.partition(b"\n")
    return Order(*_reading(kind.decode())(order))


@cache
def _reading(kind: str) -> Callable[[bytes], Any]:
    module, _, name = kind.partition(" ")
    view = None if name == "NoneType" else getattr(import_module(module), name)
    return decoding(tuple[str, view, Cards | None])  # type: ignore[valid-type]
