"""Markup in the line that Markdown could not read, and so leaves as text for readers to see.

Only what has the shape of a link, a picture or a span is told. Square brackets by themselves are
honest text: `[sic]`, `[…]`, `[He] said`, `[1][2]`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from markdown_it.token import Token

from builder.ground.diagnostics import Diagnostic
from builder.ground.expressions import expression
from builder.ground.slugs import slugify
from builder.ground.values import Value
from builder.load.markdown.faults import excerpt, markup_shown, switch
from builder.load.markdown.places import Places
from builder.model.refs import KINDS

# Each part stops where the next match may begin, so that the search stays linear.
_SLIP = expression(
    r"(?P<sign>!?)\[(?P<words>[^\[\]]*)\]"
    r"(?:\((?P<address>[^()\n]*)\)"
    r"|\((?P<begun>\S{0,200})"
    r"| \((?P<apart>[^()\s]+)\)"
    r"|\[(?P<label>[^\[\]\n]*)\]"
    r"|(?P<gap> ?)\{(?P<braces>[^{}\n]*)\})"
)
_ADDRESS = expression(
    rf"<?(?:(?:https?|mailto|tel|{'|'.join(KINDS)}):|www\.|[/#]|\.\.?/)"
    r"|.*\.(?:jpe?g|png|gif|webp|avif|pdf|html?|md)\b"
)
# A space stands inside on one side at least; two asterisks between numbers are a power.
_STARS = expression(r"(?<![*\w])\*\*(?=[^*\0]*[^\W\d_]{2})(?=\s|[^*\0]*\s\*)([^*\0]+)\*\*(?!\*)")
_REVERSED = expression(r"\(([^()\n]*)\)\[([^\[\]\s]+)\]")
_WIKI = expression(r"!?\[\[([^\[\]\n]+)\]\]")
_SIGNS = "!()[]{}*"
_CLASS = expression(r"[A-Za-z][\w-]*")
_OPENERS = "([{“‘«„\"'–—*_~"
_TITLE = expression(r"(?:[\"“”„«»]|(?<=\s)').*")
"""What follows an address, and is in marks of any kind."""
_OF_WIKI = (
    "Take the brackets away: names of entries link by themselves. "
    "An article is linked by its file, [words](article.md); pictures are ![words](name.jpg)."
)
_CLOSED = "\0"
"""What stands for markup that was read, and for escaped characters: it is part of no slip."""


class _Shown(Value, frozen=True):
    """Text that stayed text, and pairs of an offset in it with its position in the block."""

    text: str
    offsets: list[int]
    positions: list[int]

    def position(self, offset: int) -> int:
        """Where a character of the text stands in the block's content."""
        index = bisect_right(self.offsets, offset) - 1
        return self.positions[index] + offset - self.offsets[index]


def slips(tokens: list[Token], places: Places) -> Iterator[Diagnostic]:
    """A `markup-shown` warning for each slip of markup in the inline content of a block."""
    shown = _shown(tokens)
    for match in _SLIP().finditer(shown.text) if "[" in shown.text else ():
        if hint := _hint(match):
            yield _slip(match, shown, places, hint)
    for match in _REVERSED().finditer(shown.text) if ")[" in shown.text else ():
        if _is_named(match[1]) and _ADDRESS().match(match[2]):
            hint = f"The words stand in square brackets: [{excerpt(match[1])}]({excerpt(match[2])})"
            yield _slip(match, shown, places, hint)
    for match in _WIKI().finditer(shown.text) if "[[" in shown.text else ():
        if _is_named(match[1]):
            yield _slip(match, shown, places, _OF_WIKI)
    for match in _STARS().finditer(shown.text) if "**" in shown.text else ():
        hint = f"Take out the space inside the asterisks: **{excerpt(match[1].strip())}**"
        yield _slip(match, shown, places, hint)


def _slip(match: re.Match[str], shown: _Shown, places: Places, hint: str) -> Diagnostic:
    start = shown.position(match.start())
    length = shown.position(match.end() - 1) + 1 - start
    return markup_shown(match[0], "is not read as markup", places.at(start, length), hint)


