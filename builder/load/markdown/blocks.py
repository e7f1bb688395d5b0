"""Block tokens into a draft: tags around stretches of text."""

from collections.abc import Iterator
from html import escape

from markdown_it.token import Token

from builder.ground.diagnostics import Location
from builder.ground.values import Value
from builder.load.markdown import addresses, faults
from builder.load.markdown.blockslips import Paragraph, block_slips
from builder.load.markdown.codeslips import code_slip
from builder.load.markdown.draft import Draft
from builder.load.markdown.inlines import Inlines, plain, position_of
from builder.load.markdown.notes import Note, Notes
from builder.load.markdown.places import Piece, Places
from builder.load.markdown.tags import (
    SINGLE,
    closes_paragraph,
    closing,
    is_figure,
    opening,
)
from builder.model.prose import Heading

_HEADING = 60
"""More characters than these, with a stop at the end, are a paragraph."""
_STOPS = (".", "!", "?", "…", "”", "。")


class Source(Value, frozen=True):
    """The text being read: its file, its lines, and which line of the file its first one is."""

    path: str
    lines: list[str]
    first_line: int

    def at(self, line: int, column: int, length: int = 0) -> Location:
        """The place in the file of a line and a column of the text, both from 0."""
        return Location(self.path, self.first_line + line, column + 1, length)

    def places(self, token: Token) -> Places:
        """Where the inline content of a block stands."""
        pieces = token.meta["pieces"] if "pieces" in token.meta else self._found(token)
        return Places(self.path, pieces, self.first_line)

    def _found(self, token: Token) -> tuple[Piece, ...]:
        """The term of a definition list, whose rule cannot be asked: it ends its line."""
        if not token.map or not token.content:
            return ()
        line = token.map[0]
        return (Piece(0, len(token.content), line, self.lines[line].rfind(token.content)),)


class Blocks:
    """Reads blocks into a draft."""

    def __init__(self, draft: Draft, notes: Notes, source: Source) -> None:
        self.draft = draft
        self.notes = notes
        self.source = source

    def read(self, tokens: list[Token], places: Places | None = None) -> None:
        """Add these blocks.

        `places` are those of content that is not a block of its own (a note in the line).
        """
        for index, token in enumerate(tokens):
            if token.type == "inline":
                self._inline(tokens, index, places or self.source.places(token))
            elif token.type in SINGLE:
                self.draft.html(SINGLE[token.type](token))
                if token.tag == "code":
                    self.draft.diagnostics += code_slip(token, self.source.lines, self.source.at)
            elif token.nesting > 0:
                self.draft.html(opening(tokens, index))
            else:
                self.draft.html(closing(tokens, index))

    def read_notes(self) -> None:
        """Add the notes that were referred to; reading them may refer to more."""
        if not self.notes.cited:
            return
        self.draft.html('<div class="footnotes" role="doc-endnotes">\n<ol>\n')
        for note in self.notes.cited:
            self.draft.html(f'<li id="{escape(self.notes.anchor(note))}">')
            self._note(note)
            self.draft.html("</li>\n")
        self.draft.html("</ol>\n</div>\n")

    def _note(self, note: Note) -> None:
        """A note; the ways back end its last paragraph, or stand in one of their own."""
        tokens, last = note.tokens, len(note.tokens) - 1
        if last >= 0 and closes_paragraph(tokens[last]) and not is_figure(tokens, last - 1):
            self.read(tokens[:last], note.places)
            self.draft.atoms += self.notes.ways_back(note, self.draft.length)
        else:
            self.read(tokens, note.places)
            self.draft.html("<p>")
            start = self.draft.begin()
            self.draft.atoms += self.notes.ways_back(note, start)
            self.draft.end(start, "text")
        self.draft.html("</p>\n")

    def _inline(self, tokens: list[Token], index: int, places: Places) -> None:
        token, before = tokens[index], tokens[index - 1]
        children = token.children or []
        if is_figure(tokens, index):
            self._figure(children[0], places)
        elif not children:
            if before.type == "heading_open" and before.map:
                place = self.source.at(before.map[0], 0)
                self.draft.diagnostics.append(faults.empty_heading(before.markup, place))
        elif before.type == "heading_open":
            self._heading(before, children, places)
        else:
            start = self.draft.begin()
            Inlines(self.draft, self.notes, places).read(children)
            self.draft.end(start, "text")
            above = tokens[index - 3].content if index > 2 else ""
            following = self._following(tokens, index)
            self.draft.diagnostics += block_slips(token.content, above, following, places)

    def _following(self, tokens: list[Token], index: int) -> Iterator[Paragraph]:
        """The paragraphs that follow this one, up to a block of another kind."""
        for at in range(index + 3, len(tokens), 3):
            if tokens[at - 1].type != "paragraph_open":
                return
            yield tokens[at].content, self.source.places(tokens[at])

    def _heading(self, token: Token, children: list[Token], places: Places) -> None:
        level = int(token.tag[1:])
        above = max(2, self.draft.headings[-1].level) if self.draft.headings else 1
        words = plain(children)
        if token.markup == "-" and len(words) > _HEADING and words.endswith(_STOPS):
            self.draft.diagnostics.append(faults.no_heading(places.at(0, len(words))))
        elif level == 1 or level > above + 1:
            place = places.at(0, len(words))
            self.draft.diagnostics.append(faults.heading_level(token.markup, level, above, place))
        start = self.draft.begin()
        Inlines(self.draft, self.notes, places).read(children)
        anchor = self.draft.anchors.for_heading(self.draft.text_from(start))
        self.draft.html(f'<h{level} id="{escape(anchor)}">')
        self.draft.end(start, "heading")
        self.draft.headings.append(Heading(anchor, level, start, self.draft.length))

    def _figure(self, image: Token, places: Places) -> None:
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
            self.draft.picture(shown, location)
            self.draft.end(start, "text")
        self.draft.html("\n<figcaption>")
        start = self.draft.begin()
        at = str(image.meta["source"]).rfind(title)
        if at >= 0:
            self.draft.quote(title, [0, position + at], places)
        else:  # it holds an escape or an entity
            self.draft.say(title)
        self.draft.end(start, "caption")
        self.draft.html("</figcaption>\n</figure>\n")
