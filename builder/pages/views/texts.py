"""Texts, and what stands over their words."""

from builder.ground.values import Value


class Span(Value, frozen=True):
    """An annotation over a text: `role` is mention, quote, event, link or image.

    `ref` is `kind:id` for a mention, the id for a quote or an event (several: space-separated), and
    for a link or an image its address as the author wrote it. `address` is where it leads on the
    site, "" where it does not; `id` is its anchor, "" without, and of an image the digest.
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