def _shown(tokens: list[Token]) -> _Shown:
    parts: list[str] = []
    offsets, positions = [0], [0]
    length = 0
    for token in tokens:
        pairs = token.map or [0, 0]
        part = _text(token)
        offsets += (length + offset for offset in pairs[::2])
        positions += pairs[1::2]
        parts.append(part)
        length += len(part)
    return _Shown("".join(parts), offsets, positions)


def _text(token: Token) -> str:
    """The letters of a token that Markdown left alone."""
    if token.type == "text" and token.info != "unread":
        return token.content
    if token.type == "softbreak":
        return "\n"
    if token.type == "text_special" and token.content not in _SIGNS:
        return token.content
    is_link = token.type in ("link_open", "span_open") and token.markup != "linkify"
    return "" if token.nesting and not is_link else _CLOSED


def _hint(match: re.Match[str]) -> str:
    """What to type instead; "" where the brackets may well be meant as text."""
    before = match.string[match.start() - 1 : match.start()]
    is_glued = not match["sign"] and before not in _OPENERS and not before.isspace()
    if _CLOSED in match.group():
        return ""
    if match["braces"] is not None:
        return _of_braces(match, is_glued=is_glued)
    if match["apart"] is not None:
        is_meant = _is_named(match["words"]) and _ADDRESS().match(match["apart"])
        return f"Take out the space: {_link(match, match['apart'])}" if is_meant else ""
    if match["label"] is not None:
        return _of_label(match) if _is_named(match["words"]) and not is_glued else ""
    if match["begun"] is not None:
        return _of_begun(match)
    return _of_address(match, is_glued=is_glued)


def _of_braces(match: re.Match[str], *, is_glued: bool) -> str:
    words, braces = excerpt(match["words"]), match["braces"].strip()
    if meant := switch(braces):
        return f"Write [{words}]{{.{meant}}}"
    if match["gap"] or is_glued or not _CLASS().fullmatch(braces):
        return ""
    return f"A class begins with a dot: [{words}]{{.{excerpt(braces)}}}"


def _of_label(match: re.Match[str]) -> str:
    label = excerpt(match["label"] or match["words"])
    return (
        f"Add a line “[{label}]: https://…” after an empty line,"
        f" or write {match['sign']}[{excerpt(match['words'])}](https://…)"
    )


def _of_begun(match: re.Match[str]) -> str:
    address = match["begun"].rstrip(".,;:")  # what ends a sentence ends no address
    if not _ADDRESS().match(address):
        return ""
    return f"Close the bracket: {_link(match, f'<{address}>' if '(' in address else address)}"


def _of_address(match: re.Match[str], *, is_glued: bool) -> str:
    address = match["address"].strip()
    is_address = bool(_ADDRESS().match(address))
    if not match["sign"] and not is_address and (is_glued or not _is_named(match["words"])):
        return ""
    kind, colon, name = address.partition(":")
    if colon and kind in KINDS and (id_ := slugify(name)):
        return f"An id holds no space: {_link(match, f'{kind}:{id_}')}"
    first = address.partition(" ")[0]
    if title := _TITLE().search(address):
        return _of_title(match, first if "://" in first else address[: title.start()], title[0])
    if "://" in first:
        return f"An address ends at a space; write %20 for one that is meant: {_link(match, first)}"
    whole = address.strip("<>")
    return f"Put an address that holds spaces between < and >: {_link(match, f'<{whole}>')}"


def _of_title(match: re.Match[str], address: str, title: str) -> str:
    whole = address.strip().strip("<>")
    is_spaced = " " in whole
    link = f'{_link(match, f"<{whole}>" if is_spaced else whole)[:-1]} "…")'
    if is_spaced and title[0] == title[-1] and title[0] in "\"'":
        return f"Put an address that holds spaces between < and >: {link}"
    return f"Write a title between straight marks: {link}"


def _is_named(words: str) -> bool:
    """Whether there are words that may be those of a link, and no number, dots or `sic`."""
    return any(char.isalpha() for char in words) and words.strip().lower() != "sic"


def _link(match: re.Match[str], address: str) -> str:
    return f"{match['sign']}[{excerpt(match['words'])}]({excerpt(address)})"
