"""Words in capitals that look like acronyms: CJTF-OIR, IEDs, the UN of UN-backed.

What is written large for emphasis, numerals, file names and code are none.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.ground.intervals import Intervals, intervals
from builder.ground.text import HYPHENS
from builder.model.prose import Prose

_WORD = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
# Two letters that are not plainly small, with nothing but digits and hyphens between them: without
# these there is no acronym, and most lines need no closer look.
_LARGE = re.compile(rf"[^\W\d_a-z][{HYPHENS}0-9]*[^\W\d_a-z]")
_NUMERAL = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LONGEST = 8
"""Letters; what is longer and without a hyphen is a word in capitals."""
_CROWD = 3
"""Words in capitals side by side, from which on they may be emphasis."""
_JOINS = "/._@#\\=&%$~"
# Short forms that need no explaining, and English words that are often written large.
_KNOWN = frozenset(
    "OK AM PM AD BC BCE CE TV DJ ID PS NB VS GMT UTC ET PT EST EDT PST PDT BST CET".split()
)
_EMPHASIS = frozenset(
    "A I AN AND OR NOT NO ALL ANY BUT IS ARE WAS BE DO DOES DID MUST NEVER ALWAYS ONLY VERY THE "
    "THIS THAT YES WILL CAN MAY YOU YOUR MY ME WE OUR TO OF IN ON AT BY FOR FROM IF SO UP NOW NEW "
    "STOP HAS HAVE HAD MORE BOTH EVERY BEFORE AFTER WITH AS MILLION BILLION REALLY PLEASE".split()
)
_STATES = frozenset(
    "AL AK AZ AR CA CO CT DC DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ "
    "NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY".split()
)


class Short(NamedTuple):
    """An acronym at `text[start:end]`; `word` is it without the s of a plural."""

    word: str
    start: int
    end: int


def acronyms(prose: Prose) -> list[Short]:
    """What looks like an acronym in the running text, headings and code left out, in order."""
    if not _LARGE.search(prose.text):
        return []
    found = [
        short
        for leaf in prose.leaves
        if leaf.zone != "heading" and _LARGE.search(prose.text, leaf.start, leaf.end)
        for start, end in _lines(prose.text, leaf.start, leaf.end)
        for short in _in_line(prose.text, start, end)
    ]
    closed = intervals((m.start, m.end) for m in prose.marks if m.element in ("code", "nolink"))
    small = _small_words(prose.text) if any(len(short.word) > 3 for short in found) else frozenset()
    return [short for short in found if _is_meant(prose.text, short, small, closed)]


def _small_words(text: str) -> frozenset[str]:
    """The words that do not stand in capitals, folded."""
    return frozenset(word.casefold() for word in set(_PART.findall(text)) if not word.isupper())


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a stretch, without those that stand in capitals all along."""
    for line in text[start:end].split("\n"):
        if not (line.isupper() and len(_WORD.findall(line)) > 1):
            yield start, start + len(line)
        start += len(line) + 1


def _in_line(text: str, start: int, end: int) -> Iterator[Short]:
    if not _LARGE.search(text, start, end):
        return
    words = list(_WORD.finditer(text, start, end))
    loud = _shouted(text, words)
    for match in words:
        if match.start() in loud or not _LARGE.search(match.group()):
            continue
        if whole := _short(match.group(), match.start()):
            yield whole
            continue
        for part in _PART.finditer(text, match.start(), match.end()):
            if found := _short(part.group(), part.start()):
                yield found


def _short(word: str, start: int) -> Short | None:
    """The word as an acronym: two capitals or more, no small letter but the s of a plural."""
    singular = word[:-1] if word.endswith("s") and word[:-1].isupper() else word
    letters = sum(char.isalpha() for char in singular)
    digits = sum(char.isdigit() for char in singular)
    if not singular.isupper() or letters < 2 or digits > 2 or not singular[0].isalpha():
        return None
    if letters > _LONGEST and singular.isalnum():
        return None
    return Short(singular, start, start + len(word))


def _shouted(text: str, words: list[re.Match[str]]) -> set[int]:
    """Where words begin that stand among three or more in capitals, one of them a plain word."""
    loud: set[int] = set()
    if sum(match.group().isupper() for match in words) < _CROWD:
        return loud
    run: list[re.Match[str]] = []
    for match in words:
        joined = run and text[run[-1].end() : match.start()].strip(" ,!") == ""
        run = [*run, match] if joined and match.group().isupper() else [match]
        plain = any(m.group() in _EMPHASIS or len(m.group()) > _LONGEST for m in run)
        if len(run) >= _CROWD and plain:
            loud.update(m.start() for m in run)
    return loud


def _is_meant(text: str, short: Short, small: frozenset[str], closed: Intervals) -> bool:
    word, start, end = short
    return not (
        word in _KNOWN
        or word in _EMPHASIS
        or _is_numeral(word)
        or (len(word) > 3 and word.casefold() in small)
        or (word in _STATES and _follows_place(text, start))
        or closed.overlap(start, end)
        or _is_label(text, start, end)
        or _is_shortened(text, end)
        or _in_name_of_file(text, start, end)
    )


def _is_numeral(word: str) -> bool:
    """III and XIV; of those with L, C, D, M only the long: DC, CD and MD are acronyms."""
    return bool(_NUMERAL.fullmatch(word)) and (set(word) <= set("IVX") or len(word) > 3)


def _follows_place(text: str, start: int) -> bool:
    """Whether a place and a comma stand before: Springfield, IL."""
    before = text[max(0, start - 40) : start].rstrip()
    return before.endswith(",") and before.rstrip(",").rpartition(" ")[2][:1].isupper()


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether it opens a line and a colon follows: the initials of a speaker, or a heading."""
    return text[end : end + 1] == ":" and (start == 0 or text[start - 1] == "\n")


def _is_shortened(text: str, end: int) -> bool:
    """Whether an apostrophe and a capital follow: DON’T."""
    return text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2].isupper()


def _in_name_of_file(text: str, start: int, end: int) -> bool:
    """Whether it is part of an address, a file's name such as README.md."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (before != "" and before in _JOINS) or (
        after != "" and after in _JOINS and text[end + 1 : end + 2].isalnum()
    )
