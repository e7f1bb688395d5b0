"""Texts, and what stands over their words."""

from builder.ground.values import Value


class Span(Value, frozen=True):
    """An annotation over a text: `role` is mention, quote or event.

    `ref` is `kind:id` for a mention and the id for the others (several events: space-separated).
    `address` is where a mention links to, "" where it does not; `id` is its anchor, "" without.
    """

    start: int
    end: int
    role: str
    ref: str
    id: str = ""
    address: str = ""


class Text(Value, frozen=True):
    """Prose with its annotations: `text | prose` gives HTML, `text | plain` the words."""

    digest: str
    spans: tuple[Span, ...] = ()
