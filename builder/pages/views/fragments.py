"""Text fragments: a link's way to point at words (WICG, "URL Fragment Text Directives")."""

from collections.abc import Iterable
from urllib.parse import quote

LONGEST = 10
"""Words. Of a longer text, the first and last few are named."""
EDGE = 4


def text_fragment(pieces: Iterable[str]) -> str:
    """What to set behind a `#fragment`, so that a browser marks these words; "" without words."""
    directives = [f"text={_directive(words)}" for piece in pieces if (words := piece.split())]
    return ":~:" + "&".join(directives) if directives else ""


def _directive(words: list[str]) -> str:
    if len(words) <= LONGEST:
        return _encoded(words)
    return f"{_encoded(words[:EDGE])},{_encoded(words[-EDGE:])}"


def _encoded(words: list[str]) -> str:
    """The words percent-encoded; a hyphen too, which means something in a directive."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
