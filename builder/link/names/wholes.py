"""Longer names and addresses around words that are whole by themselves: O’Neil, neil@un.org."""

import re

from builder.ground.expressions import expression
from builder.ground.text import APOSTROPHES, is_word
from builder.link.beginnings import begins_sentence

# What French and Italian shorten before a name, where it begins a sentence.
_ELIDED = frozenset(
    ("All", "Dall", "Dell", "L", "Lorsqu", "Nell", "Puisqu", "Qu", "Quell", "Quest", "Sull", "Un")
)
_DE = "D"
"""What these languages shorten too, and other names than theirs begin with."""
_BESIDE = frozenset("@./:_=?&#~+")
"""What joins the words of an address."""
_ADDRESS = expression(
    r"(?<![\w.@+-])"
    r"(?:[\w.+-]*@[\w.-]*\w"  # mail, or a handle
    r"|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b(?:[/?#:]\S*)?)"  # a host, and what follows it
)
_FARTHEST = 100
"""How many characters before and after a word are looked at."""


def whole(text: str, start: int, end: int, elides: bool) -> tuple[int, int]:
    """The longer name, mail address, host or handle that holds a part of `text[start:end]`.

    Where there is none, and where these words are all of it: `(start, end)`. Where the language
    `elides`, a D’ that begins a sentence is no part of a name.
    """
    first = _name(text, start, elides)
    return (first, end) if first < start else _address(text, start, end)


def _name(text: str, start: int, elides: bool) -> int:
    """Where the name begins that goes on at `start`, after an apostrophe; else `start`."""
    first = start - 1
    if first <= 0 or text[first] not in APOSTROPHES:
        return start
    while first and start - first <= _FARTHEST and is_word(text[first - 1]):
        first -= 1
    word = text[first : start - 1]
    if not word[:1].isupper() or word.capitalize() in _ELIDED:
        return start
    return start if elides and word == _DE and begins_sentence(text, first) else first


def _address(text: str, start: int, end: int) -> tuple[int, int]:
    if text[max(0, start - 1) : start] not in _BESIDE and text[end : end + 1] not in _BESIDE:
        return start, end
    before = re.split(r"\s", text[max(0, start - _FARTHEST) : start])[-1]
    after = re.split(r"\s", text[end : end + _FARTHEST])[0]
    here = start - len(before)
    for address in _ADDRESS().finditer(before + text[start:end] + after):
        first, last = here + address.start(), here + address.end()
        if first < end and start < last and not start <= first <= last <= end:
            return first, last
    return start, end
