"""Words in capitals that look like acronyms: CJTF-OIR, IEDs, the UN of UN-backed.

What is written large for emphasis, numerals, file names and code are none.
"""

import re
from collections.abc import Iterator

from builder.ground.expressions import expression
from builder.ground.intervals import Intervals
from builder.ground.values import Value
from builder.inspect.acronyms.uppercase import EMPHASIS, LONGEST, also_lowercase, uppercase_words
from builder.link.beginnings import behind_dateline
from builder.model.prose import Prose

_PART = re.compile(r"[^\W_]+")
_NUMERAL = expression(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SPEAKERS = expression(r"[A-Z]{2}(?:(?:, | and | & )[A-Z]{2})+:")
_JOINS = "/._@#*\\=&%$~"
# Short forms that need no explaining: readers of news know them, dictionaries list them as words.
KNOWN = frozenset(
    "OK AM PM AD BC BCE CE TV DJ ID PS NB VS GMT UTC ET PT EST EDT PST PDT BST CET "
    "US USA UK EU UN CD DVD PDF URL HTTP HTTPS GPS DNA HIV AIDS".split()
)
_STATES = frozenset(
    "AL AK AZ AR CA CO CT DC DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ "
    "NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY".split()
)


class Short(Value, frozen=True):
    """An acronym at `text[start:end]`; `word` is it without the s of a plural."""

    word: str
    start: int
    end: int


def acronyms(prose: Prose) -> list[Short]:
    """What looks like an acronym in the running text, headings and code left out, in order."""
    text = prose.text
    found = [short for start, end in uppercase_words(prose) for short in _in_word(text, start, end)]
    if not found:
        return []
    closed = prose.under("code", "nolink")
    plain = also_lowercase(text, {short.word for short in found if len(short.word) > 3})
    said = (leaf for leaf in prose.leaves if leaf.zone == "text" and leaf.start < leaf.end)
    opening = next((leaf.start for leaf in said), len(text))
    begin = behind_dateline(text, opening)
    undated = (short for short in found if not opening <= short.start < begin)
    return [one for one in undated if one.word not in plain and _is_meant(text, one, closed)]


def _in_word(text: str, start: int, end: int) -> Iterator[Short]:
    """The word as an acronym, or else those of its parts that are."""
    if whole := _short(text[start:end], start):
        yield whole
        return
    for part in _PART.finditer(text, start, end):
        if found := _short(part.group(), part.start()):
            yield found


def _short(word: str, start: int) -> Short | None:
    """The word as an acronym: two capitals or more, no small letter but the s of a plural."""
    singular = word[:-1] if word.endswith("s") and word[:-1].isupper() else word
    letters = sum(char.isalpha() for char in singular)
    digits = sum(char.isdigit() for char in singular)
    if not singular.isupper() or letters < 2 or digits > 2 or not singular[0].isalpha():
        return None
    if letters > LONGEST and singular.isalnum():
        return None
    return Short(singular, start, start + len(word))


def _is_meant(text: str, short: Short, closed: Intervals) -> bool:
    word, start, end = short.word, short.start, short.end
    return not (
        KNOWN.issuperset(word.split("-"))
        or word in EMPHASIS
        or _is_numeral(word)
        or (word in _STATES and _stands_with_place(text, word, start))
        or closed.overlap(start, end)
        or _is_label(text, start, end)
        or _is_shortened(text, end)
        or _in_name_of_file(text, start, end)
    )


def _is_numeral(word: str) -> bool:
    """III and LIX; of those with C, D, M only the long: DC, CD and MD are acronyms."""
    return bool(_NUMERAL().fullmatch(word)) and (set(word) <= set("IVXL") or len(word) > 3)


def _stands_with_place(text: str, word: str, start: int) -> bool:
    """Whether a place stands before it, or “in”: Springfield, IL; Washington DC; in NJ."""
    before = text[max(0, start - 40) : start].split()
    last = before[-1] if before else ""
    is_place = last.endswith(",") and last[0].isupper() and not last.isupper()
    return is_place or last == "in" or (last == "Washington" and word == "DC")


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether it opens a line and a colon follows: the initials of speakers, or a heading."""
    first = start - len(text[max(0, start - 40) : start].rpartition("\n")[2])
    if first > 0 and text[first - 1] != "\n":
        return False
    speakers = _SPEAKERS().match(text, first)
    is_alone = first == start and text[end : end + 1] == ":"
    return is_alone or (speakers is not None and end < speakers.end())


def _is_shortened(text: str, end: int) -> bool:
    """Whether an apostrophe and a capital follow: DON’T."""
    return text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2].isupper()


def _in_name_of_file(text: str, start: int, end: int) -> bool:
    """Whether it is part of an address or of a file's name such as README.md."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return (before != "" and before in _JOINS) or (
        after != "" and after in _JOINS and text[end + 1 : end + 2].isalnum()
    )
