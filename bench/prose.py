"""Invented words, sentences and paragraphs, the same for the same seed on every machine."""

import bisect
import itertools
import random
from collections.abc import Sequence

from bench.words import COMMON, FIRST_NAMES, SYLLABLES

INVENTED_WORDS = 3_500


class Writer:
    """Draws words from one stream of random numbers; each call moves the stream on."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._vocabulary = [*dict.fromkeys(COMMON), *self._invented()]
        self._weights = weights(len(self._vocabulary), 3, 0.9)

    def pick(self, cumulative: Sequence[float]) -> int:
        """An index, by cumulative weights."""
        place = bisect.bisect(cumulative, self.random.random() * cumulative[-1])
        return min(place, len(cumulative) - 1)

    def word(self) -> str:
        """A word: common ones often, rare ones rarely, as in any language (Zipf)."""
        return self._vocabulary[self.pick(self._weights)]

    def words(self, count: int) -> str:
        """Some words with spaces between them."""
        return " ".join(self.word() for _ in range(count))

    def sentence(self, mention: str = "") -> str:
        """A sentence of Markdown with a mention in it; some have bold words or a link."""
        count = self.random.randint(9, 22)
        words = [self.word() for _ in range(count)]
        if mention:
            words.insert(self.random.randint(0, count), mention)
        if count > 14:
            words[count // 2] += ","
        text = " ".join(words)
        if self.random.random() < 0.08:
            text = self._with_bold(text)
        if self.random.random() < 0.03:
            text += f" [{self.words(2)}](https://example.org/{self.word()})"
        return text[0].upper() + text[1:] + "."

    def plain_sentence(self) -> str:
        """A sentence without markup."""
        return self.sentence().replace("*", "").split(" [")[0]

    def paragraphs(self) -> str:
        """Two paragraphs of three sentences."""
        return "\n\n".join(" ".join(self.sentence() for _ in range(3)) for _ in range(2))

    def syllables(self, least: int, most: int) -> str:
        """An invented word of `least` to `most` syllables."""
        count = self.random.randint(least, most) if least < most else least
        return "".join(self.random.choice(SYLLABLES) for _ in range(count))

    def first_name(self) -> str:
        """A given name."""
        return self.random.choice(FIRST_NAMES)

    def _invented(self) -> list[str]:
        found: set[str] = set()
        while len(found) < INVENTED_WORDS:
            found.add(self.syllables(2, 4))
        shuffled = sorted(found)
        self.random.shuffle(shuffled)
        return shuffled

    def _with_bold(self, text: str) -> str:
        words = text.split(" ")
        place = self.random.randint(0, len(words) - 3)
        words[place] = "**" + words[place]
        words[place + 1] += "**"
        marked = " ".join(words)
        return marked.replace("**", "") if marked.count("**") % 2 else marked


def weights(count: int, shift: int, power: float) -> list[float]:
    """Cumulative weights in which the i-th weighs 1 / (i + shift) ** power."""
    return list(itertools.accumulate(1 / (i + shift) ** power for i in range(count)))
