"""Block tokens into a draft: tags around stretches of text."""

from collections.abc import Callable
from html import escape
from typing import NamedTuple

from markdown_it.token import Token

from builder.load.markdown import addresses, faults
from builder.load.markdown.draft import Draft
from builder.load.markdown.inlines import Inlines, plain, position_of
from builder.load.markdown.notes import Note, Notes
from builder.load.markdown.places import Locate, Piece, Places
from builder.model.prose import Atom, Heading


class Source(NamedTuple):
    """The text being read: its file, its lines, and how a place in it becomes one in the file."""

    path: str
    lines: list[str]
    locate: Locate

    def places(self, token: Token) -> Places:
        """Where the inline content of a block stands."""
        pieces = token.meta.get("pieces")
        if pieces is None:
            pieces = self._found(token)
        return Places(self.path, tuple(pieces), self.locate)

    def _found(self, token: Token) -> list[Piece]:
        """The term of a definition list, whose rule cannot be asked: it ends its line."""
        if not token.map or not token.content:
            return []
        line = token.map[0]
        return [Piece(0, len(token.content), line, self.lines[line].rfind(token.content))]


class Blocks:
    """Reads blocks into a draft."""

    def __init__(self, draft: Draft, notes: Notes, source: Source) -> None:
        self.draft = draft
        self.notes = notes
        self.source = source

    def read(self, tokens: list[Token], places: Places | None = None, tail: str = "") -> None:
        """Add these blocks; `tail` is HTML for the end of the last one.

        `places` are those of content that is not a block of its own (a note in the line).
        """
        for index, token in enumerate(tokens):
            if index == len(tokens) - 1 and tail:
                ends_paragraph = token.type == "paragraph_close" and not token.hidden
                self.draft.html(tail if ends_paragraph else "")
            if token.type == "inline":
                self._inline(tokens, index, places or self.source.places(token))
            elif token.type in _SINGLE:
                self.draft.html(_SINGLE[token.type](token))
            elif token.nesting > 0:
                self.draft.html(_opening(tokens, index))
            elif token.nesting < 0:
                self.draft.html(_closing(tokens, index))
        if tail and not (tokens and tokens[-1].type == "paragraph_close"):
            self.draft.html(f"<p>{tail}</p>\n")

    def read_notes(self) -> None:
        """Add the notes that were referred to; reading them may refer to more."""
        if not self.notes.cited:
            return
        self.draft.html('<section class="footnotes" role="doc-endnotes">\n<ol>\n')
        for note in self.notes.cited:
            self.draft.html(f'<li id="{escape(self.notes.anchor(note))}">')
            self.read(note.tokens, note.places, self._back_links(note))
            self.draft.html("</li>\n")
        self.draft.html("</ol>\n</section>\n")

    def _back_links(self, note: Note) -> str:
        """Links to every reference to a note."""
        return "".join(
            f' <a href="#{escape(self.notes.back(note, count))}" role="doc-backlink">↩︎</a>'
            for count in range(1, note.references + 1)
        )

    def _inline(self, tokens: list[Token], index: int, places: Places) -> None:
        token, before = tokens[index], tokens[index - 1]
        children = token.children or []
        if _is_figure(tokens, index):
            self._figure(children[0], token.content, places)
        elif not children:
            return
        elif before.type == "heading_open":
            self._heading(before, children, places)
        else:
            start = self.draft.begin()
            Inlines(self.draft, self.notes, places).read(children)
            self.draft.end(start, "text")

    def _heading(self, token: Token, children: list[Token], places: Places) -> None:
        level = int(token.tag[1:])
        if level == 1:
            self.draft.diagnostics.append(faults.heading_level(places.at(0, len(plain(children)))))
        start = self.draft.begin()
        Inlines(self.draft, self.notes, places).read(children)
        anchor = self.draft.anchors.for_heading(self.draft.text_from(start))
        self.draft.html(f'<h{level} id="{escape(anchor)}">')
        self.draft.end(start, "heading")
        self.draft.headings.append(Heading(anchor, level, start, self.draft.length))

    def _figure(self, image: Token, content: str, places: Places) -> None:
        """A picture alone in its paragraph, with a title: the title is its caption."""
        title = str(image.attrs["title"])
        position = position_of(image)
        location = places.at(position, len(image.content) + 3)
        alt = plain(image.children or [])
        attributes, found = addresses.picture(image, alt, location, self.draft.anchors)
        self.draft.diagnostics += found
        self.draft.html("<figure>\n")
        if attributes:
            shown = tuple(pair for pair in attributes if pair[0] != "title")
            start = self.draft.begin()
            self.draft.atoms.append(Atom(start, "img", shown))
            self.draft.end(start, "text")
        self.draft.html("\n<figcaption>")
        start = self.draft.begin()
        at = content.find(title, position + len(image.content))
        if at >= 0:
            self.draft.quote(title, [0, at], places)
        else:  # it holds an escape or an entity
            self.draft.say(title)
        self.draft.end(start, "caption")
        self.draft.html("</figcaption>\n</figure>\n")


def _is_figure(tokens: list[Token], index: int) -> bool:
    """Whether the inline token at `index` is a picture with a title, alone in a paragraph."""
    children = tokens[index].children or []
    alone = len(children) == 1 and children[0].type == "image"
    return alone and "title" in children[0].attrs and tokens[index - 1].type == "paragraph_open"


def _opening(tokens: list[Token], index: int) -> str:
    """The tag that opens a block, and a line end where no text follows."""
    token = tokens[index]
    following = tokens[index + 1]
    if token.type == "heading_open":
        return ""  # its id comes from its words; without words it stays out
    if token.hidden or (token.type == "paragraph_open" and _is_figure(tokens, index + 1)):
        return ""
    box = '<input type="checkbox" disabled> ' if "checked" in token.meta else ""
    if token.meta.get("checked"):
        box = box.replace(" disabled", " checked disabled")
    tag = f"<{token.tag}{_attributes(token)}>{box}"
    if token.type == "table_open":
        tag = f'<div class="scroll" tabindex="0">{tag}'
    bare = following.type == "inline" or following.hidden or following.nesting < 0
    return tag if bare else tag + "\n"


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


def _closing(tokens: list[Token], index: int) -> str:
    """The tag that closes a block."""
    token = tokens[index]
    if token.hidden:
        return "\n" if index + 1 < len(tokens) and tokens[index + 1].nesting > 0 else ""
    if token.type == "paragraph_close" and _is_figure(tokens, index - 1):
        return ""
    if token.type == "heading_close" and not tokens[index - 1].children:
        return ""
    tag = f"</{token.tag}>\n"
    return f"</{token.tag}></div>\n" if token.type == "table_close" else tag


def _code(token: Token) -> str:
    """A code block, with its language when it names one. It scrolls, so it takes the focus."""
    language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
    named = f' class="language-{escape(language)}"' if language else ""
    return f'<pre tabindex="0"><code{named}>{escape(token.content, quote=False)}</code></pre>\n'


_SINGLE: dict[str, Callable[[Token], str]] = {
    "fence": _code,
    "code_block": _code,
    "hr": lambda token: "<hr>\n",
}
