"""The changes that give a quotation the marks, dashes and dots of its article: for `--fix`."""

import unicodedata

from builder.ground.text import Folded
from builder.link.anchors.comparing import comparable
from builder.load.rewriting import Change


def respellings(piece: str, words: str) -> tuple[Change, ...]:
    """What to change in `piece`, as an entry has it, to have it as in `words` of the article.

    The two are the same once made comparable, but for a closing comma or stop. White space and
    normal form are left as the entry has them. () where the two are not the same after all.
    """
    ours, theirs = comparable(piece), comparable(words)
    length = min(len(ours.text), len(theirs.text))
    if ours.text[:length] != theirs.text[:length]:
        return ()
    found = []
    for first, last in _groups(ours, theirs, length):
        start, end = ours.origin(first, last)
        begin, stop = theirs.origin(first, last)
        if not _same(piece[start:end], words[begin:stop]):
            found.append(Change(start, end, words[begin:stop]))
    return tuple(found)


def _groups(ours: Folded, theirs: Folded, length: int) -> list[tuple[int, int]]:
    """Stretches of the compared text that stand for whole characters on both sides."""
    ends = [i for i in range(1, length + 1) if _is_end(i, ours) and _is_end(i, theirs)]
    return list(zip([0, *ends], ends, strict=False))


def _is_end(index: int, compared: Folded) -> bool:
    """Whether no character of the original goes on here: an ellipsis is compared as three dots."""
    if index == len(compared.text):
        return True
    return compared.origin(index, index + 1)[0] != compared.origin(index - 1, index)[0]


def _same(one: str, other: str) -> bool:
    if one.isspace() and other.isspace():
        return True
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
