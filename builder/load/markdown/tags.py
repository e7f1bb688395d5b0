"""The tags of blocks: safe HTML, made of fixed names and escaped values."""

from collections.abc import Callable
from html import escape

from markdown_it.token import Token

from builder.load.markdown.inlines import plain

NAMING = 3
"""The box of a table is named by so many of its heads: more would be long to listen to."""


def is_figure(tokens: list[Token], index: int) -> bool:
    """Whether the inline token at `index` is a picture with a title, alone in a paragraph."""
    children = tokens[index].children or []
    alone = len(children) == 1 and children[0].type == "image"
    return alone and "title" in children[0].attrs and tokens[index - 1].type == "paragraph_open"


def closes_paragraph(token: Token) -> bool:
    """Whether this is the end tag of a paragraph that is shown as one."""
    return token.type == "paragraph_close" and not token.hidden


def opening(tokens: list[Token], index: int) -> str:
    """The tag that opens a block, and a line end where no text follows."""
    token = tokens[index]
    following = tokens[index + 1]
    if token.type == "heading_open":
        return ""  # its id comes from its words; without words it stays out
    if token.hidden or (token.type == "paragraph_open" and is_figure(tokens, index + 1)):
        return ""
    box = _box(tokens, index) if "checked" in token.meta else ""
    tag = f"<{token.tag}{_attributes(token)}>{box}"
    if token.type == "table_open":
        tag = f'<div class="scroll"{_scrolled(tokens, index)}>{tag}'
    bare = following.type == "inline" or following.hidden or following.nesting < 0
    return tag if bare else tag + "\n"


def _box(tokens: list[Token], index: int) -> str:
    """The box of a task, named by the words that stand beside it."""
    beside = tokens[index + 2] if tokens[index + 1].type == "paragraph_open" else None
    words = "".join(
        " " if child.type.endswith("break") else child.content
        for child in (beside.children or [] if beside else [])
    )
    named = f' aria-label="{escape(words.strip())}"' if words.strip() else ""
    checked = " checked" if tokens[index].meta["checked"] else ""
    return f'<input type="checkbox"{checked} disabled{named}> '


def _scrolled(tokens: list[Token], index: int) -> str:
    """The attributes of the box around a table: it takes the focus, so that keys can scroll it.

    It is named by the table's heads. A table without words has no name, and takes no focus.
    """
    name = ", ".join(_first_row(tokens, index)[:NAMING])
    return f' role="group" aria-label="{escape(name)}" tabindex="0"' if name else ""


def _first_row(tokens: list[Token], index: int) -> list[str]:
    """The words of each cell that has any, in the first row of a table that has any: its heads."""
    cells: list[str] = []
    for at in range(index, len(tokens)):
        token = tokens[at]
        if token.type == "table_close" or (token.type == "tr_close" and cells):
            break
        if token.type == "inline" and (words := plain(token.children or []).split()):
            cells.append(" ".join(words))
    return cells


def _attributes(token: Token) -> str:
    """The attributes of a block: where a list starts, how a column is aligned."""
    found: list[str] = []
    if token.type == "th_open":
        found.append('scope="col"')
    if "start" in token.attrs:
        found.append(f'start="{int(token.attrs["start"])}"')
    align = str(token.attrs.get("style", "")).removeprefix("text-align:")
    if align in ("left", "center", "right"):  # a class, for the pages allow no inline style
        found.append(f'class="{align}"')
    return "".join(f" {one}" for one in found)


def closing(tokens: list[Token], index: int) -> str:
    """The tag that closes a block."""
    token = tokens[index]
    if token.hidden:
        return "\n" if index + 1 < len(tokens) and tokens[index + 1].nesting > 0 else ""
    if token.type == "paragraph_close" and is_figure(tokens, index - 1):
        return ""
    if token.type == "heading_close" and not tokens[index - 1].children:
        return ""
    box = "</div>" if token.type == "table_close" else ""
    return f"</{token.tag}>{box}\n"


def code(token: Token) -> str:
    """A code block, with its language when it names one. It scrolls, so it takes the focus."""
    language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
    named = f' class="language-{escape(language)}"' if language else ""
    return f'<pre tabindex="0"><code{named}>{escape(token.content, quote=False)}</code></pre>\n'


SINGLE: dict[str, Callable[[Token], str]] = {
    "fence": code,
    "code_block": code,
    "hr": lambda token: "<hr>\n",
}
