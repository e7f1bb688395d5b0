"""Words in capitals in a running text, without headings and what is written large for emphasis."""

import re
from collections.abc import Iterable, Iterator

from builder.ground.text import HYPHENS
from builder.model.prose import Leaf, Prose, leaf_at

Span = tuple[int, int]

# Latin, Greek and Cyrillic; the few small letters among them are sorted out by `isupper`.
_UPPERCASE = "A-Z\u00c0-\u00de\u0100-\u017f\u0391-\u03a9\u0400-\u042f"
_PAIR = re.compile(rf"[{_UPPERCASE}](?:[{HYPHENS}]?[{_UPPERCASE}]|[0-9])")
_PART = re.compile(r"[^\W_]+")
_FEW = 20
LONGEST = 8
"""Letters of an acronym; what is longer and without a hyphen is a word in capitals."""
_CROWD = 3
"""Words in capitals side by side, from which on they may be emphasis, whatever their length."""
_LONG = 4
"""Letters of a word that is emphasis beside a single plain one: NEVER AGAIN, but not THE FBI."""
# English words that are often written large.
EMPHASIS = frozenset(
    "A I AN AND OR NOT NO ALL ANY BUT IS ARE WAS BE DO DOES DID MUST NEVER ALWAYS ONLY VERY THE "
    "THIS THAT YES WILL CAN MAY YOU YOUR MY ME WE OUR TO OF IN ON AT BY FOR FROM IF SO UP NOW NEW "
    "STOP HAS HAVE HAD MORE BOTH EVERY BEFORE AFTER WITH AS MILLION BILLION REALLY "
    "PLEASE WHEREAS".split()
)


def uppercase_words(prose: Prose) -> list[Span]:
    """The places of words with two capitals or more, whole and with what hyphens join to them.

    Left out are headings, lines that stand in capitals all along, and three or more words in
    capitals side by side, or two of some length, if one of them is a plain word.
    """
    words = list(_words(prose.text))
    running = list(_running(prose, words)) if words else []
    shouted = {word for crowd in _crowds(prose.text, running) for word in crowd}
    return [word for word in running if word not in shouted]


def also_lowercase(text: str, words: set[str]) -> set[str]:
    """Those that also stand in small letters in the text: they are words, here in capitals."""
    if len(words) < _FEW:  # counting these costs less than reading every word
        lowered = text.lower()
        words = {word for word in words if lowered.count(word.lower()) > text.count(word)}
    if not words:
        return set()
    small = {word.casefold() for word in set(_PART.findall(text)) if not word.isupper()}
    return {word for word in words if word.casefold() in small}


def _words(text: str) -> Iterator[Span]:
    done = 0
    for match in _PAIR.finditer(text):
        if match.start() >= done:
            start, done = match.span()
            while start and _joins(text[start - 1]):
                start -= 1
            while done < len(text) and _joins(text[done]):
                done += 1
            yield start, done


def _joins(char: str) -> bool:
    return char.isalnum() or char in HYPHENS


def _running(prose: Prose, words: Iterable[Span]) -> Iterator[Span]:
    """The words outside headings and outside lines in capitals."""
    leaves = prose.leaves
    end_of_line, loud = 0, False
    for start, end in words:
        leaf = leaf_at(leaves, start)
        if start >= end_of_line:
            line, end_of_line = _line(prose.text, leaf, start, end)
            loud = line.isupper() and len(_PART.findall(line)) > 1
        if leaf.zone != "heading" and not loud:
            yield start, end


def _line(text: str, leaf: Leaf, start: int, end: int) -> tuple[str, int]:
    """The line around a word, and where it ends."""
    first = max(text.rfind("\n", 0, start) + 1, leaf.start)
    found = text.find("\n", end, leaf.end)
    last = leaf.end if found < 0 else found
    return text[first:last], last


def _crowds(text: str, words: Iterable[Span]) -> Iterator[list[Span]]:
    """Words in capitals side by side that are emphasis."""
    crowd: list[Span] = []
    for word in words:
        if not (crowd and text[crowd[-1][1] : word[0]].strip(" ,!") == ""):
            if _is_emphasis(text, crowd):
                yield crowd
            crowd = []
        if text[slice(*word)].isupper():
            crowd.append(word)
    if _is_emphasis(text, crowd):
        yield crowd


def _is_emphasis(text: str, crowd: list[Span]) -> bool:
    words = [text[start:end] for start, end in crowd]
    plain = any(word in EMPHASIS or len(word) > LONGEST for word in words)
    long = all(word in EMPHASIS or (len(word) >= _LONG and word.isalpha()) for word in words)
    return plain and (len(crowd) >= _CROWD or (len(crowd) > 1 and long))
