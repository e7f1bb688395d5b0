"""Text as names and quotations see it: folding that keeps length, the edges of words, its language.

Nothing here changes what a reader sees: folded text is for comparing alone.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Protocol

from builder.ground.values import Value

APOSTROPHES = "'’‘ʼ＇′`´"
DOUBLE_MARKS = '"“”„‟«»″＂'
HYPHENS = "-‐‑"
DASHES = "‒–—―−"
SPACES = (
    " \t\n\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000"
)
"""What sets words apart."""

UNSEEN = "\u00ad\u200b\u2060\u200e\u200f\u061c"
"""Soft hyphens, spaces without width, marks of direction: nobody sees them, no word has them.

Texts that were typeset before, or are written in two directions, bring them along.
"""
BLANK = SPACES + UNSEEN
"""Where a text holds nothing else, nobody sees it."""

_FOLDED = (("'", APOSTROPHES), ('"', DOUBLE_MARKS), ("-", HYPHENS + DASHES), (" ", SPACES))
_FOLD = tuple((char, into) for into, chars in _FOLDED for char in chars if char != into)

# Scripts written without spaces between words, as (first, last) code points.
_SPACELESS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # Han radicals
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x20000, 0x3FFFF),
)
# Of these letters Japanese writes words of other languages: a part of one is another word.
_KATAKANA = ((0x30A1, 0x30FA), (0x30FC, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F))


_AT_HAND = 10_000
"""Names of which the one form is kept: several checks ask for it."""


class Places(Protocol):
    """For each place of a comparable text its place in the original: a list or the like."""

    def __len__(self) -> int:
        """How many there are."""

    def __getitem__(self, place: int, /) -> int:
        """That of one place."""


class Folded(Value, frozen=True):
    """Text made comparable, the original, and the way back to it: `starts[i]`, `ends[i]` there.

    Both tables are None where no character was joined with another or left out, as in most texts:
    then place i of the one is place i of the other.
    """

    original: str
    text: str
    starts: Places | None = None
    ends: Places | None = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `text[start:end]`, which is not empty, was made from."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def places(self, words: str) -> Iterator[tuple[int, int]]:
        """The spans of the original at which `words` stand, made comparable, whole or not."""
        start = self.text.find(words) if words else -1
        while start >= 0:
            end = start + len(words)
            yield self.origin(start, end)
            start = self.text.find(words, end)

    def behind(self, index: int) -> int:
        """The first place of the text that was made from what stands at `index`, or behind it."""
        return index if self.starts is None else bisect_left(self.starts, index)


@lru_cache(_AT_HAND)
def one_form(text: str) -> str:
    """Text as names are compared: folded, with single spaces and none at its ends."""
    return " ".join(fold(text).text.split())


def fold(text: str) -> Folded:
    """`text` in NFC, with one kind of apostrophe, quotation mark, hyphen and space.

    Without what is unseen and no part of a word.
    """
    folded = _composed(text)
    if folded.text.isascii() or not any(char in folded.text for char in UNSEEN):
        return folded
    return _seen(folded)


def _seen(folded: Folded) -> Folded:
    """The folded text without what is unseen."""
    kept = [index for index, char in enumerate(folded.text) if char not in UNSEEN]
    starts = kept if folded.starts is None else [folded.starts[index] for index in kept]
    ends = [i + 1 for i in kept] if folded.ends is None else [folded.ends[i] for i in kept]
    text = "".join(folded.text[index] for index in kept)
    return Folded(folded.original, text, starts, ends)


def _composed(text: str) -> Folded:
    """`text` in NFC, with one character for each kind."""
    if unicodedata.is_normalized("NFC", text):
        return Folded(text, _folded(text))
    composed: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        cluster = unicodedata.normalize("NFC", text[start:end])
        composed.append(cluster)
        starts += [start] * len(cluster)
        ends += [end] * len(cluster)
    return Folded(text, _folded("".join(composed)), starts, ends)


def _folded(text: str) -> str:
    """`text` with one character for each kind; seven times as fast as `str.translate`."""
    for char, into in _FOLD:
        text = text.replace(char, into)
    return text


def _clusters(text: str) -> list[tuple[int, int]]:
    """Spans that normalise independently of each other: a starter and what composes with it."""
    joins = _composing_starters()
    edges = [
        i
        for i, c in enumerate(text)
        if i == 0 or (unicodedata.combining(c) == 0 and c not in joins)
    ]
    return list(zip(edges, [*edges[1:], len(text)], strict=True))


@cache
def _composing_starters() -> frozenset[str]:
    """Characters of combining class 0 that still compose with the one before (UAX #15)."""
    second = {
        parts[1]
        for code in range(0x20000)
        if len(parts := unicodedata.decomposition(chr(code)).split()) == 2 and parts[0][0] != "<"
    }
    jamo = {chr(code) for code in range(0x1160, 0x1200)}
    return frozenset(chr(int(code, 16)) for code in second) | jamo


@cache
def is_word(char: str) -> bool:
    """Whether `char` belongs to a word: a letter, mark, digit or hyphen; dashes do not."""
    return unicodedata.category(char)[0] in "LMN" or char in HYPHENS


@cache
def is_spaceless(char: str) -> bool:
    """Whether `char` is of a script that writes words without spaces between them."""
    return _is_among(char, _SPACELESS)


def _is_among(char: str, ranges: Iterable[tuple[int, int]]) -> bool:
    code = ord(char)
    return any(first <= code <= last for first, last in ranges)


def is_edge(text: str, index: int) -> bool:
    """Whether a word may begin or end between `text[index - 1]` and `text[index]`.

    Hyphens that stand for a dash are no part of a word: two in a row, and one that follows none.
    Katakana stand together as the letters of a word do: Thailand, タイ, is no part of タイトル.
    """
    if index <= 0 or index >= len(text):
        return True
    before, after = text[index - 1], text[index]
    if not (is_word(before) and is_word(after)):
        return True
    if before in HYPHENS:
        return index == 1 or text[index - 2] in HYPHENS or not is_word(text[index - 2])
    if after in HYPHENS:
        return index + 1 < len(text) and text[index + 1] in HYPHENS
    if unicodedata.category(after)[0] == "M":
        return False
    if _is_among(before, _KATAKANA) and _is_among(after, _KATAKANA):
        return False
    return is_spaceless(before) or is_spaceless(after)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether words may begin and end at the edges of `text[start:end]`."""
    return is_edge(text, start) and is_edge(text, end)


def is_language_tag(text: str) -> bool:
    """Whether a text has the form of a BCP 47 tag, such as en or pt-BR."""
    first, *others = text.split("-")
    is_first = first.isalpha() and len(first) in (2, 3)
    return text.isascii() and is_first and all(o.isalnum() and 2 <= len(o) <= 8 for o in others)


def primary_subtag(language: str) -> str:
    """The language in a BCP 47 tag, in small letters, without its script and region."""
    return language.partition("-")[0].lower()


def is_english(language: str) -> bool:
    """Whether a BCP 47 tag is that of English, whose words and plurals some rules know."""
    return primary_subtag(language) == "en"
