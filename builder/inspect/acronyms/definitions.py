"""Acronyms that the article explains itself: “International Zone (IZ)”, “IZ stands for …”.

The rule for brackets is that of Schwartz and Hearst (2003), “A simple algorithm for identifying
abbreviation definitions in biomedical text”; the others ask for the initials, word by word.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from builder.ground.expressions import expression
from builder.ground.text import SPACES
from builder.inspect.acronyms.capitals import Short

_NEAR = 400
"""Characters before and after an acronym that may explain it."""
_CUE = 60
"""Characters just before it that may lead over to it."""
_QUOTES = "\"'“”‘’"
_BRACKET = expression(
    rf"\((?:or |also |now |then |known as |called |abbreviated (?:as )?|hereafter )*(?:the )?"
    rf"[{_QUOTES}]?$"
)
_CLOSED = expression(rf"[{_QUOTES}]?(?: for short)?\s*[),;]")
_IN_BRACKETS = expression(r"\s*\(([^()]{4,160})\)")
_STANDS_FOR = expression(
    rf"[{_QUOTES}]?,?\s+(?:which |that )?(?:is |was )?"
    r"(?:stands?|stood|short|(?:an? |the )?(?:acronym|abbreviation)) for\b"
)
_NAME = expression(r"[\s:]*(?:the )?([^.,;:()\n]{4,120})")
_BEFORE = expression(
    r"(?:,|\s[–—-]|\s?—|(?=\sor\s))\s*(?:or |also )?(?:known as |called |abbreviated (?:as )?)?"
    rf"(?:the )?[{_QUOTES}]?$"
)
_AFTER = expression(
    rf"[{_QUOTES}]?(?:,|:|\s[–—-]|\s?—)\s*(?:or |meaning |that is,? |i\.e\.,? )?(?:the )?"
)
# The article of “l’Association” is no part of the word.
_WORD = expression(r"(?![dl]['’])[^\W_]+(?:['’][^\W_]+)?", re.IGNORECASE)
_GAPS = frozenset(SPACES + "-")
_MOST_SMALL = 3
"""Small words that may stand between two that an acronym takes a letter of."""
SMALL = frozenset(
    "of the and for in on to a an at by with & de la le des du et del el los las y para "
    "und der des für von".split()
)
"""Words that need not have a letter in an acronym."""
_NO_NAME = frozenset(("a", "an", "at", "by", "with", "Dr", "Mr", "Mrs", "Ms"))

_MOST_LETTERS = 16
"""Of longer words no expansion is looked for: they stand for nothing, and would cost too much."""
_LEAVING = expression(rf"(?:{'|'.join(sorted(SMALL))})\s")


def is_defined(text: str, short: Short, paragraph: tuple[int, int]) -> bool:
    """Whether the article says, at this very place, what the acronym stands for.

    Args:
        text: The article's text.
        short: The acronym, with its place.
        paragraph: Where the paragraph begins and ends in which it stands.
    """
    before = text[max(paragraph[0], short.start - _NEAR) : short.start]
    after = text[short.end : min(paragraph[1], short.end + _NEAR)]
    tail = max(0, len(before) - _CUE)
    if _STANDS_FOR().match(after):
        return True
    if (bracket := _BRACKET().search(before, tail)) and _CLOSED().match(after):
        named = before[: bracket.start()].rstrip()
        return spelled(short.word, named) or _ends_in_name(named)
    if within := _IN_BRACKETS().match(after):
        return spelled(short.word, within[1], from_start=True) or _begins_with_name(within[1])
    letters = _letters(short.word)
    comma = _BEFORE().search(before, tail)
    if comma and _spellings(_words(before[: comma.start()]), letters):
        return True
    following = _AFTER().match(after)
    return following is not None and _spell_count(_words(after[following.end() :]), letters) > 0


def words_of(text: str, short: Short, paragraph: tuple[int, int]) -> str:
    """The words that the article says, at this very place, the acronym stands for; "" if none.

    Of words that hold its letters, but do not begin with them, nobody knows where they begin.
    """
    start, end = spelled_before(text, short.start, short.word)
    if paragraph[0] <= start < end:
        return _singular(" ".join(text[start:end].split()), text[short.start : short.end])
    after = text[short.end : min(paragraph[1], short.end + _NEAR)]
    if within := _IN_BRACKETS().match(after):
        return _named(within[1], short.word)
    if (leading := _STANDS_FOR().match(after)) and (named := _NAME().match(after, leading.end())):
        return _named(named[1], short.word)
    return ""


def _singular(words: str, short: str) -> str:
    """The words without the end of a genitive, or of a plural where the acronym has one too."""
    bare = re.sub("[’']s?$", "", words)
    is_plural = short.endswith("s") and bare.endswith("s") and not bare.endswith(("es", "ss"))
    return bare[:-1] if is_plural else bare


def _named(words: str, short: str) -> str:
    """The words on one line, if they spell the acronym from their beginning; else ""."""
    line = " ".join(words.split()).strip(f"{_QUOTES},")
    return line if spelled(short, line, from_start=True) else ""


def expansion(text: str, word: str) -> str:
    """Words in the article that begin with the letters of the acronym; "" where none do.

    Of CO2 they would not say what the number is, and are not looked for.
    """
    first, *others = (char for char in word if char.isalpha())
    if len(others) >= _MOST_LETTERS or any(map(str.isdigit, word)):
        return ""
    walk = _Walk(text, others)
    for match in re.finditer(rf"(?<!\w){first}[^\W_]+", text):
        if end := walk.end(0, match.end()):
            words = " ".join(text[match.start() : end].split())
            if _is_likely(words.replace("-", " ").split()):
                return words
            if word in words.split():
                return ""
    return ""


def _is_likely(words: Sequence[str]) -> bool:
    """Whether words may be a name: no acronym, no doer is among them, and its edges are not small.

    “Dame by Elizabeth” is what somebody did; names are joined by “of”, “and”, “for”, and
    “Mrs Pritchard” is no MP.
    """
    edges = (words[0].lower(), words[-1].lower())
    is_acronym = any(sum(map(str.isupper, one)) > 1 for one in words)
    return SMALL.isdisjoint(edges) and _NO_NAME.isdisjoint(words) and not is_acronym


class _Walk:
    """Walks through a text from word to word, each for the next letter.

    Up to three small words may stand between. A small word may also stand for its letter: where
    that came to nothing is kept, or the ways to try would double with each letter.
    """

    def __init__(self, text: str, letters: Sequence[str]) -> None:
        self._text = text
        self._steps = [_word_of(letter) for letter in letters]
        self._failed: set[tuple[int, int]] = set()

    def end(self, letter: int, place: int) -> int:
        """Where the words for the letters from this one on end, behind a place; 0 if nowhere."""
        if letter == len(self._steps):
            return place
        if (letter, place) in self._failed:
            return 0
        for start in self._starts(place):
            word = self._steps[letter].match(self._text, start)
            if word and (end := self.end(letter + 1, word.end())):
                return end
        self._failed.add((letter, place))
        return 0

    def _starts(self, place: int) -> Iterator[int]:
        """Where the next word may begin: behind as many small words as there are, or fewer."""
        if self._text[place : place + 1] not in _GAPS:
            return
        starts = [place + 1]
        while len(starts) <= _MOST_SMALL and (small := _LEAVING().match(self._text, starts[-1])):
            starts.append(small.end())
        yield from reversed(starts)


@cache
def _word_of(letter: str) -> re.Pattern[str]:
    """A word that begins with a letter as it is written, or a small one that begins with it."""
    lowered = "".join(f"|{one}" for one in sorted(SMALL) if one[0] == letter.lower())
    return re.compile(rf"(?:{letter}[^\W_]*{lowered})(?!\w)")


def spelled_before(text: str, start: int, short: str) -> tuple[int, int]:
    """Where the words stand that spell an acronym, which follows in brackets; (0, 0) if nowhere.

    Their first letters are asked for, word by word: of others nobody knows where they begin.
    """
    before = text[max(0, start - _NEAR) : start]
    bracket = _BRACKET().search(before, max(0, len(before) - _CUE))
    if bracket is None:
        return 0, 0
    words = list(_WORD().finditer(before, 0, bracket.start()))
    begin = start - len(before)
    for index in _spellings([word[0] for word in words], _letters(short)):
        if words[index][0] not in SMALL:
            return begin + words[index].start(), begin + words[-1].end()
    return 0, 0


def spelled(short: str, long: str, *, from_start: bool = False) -> bool:
    """Whether the letters of `short` stand in `long` in order, the first at a word's beginning.

    The words are the last of `long`, or with `from_start` its first.
    """
    letters = _letters(short)
    most = min(len(letters) + 5, 2 * len(letters))
    words = _words(long)[:most] if from_start else _words(long)[-most:]
    line = " ".join(words).lower()
    end = len(line)
    for letter in reversed(letters[1:]):
        end = max(0, line.rfind(letter, 0, end))
    if from_start:
        return line.startswith(letters[0], 0, end)
    return f" {letters[0]}" in f" {line[:end]}"


def _letters(word: str) -> list[str]:
    return [char.lower() for char in word if char.isalpha()]


def _words(text: str) -> list[str]:
    return _WORD().findall(text)


def _spellings(words: Sequence[str], letters: Sequence[str]) -> list[int]:
    """The numbers of the words from which on all to the end spell the letters, nearest first.

    Of “the Green International Zone” and i, z that is 2. Without letters, as in 112, it is none.
    """
    farthest = max(0, len(words) - 2 * len(letters))
    indexes = range(len(words) - 1, farthest - 1, -1)
    return [at for at in indexes if _spell_count(words[at:], letters) == len(words) - at]


def _spell_count(words: Sequence[str], letters: Sequence[str]) -> int:
    """How many words it takes to spell the letters by their initials; 0 if they do not."""
    left = list(letters)
    for count, word in enumerate(words, 1):
        if word[0].lower() == left[0]:
            left.pop(0)
        elif word.lower() not in SMALL:
            return 0
        if not left:
            return count
    return 0


def _ends_in_name(text: str) -> bool:
    """Whether the last two words are written large, as in World Health Organization (OMS)."""
    last = text[-80:].split()[-2:]
    return len(last) == 2 and all(word[:1].isupper() for word in last)


def _begins_with_name(text: str) -> bool:
    first = [word for word in text.split()[:4] if word.lower() not in SMALL]
    return len(first) > 1 and all(word[:1].isupper() and not word.isupper() for word in first)
