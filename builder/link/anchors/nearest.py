"""The passage nearest to words that do not stand in a text, and the difference word by word."""

from collections import Counter, deque
from collections.abc import Mapping, Sequence
from functools import lru_cache

from builder.ground.expressions import expression
from builder.ground.grouping import grouped
from builder.ground.text import DASHES, DOUBLE_MARKS
from builder.ground.values import Value
from builder.link.anchors.comparing import alike

ALTERED = 0.6
"""From this likeness on, words count as altered rather than missing."""
NEAR = 0.4
"""Below it, words share little more than “in the” and a year, and would send an editor astray.

Of 115 passages and quotations whose article was taken away, nine in ten were less like any words
that stayed.
"""

MOST_WORDS = 1_500
"""Words that are compared: the time it takes grows with their square."""

_WORD = expression(rf"[^\s{DOUBLE_MARKS}{DASHES}]+")
_AROUND = ",.;:!?()…‹›‚،؛؟。，、！？"


class Nearest(Value, frozen=True):
    """The span of the text that is most like the words; `likeness` from 0 to 1."""

    start: int
    end: int
    likeness: float


def nearest(words: str, text: str) -> Nearest:
    """The stretch of `text` that is most like `words`; in time linear in the text.

    Every window as long as the words is weighed by the words it shares, and only those words are
    looked at; the best is then compared in order and trimmed to what it has in common.
    """
    from difflib import SequenceMatcher  # only faulty sites pay for it

    wanted = [token for token, _, _ in _tokens(words)[:MOST_WORDS]]
    tokens = _tokens(text)
    if not wanted or not tokens:
        return Nearest(0, 0, 0.0)
    width = min(len(wanted), len(tokens))
    first = _best_window(_places(text), Counter(wanted), width)
    low, high = max(0, first - 3), min(len(tokens), first + width + 3)
    matcher = SequenceMatcher(None, [token for token, _, _ in tokens[low:high]], wanted, False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return Nearest(0, 0, 0.0)
    begin = low + max(0, blocks[0].a - blocks[0].b)
    last = blocks[-1]
    stop = min(high, low + last.a + len(wanted) - last.b)  # what is left of the words counts, too
    shared = sum(block.size for block in blocks)
    end = _with_stops(words, text, tokens[stop - 1][2])
    return Nearest(tokens[begin][1], end, 2 * shared / (len(wanted) + stop - begin))


def _with_stops(words: str, text: str, end: int) -> int:
    """The end of the passage, behind the stops with which the words end, if it has them too."""
    stops = words[len(words.rstrip(_AROUND)) :]
    return end + len(stops) if text.startswith(stops, end) else end


@lru_cache(maxsize=8)  # many words are looked for in the same few articles
def _tokens(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of `text`, made comparable, with their spans; marks around them left out."""
    tokens = []
    known: dict[str, str] = {}
    for found in _WORD().finditer(text):
        bare = found[0].strip(_AROUND)
        if bare:
            start = found.start() + found[0].index(bare)
            if bare not in known:
                known[bare] = alike(bare)
            tokens.append((known[bare], start, start + len(bare)))
    return tuple(tokens)


@lru_cache(maxsize=8)
def _places(text: str) -> Mapping[str, Sequence[int]]:
    """The places of each word among the words of `text`, from 0."""
    return grouped((token, index) for index, (token, _, _) in enumerate(_tokens(text)))


def _best_window(places: Mapping[str, Sequence[int]], wanted: Counter[str], width: int) -> int:
    """Where the window of `width` tokens begins that shares most words with `wanted`."""
    seen = dict.fromkeys(wanted, 0)
    within: deque[tuple[int, str]] = deque()
    shared = best = best_at = 0
    for index, token in sorted((at, word) for word in wanted for at in places.get(word, ())):
        within.append((index, token))
        seen[token] += 1
        shared += seen[token] <= wanted[token]
        while within[0][0] <= index - width:
            _, left = within.popleft()
            shared -= seen[left] <= wanted[left]
            seen[left] -= 1
        if shared > best:
            best, best_at = shared, max(0, index - width + 1)
    return best_at


def word_diff(entry: str, article: str) -> str:
    """The difference on one line: words of the entry alone as [-…-], of the article as {+…+}."""
    from difflib import SequenceMatcher

    ours, theirs = entry.split()[:MOST_WORDS], article.split()[:MOST_WORDS]
    matcher = SequenceMatcher(None, [alike(w) for w in ours], [alike(w) for w in theirs], False)
    parts: list[str] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            parts += theirs[j1:j2]
        else:
            parts += [f"[-{' '.join(ours[i1:i2])}-]"] if i1 < i2 else []
            parts += [f"{{+{' '.join(theirs[j1:j2])}+}}"] if j1 < j2 else []
    return " ".join(parts)
