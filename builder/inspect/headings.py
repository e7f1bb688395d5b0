"""Lines of an article that stand alone between paragraphs and seem to be headings.

So they come from a web page or a word processor. Of 96 such lines in 89 real texts one was none: a
caption.
"""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.expressions import expression
from builder.model.prose import Leaf, Prose

_LONGEST = 60
"""Characters of a heading, at most."""
_RUNNING = 60
"""Characters of a paragraph around it, at least; it ends with a stop."""
_FEW = 5
_BETWEEN = "</p>\n<p>"
_TITLE = expression(
    r"(?!(?:By|Image|Photo|Photograph|Picture|Source)\b)(?=[^\W\d_])(?![a-zß-ÿ])[^\n,;:.!?…|]*\w"
)
_ENDED = expression(r"[.!?:…][”’\"')\]»]*$")


def unmarked_headings(body: Prose) -> Iterator[Diagnostic]:
    """`heading-unmarked` at the first such line of a text; the next ones are further places."""
    found = list(_alone(body))
    if found:
        words = body.text[slice(*found[0])]
        also = (
            Related(body.locate(*span), f"so does “{body.text[slice(*span)]}”")
            for span in found[1:_FEW]
        )
        yield warning(
            "heading-unmarked",
            f"“{words}” stands alone between paragraphs, and seems to be a heading.",
            body.locate(*found[0]),
            f"Write ## before it: ## {words}",
            *also,
        )


def _alone(body: Prose) -> Iterator[tuple[int, int]]:
    """Where such lines stand: each a paragraph between two of running text."""
    parts = body.parts
    for index in range(2, len(parts) - 2):
        if parts[index - 1] == _BETWEEN == parts[index + 1]:
            above, line, below = (_span(parts[at]) for at in (index - 2, index, index + 2))
            if (
                line[1] - line[0] <= _LONGEST
                and _TITLE().fullmatch(body.text, *line)
                and _is_running(body.text[slice(*above)])
                and _is_running(body.text[slice(*below)])
            ):
                yield line


def _span(part: str | Leaf) -> tuple[int, int]:
    return (part.start, part.end) if isinstance(part, Leaf) else (0, 0)


def _is_running(words: str) -> bool:
    """Whether the words are a paragraph of running text."""
    return len(words) >= _RUNNING and _ENDED().search(words) is not None
