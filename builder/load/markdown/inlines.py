"""Inline tokens into a draft: text with its places, marks over it, pictures and notes in it."""

from collections.abc import Callable

from markdown_it.token import Token

from builder.ground.values import Value
from builder.load.decoding import mend_at
from builder.load.markdown import addresses, faults
from builder.load.markdown.draft import Draft
from builder.load.markdown.notes import Notes
from builder.load.markdown.places import Places
from builder.load.markdown.slips import slips
from builder.model.prose import Atom, Mark


class Open(Value, frozen=True):
    """An element that has begun: its token, where its text starts, the places kept for marks."""

    token: Token
    start: int
    marks: tuple[int, ...]


class Inlines:
    """Reads the inline content of one block into a draft."""

    def __init__(self, draft: Draft, notes: Notes, places: Places) -> None:
        self.draft = draft
        self.notes = notes
        self.places = places
        self.open: list[Open] = []
        self.may_slip = False

    def read(self, tokens: list[Token]) -> None:
        """Add these tokens to the draft."""
        for token in tokens:
            if token.nesting > 0:
                # A link may become nothing, a span two marks: two places are kept.
                kept = (self.draft.open_mark(), self.draft.open_mark())
                self.open.append(Open(token, self.draft.length, kept))
            elif token.nesting < 0:
                self._close(self.open.pop(), token)
            else:
                _READERS[token.type](self, token)
        if self.may_slip:  # most texts have no sign of markup left, and are not searched
            self.draft.diagnostics += slips(tokens, self.places)

    def _close(self, opened: Open, token: Token) -> None:
        elements: tuple[tuple[str, addresses.Attributes], ...] = ((token.tag, ()),)
        if opened.token.type in ("link_open", "span_open"):
            elements = self._judge(opened, token)
        for index, (element, attributes) in zip(opened.marks, elements, strict=False):
            mark = Mark(opened.start, self.draft.length, element, attributes)
            self.draft.close_mark(index, mark)

    def _judge(self, opened: Open, token: Token) -> tuple[tuple[str, addresses.Attributes], ...]:
        position = position_of(opened.token)
        length = max(position_of(token) - position, 0)
        location = self.places.at(position, length)
        judge = addresses.link if opened.token.type == "link_open" else addresses.span
        verdict = judge(opened.token, location, self.draft.anchors)
        self.draft.diagnostics += verdict.diagnostics
        if opened.start == self.draft.length and verdict.elements:
            self.draft.diagnostics.append(faults.empty_link(location))
        return verdict.elements

    def text(self, token: Token) -> None:
        """Literal text; inside `<https://…>` it begins one character later."""
        pairs = token.map or []
        self.may_slip = self.may_slip or token.content == "*" or "]" in token.content
        if self.open and self.open[-1].token.markup == "autolink":
            pairs = [0, pairs[1] + 1]
        self.draft.quote(token.content, pairs, self.places)

    def unread(self, token: Token) -> None:
        """Content with more markup than is looked at: all of it is text."""
        location = self.places.at(0, len(token.content))
        self.draft.diagnostics.append(faults.too_intricate(location))
        self.text(token)

    def special(self, token: Token) -> None:
        """An escape or an entity: the character it stands for, which may be one that deceives."""
        position = position_of(token)
        escaped = token.info == "escape" and token.content != token.markup
        shown, found = mend_at(token.content, self.places.at(position, len(token.markup)))
        self.draft.diagnostics += found
        self.draft.quote(shown, [0, position + escaped], self.places)

    def code(self, token: Token) -> None:
        """Inline code is text, marked so that no names are looked for in it."""
        index, start, position = self.draft.open_mark(), self.draft.length, position_of(token)
        extra, found = addresses.attributes(token, self.places.at(position), self.draft.anchors)
        self.draft.diagnostics += found
        self.draft.quote(token.content, [0, position], self.places)
        self.draft.close_mark(index, Mark(start, self.draft.length, "code", extra))

    def soft_break(self, token: Token) -> None:
        """A line end in the source."""
        self.draft.say("\n")

    def hard_break(self, token: Token) -> None:
        """A line end that readers see."""
        self.draft.atoms.append(Atom(self.draft.length, "br"))
        self.draft.say("\n")

    def image(self, token: Token) -> None:
        """A picture in the line."""
        position = position_of(token)
        location = self.places.at(position, len(token.content) + 3)
        alt = plain(token.children or [])
        attributes, found = addresses.picture(token, alt, location, self.draft.anchors)
        self.draft.diagnostics += found
        if attributes:
            self.draft.picture(attributes, location)

    def html(self, token: Token) -> None:
        """The first character of something that would be HTML elsewhere."""
        position = position_of(token)
        self.draft.quote(token.content, [0, position], self.places)
        shown = str(token.meta["source"])
        if not shown.startswith("</"):  # the tag that opens has been reported
            location = self.places.at(position, len(shown))
            self.draft.diagnostics.append(faults.html_shown(shown, location))

    def footnote(self, token: Token) -> None:
        """A reference to a note: its number; or the words as typed where there is no such note."""
        position = position_of(token)
        atom = self.notes.refer(token, self.places, self.draft.length)
        if atom is not None:
            self.draft.atoms.append(atom)
            return
        label = str(token.meta["label"])
        shown = f"[^{label}]"
        self.draft.quote(shown, [0, position], self.places)
        location = self.places.at(position, len(shown))
        is_spaced = label in self.notes.spaced
        if label not in self.notes.told:
            fault = faults.undefined_footnote(label, location, is_spaced=is_spaced)
            self.draft.diagnostics.append(fault)
        if is_spaced:
            self.notes.told.add(label)


_READERS: dict[str, Callable[[Inlines, Token], None]] = {
    "text": Inlines.text,
    "unread": Inlines.unread,
    "text_special": Inlines.special,
    "code_inline": Inlines.code,
    "softbreak": Inlines.soft_break,
    "hardbreak": Inlines.hard_break,
    "image": Inlines.image,
    "html_shown": Inlines.html,
    "footnote_ref": Inlines.footnote,
}


def position_of(token: Token) -> int:
    """Where a token begins in its block's content."""
    return token.map[1] if token.map else 0


def plain(tokens: list[Token]) -> str:
    """The words of inline tokens without markup, for the text that stands in for a picture."""
    words: list[str] = []
    for token in tokens:
        if token.type == "image":
            words.append(plain(token.children or []))
        elif token.type in ("softbreak", "hardbreak"):
            words.append("\n")
        else:
            words.append(token.content)
    return "".join(words)
