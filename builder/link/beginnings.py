"""Where sentences begin, as far as names must know it: a capital there says nothing of a word."""

from collections.abc import Callable

from builder.ground.expressions import expression

STOPS = ".!?…؟۔।"
"""What ends a sentence, where a space follows it."""
SPACELESS_STOPS = "。！？"
"""What ends a sentence, whatever follows."""
_BEFORE = STOPS + SPACELESS_STOPS + ":"
_OPENING = "\"'“‘«„([{‹¿¡「『"
_DATELINE = expression(
    r"(?:[^.!?“\"\n]{0,40}\s)?\(\w+\)\s[—–-]{1,2}\s"
    r"|(?=[A-Z.'’ -]{0,40}[A-Z]{4})[A-Z][A-Z.'’ -]{1,40}(?:,\s[\w.,’' ]{1,30}?)?(?:\s\(\w+\))?"
    r"\s[—–-]{1,2}\s"
)
"""The dateline that a text begins with: “NAIROBI (Reuters) - ”, “ST. LOUIS, Jan. 7 (AP) — ”."""
CLOSING = "\"'”’»)]}›」』"


def behind_dateline(text: str, start: int = 0) -> int:
    """Where a text that begins at `start` goes on behind its dateline; `start` if it has none."""
    dateline = _DATELINE().match(text, start)
    return dateline.end() if dateline else start


def begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins here: after a stop, at a block's edge, after an opening mark.

    French has a space behind the mark; in German the same mark closes, and stands at a word.
    """
    opened = _back(text, start, _OPENING.__contains__)
    spaced = _back(text, opened, str.isspace)
    if spaced == 0 or opened < start or "\n\n" in text[spaced:opened]:
        return True
    if text[max(0, spaced - 2) : spaced].strip() == "«":
        return True
    ended = text[_back(text, spaced, CLOSING.__contains__) - 1]
    return ended in SPACELESS_STOPS or (spaced < opened and ended in _BEFORE)


def _back(text: str, index: int, skipped: Callable[[str], bool]) -> int:
    """The place before `index` from which on all characters up to it are skipped."""
    while index and skipped(text[index - 1]):
        index -= 1
    return index
