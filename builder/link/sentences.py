"""Sentences: where one ends, without a model of any language."""

import re
from bisect import bisect_right

from builder.ground.expressions import expression
from builder.link.beginnings import CLOSING, SPACELESS_STOPS, STOPS
from builder.model.prose import Prose
from builder.model.studies import Said

_ANY_STOP = STOPS + SPACELESS_STOPS
_RUN = expression(rf"([{_ANY_STOP}][{_ANY_STOP}{re.escape(CLOSING)}]*)\s*")
"""A stop with the stops and marks that follow it, and the space after them."""
# After these a full stop does not end a sentence.
_ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "cmdr", "adm", "maj"),
        *("brig", "rev", "hon", "sen", "rep", "gov", "pres", "st", "vs", "fig", "jr", "sr"),
        *("inc", "ltd", "co", "corp", "dept", "est", "approx", "art", "sec", "vol", "ed", "eds"),
        *("al", "e.g", "i.e", "jan", "feb", "mar", "apr", "jun"),
        *("jul", "aug", "sept", "sep", "oct", "nov", "dec", "cllr", "rt", "ald", "insp", "supt"),
        *("det", "messrs", "mt", "ft", "ave", "cf", "v", "z.b", "d.h", "u.a", "ca", "bzw", "fa"),
        *("hr", "fr", "nr", "vgl", "sog", "ggf", "evtl", "inkl", "geb", "dipl", "ing", "bspw"),
    )
)
# After these it does not where a number follows: “no” and “p” are words as well.
_BEFORE_NUMBERS = frozenset(("no", "c", "p", "pp", "b", "d"))
# After these it does not where a day follows: “sat” and “sun” are words as well.
_WEEKDAYS = frozenset(("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"))
# After letters with full stops (J.P., U.S., a.m.) it does only before words with which sentences
# begin and names do not.
_OPENING = expression(
    r"\W?(?:An?|And|As|At|After|Before|Both|But|By|For|From|He|Her|His|How|If|In|Its?|My|On|Our|She"
    r"|Since|So|That|The|Their|Then|There|These|They|This|Those|To|We|What|When|Where|While|Who|Why"
    r"|With|Yet|Your?|Aber|Als|Am|Auch|Auf|Bei|Das|Der|Diese?|Eine?|Er|Es|Ich|Ihre?|Im|Mit|Nach"
    r"|Seine?|Sie|Und|Vor|Was|Wenn|Wer|Wie|Wir)\b"
)

_LONGEST = 40  # no abbreviation is longer

# German counts with a full stop, and begins the noun that is counted with a capital. The language
# is not asked: other languages begin it small, or do not write these words before a number.
_COUNTED = expression(
    r"\b(?:[Ii]m|[Dd](?:er|es|em|en|as|ie)|[Vv]om|[Zz]u[mr]|[Bb]eim|[Ss]eit|[Bb]is|[Aa]b|und|oder"
    r"|[Ee]ine?[mnrs]?|[Jj]ede[mnrs]?|(?:[Ss]eine|[Ii]hre|[Mm]eine|[Uu]nsere)[mnrs]?"
    r"|Am|(?<!\bI\s)am)\s+[0-9]{1,3}$"
)
_MONTH = expression(
    r"(?:Jan|Jän|Feb|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Oct|Nov|Dez|Dec)\."
    r"|(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|January|February|March|May(?=\s+[0-9])|June|July|October|December)\b"
)

MOST_AROUND = 2_000
"""How many characters of a sentence are kept on each side of what it is quoted for.

A text without a full stop is one sentence, and of thousands of names in it each would keep it all.
"""


def sentences(prose: Prose) -> list[tuple[int, int]]:
    """The spans of all sentences, in order; a block's edge always ends one."""
    return [s for leaf in prose.leaves for s in _in_leaf(prose.text, leaf.start, leaf.end)]


class Sentences:
    """The sentences of a text, asked for what stands around a place."""

    def __init__(self, prose: Prose) -> None:
        self._text = prose.text
        self._spans = sentences(prose) or [(0, 0)]
        self._starts = [start for start, _ in self._spans]

    def numbers(self, start: int, end: int) -> tuple[int, int]:
        """Which sentences `text[start:end]` begins and ends in, from 0; between two, the first."""
        begins = bisect_right(self._starts, start)
        ends = bisect_right(self._starts, end - 1)
        return max(0, begins - 1), max(0, ends - 1)

    def around(self, start: int, end: int, anchor: str = "") -> Said:
        """The sentence (or sentences) around `text[start:end]`, on one line; “…” where cut."""
        begins, ends = self.numbers(start, end)
        text = self._text
        before = _tail(text, self._spans[begins][0], start)
        after = _head(text, end, self._spans[ends][1])
        return Said(one_line(before), one_line(text[start:end]), one_line(after), anchor)


def _tail(text: str, first: int, end: int) -> str:
    """`text[first:end]`, or the whole words at its end."""
    if end - first <= MOST_AROUND:
        return text[first:end]
    kept = text[end - MOST_AROUND : end]
    return "…" + (kept.partition(" ")[2] or kept)


def _head(text: str, start: int, last: int) -> str:
    """`text[start:last]`, or the whole words at its beginning."""
    if last - start <= MOST_AROUND:
        return text[start:last]
    kept = text[start : start + MOST_AROUND]
    return (kept.rpartition(" ")[0] or kept) + "…"


def one_line(text: str) -> str:
    """`text` with its line ends as spaces; space at its edges stays, for it separates words."""
    return text.replace("\n", " ")


def _in_leaf(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    begin = start
    for run in _RUN().finditer(text, start, end):
        stop, following = run.end(1), run.end()
        if any(
            text[index] in SPACELESS_STOPS or _ends(text, begin, index, (stop, following, end))
            for index in range(run.start(), stop)
            if text[index] in _ANY_STOP
        ):
            spans.append((begin, stop))
            begin = following
    if begin < end:
        spans.append((begin, end))
    return spans


def _ends(text: str, begin: int, index: int, beyond: tuple[int, int, int]) -> bool:
    """Whether the stop at `index` ends the sentence begun at `begin`.

    `beyond`: where the stops and marks end, where the next word begins, where the block ends.
    """
    after, following, end = beyond
    if following >= end:
        return True
    if following == after or text[following].islower():
        return False
    if text[index] != ".":
        return True
    return not _is_within(text, begin, index, following)


def _is_within(text: str, begin: int, index: int, following: int) -> bool:
    """Whether the full stop at `index` belongs to an abbreviation, an initial or an ordinal."""
    before = text[max(begin, index - _LONGEST) : index]
    *earlier, word = before.rsplit(maxsplit=2)[-2:] or [""]
    bare = word.lstrip("\"'“‘«„([").lower()
    if len(bare) == 1 and bare.isalpha():
        lettered = earlier and re.fullmatch(r"\W*\w\.", earlier[0])
        if text[index - 1].isupper() or lettered or text[following + 1 : following + 2] == ".":
            return True
    if bare.isdecimal() and len(bare) <= 3:
        return (
            index - len(word) == begin
            or _MONTH().match(text, following) is not None
            or _COUNTED().search(before) is not None
        )
    if bare in _BEFORE_NUMBERS:
        return text[following].isdecimal()
    if bare in _WEEKDAYS:
        return text[following].isdecimal() or _MONTH().match(text, following) is not None
    if bare in _ABBREVIATIONS:
        return True
    return _is_lettered(bare) and _OPENING().match(text, following) is None


def _is_lettered(word: str) -> bool:
    """Whether a word is letters with full stops between them."""
    return "." in word and all(len(part) == 1 and part.isalpha() for part in word.split("."))
