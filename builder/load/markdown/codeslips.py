"""Code blocks that are hardly meant: paragraphs with an indent, text below code without an end."""

from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from builder.ground.diagnostics import Diagnostic, Location, warning

_AROUND = "> \t"
"""What may stand before the end of code: the signs of a quotation, the indent of a list."""


def code_slip(
    token: Token, lines: Sequence[str], at: Callable[[int, int, int], Location]
) -> Iterator[Diagnostic]:
    """A `shown-as-code` warning for a block that an indent makes code, or that nothing closes.

    `lines` are those of the text; `at` has the place of a line, a column and a length in it.
    """
    assert token.map
    first, behind = token.map
    line = lines[first]
    indent = len(line) - len(line.lstrip(_AROUND))
    place = at(first, indent, len(line.rstrip()) - indent)
    if token.type == "code_block":
        yield warning(
            "shown-as-code",
            "An indent makes code of this: readers see it as typed, and nothing in it links.",
            place,
            "Take out the spaces before it; if it is code, put it between two lines of ```.",
        )
    elif behind - 1 == first or not _closes(lines[behind - 1], token.markup):
        yield warning(
            "shown-as-code",
            "Code opens here and is never closed: what follows is shown as code.",
            place,
            f"Write a line {token.markup} below the last line of the code.",
        )


def _closes(line: str, fence: str) -> bool:
    marks = line.strip(_AROUND)
    return marks.startswith(fence) and not marks.strip(fence[0])
