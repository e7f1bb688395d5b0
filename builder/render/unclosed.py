"""The tag of a template that is never closed: Jinja tells the end of the file alone."""

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError

_OPENING = frozenset(
    ("autoescape", "block", "call", "filter", "for", "if", "macro", "trans", "with")
)
"""The tags that are closed by one of their own; `set` is closed only where a text follows it."""


class Tag(NamedTuple):
    """A tag, such as `for`, and the line in which it stands."""

    name: str
    line: int


def unclosed(source: str) -> Tag | None:
    """The innermost tag that is open where one around it ends, or the template; None for none."""
    opened: list[Tag] = []
    try:
        for tag in _tags(source):
            if tag.name in _OPENING:
                opened.append(tag)
            elif opened and tag.name == f"end{opened[-1].name}":
                opened.pop()
            elif any(tag.name == f"end{outer.name}" for outer in opened):
                break
    except TemplateSyntaxError:  # a comment or an expression that is open says so itself
        return None
    return opened[-1] if opened else None


def _tags(source: str) -> Iterator[Tag]:
    """The tags of a template, in their order."""
    is_begun = False
    for line, token, value in Environment(autoescape=True).lex(source):
        if token == "name" and is_begun:
            yield Tag(value, line)
        is_begun = token == "block_begin" or (is_begun and token == "whitespace")
