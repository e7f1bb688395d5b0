"""Seeking in one article all words that entries quote; each place is a `Sighting`."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import islice

from builder.ground.automaton import Hit, finder
from builder.ground.grouping import grouped
from builder.ground.intervals import Intervals
from builder.ground.values import Value, name_of
from builder.link.anchors.anchoring import Occurrence, TextQuoteSelector, core, occurrences
from builder.link.anchors.comparing import comparable
from builder.link.anchors.marks import quoted
from builder.link.anchors.quoting import left_out, quoting, unquoted
from builder.link.anchors.words import cue_of, words_of
from builder.link.sentences import Sentences
from builder.model.annotations import Sighting
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.entries import Quote
from builder.model.prose import Prose

MOST_PIECES = 20
"""Pieces of a quotation from which on it is not looked for."""
_HEAD = 32
"""Characters of words by which they are looked for: so no more than these can end at one place."""
_AT_ONCE = 4_096
"""Characters of a text that are looked through at once: many words overlap."""
MOST_PLACES = 100
"""More places of the same words are not told apart: each entry must cost no more than a few passes
over the text."""


class _Around(Value, frozen=True):
    """A body, its sentences, where words may be quoted, and where they stand between marks."""

    body: Prose
    sentences: Sentences
    quoted: Intervals
    between: Sequence[tuple[int, int]]


class Sought(Value, frozen=True, dict=True):
    """All words that entries say stand in an article, each once, by their key (`key_of`).

    They are found in two steps: the automaton looks for how they begin, then each that may stand
    there is compared in full. `cues`: the keys of words such as “he said”, of which the first place
    in an article is enough.
    """

    selectors: Mapping[str, TextQuoteSelector]
    cues: frozenset[str] = frozenset()

    @cached_property
    def identity(self) -> str:
        """Equal identities, equal sightings in the same text."""
        return name_of((list(self.selectors), sorted(self.cues)))

    @cached_property
    def _keys(self) -> Mapping[str, list[str]]:
        """The keys of the words whose first piece begins with the same core."""
        return grouped(
            (first, key)
            for key, selector in self.selectors.items()
            if selector.pieces and (first := core(selector.pieces[0]))
        )

    @cached_property
    def _heads(self) -> Mapping[str, list[int]]:
        """The numbers of the cores that begin alike."""
        return grouped((words[:_HEAD], number) for number, words in enumerate(self._keys))

    @cached_property
    def _find(self) -> Callable[[str], list[Hit]]:
        return finder(self._heads)

    def _likely(self, text: str) -> list[int]:
        """The numbers of the cores whose beginning stands in a text."""
        found: set[int] = set()
        for start in range(0, len(text), _AT_ONCE):
            hits = self._find(text[start : start + _AT_ONCE + _HEAD])
            found.update(head for head, _, _ in hits)
        heads = list(self._heads.values())
        return sorted(number for head in found for number in heads[head])

    def sightings(self, article: Article) -> tuple[Sighting, ...]:
        """Every place in an article where any of the words stand; one pass finds the candidates."""
        if not self.selectors:
            return ()
        compared = comparable(article.body.text)
        cores = list(self._keys)
        likely = self._likely(compared.text)
        if not likely:
            return ()
        body = article.body
        around = _Around(body, Sentences(body), quoting(body), quoted(body))
        return tuple(
            _sighting(key, place, around)
            for number in likely
            for key in self._keys[cores[number]]
            for place in islice(occurrences(self.selectors[key], compared), self._most(key))
        )

    def _most(self, key: str) -> int:
        return 1 if key in self.cues else MOST_PLACES


def sought(content: Content) -> Sought:
    """The words that the entries of a site say stand in an article."""
    listed = (words.selector for entry in content.entries.values() for words in words_of(entry))
    words = {key_of(one): one for one in listed if len(one.pieces) <= MOST_PIECES}
    cues = {key_of(one): one for one in map(cue_of, content.of_type(Quote)) if any(one.pieces)}
    return Sought(cues | words, frozenset(cues.keys() - words.keys()))


def key_of(selector: TextQuoteSelector) -> str:
    """The key of words that are sought: equal words, with equal ones around them, have one key."""
    return name_of(selector)


def _sighting(key: str, place: Occurrence, around: _Around) -> Sighting:
    spans, grade = place.spans, place.grade
    text = around.body.text
    sentence = around.sentences.around(spans[0][0], spans[-1][1])
    return Sighting(
        key,
        spans,
        grade,
        around.body.locate(*spans[0]),
        tuple(text[start:end] for start, end in spans),
        sentence.before,
        sentence.after,
        unquoted(text, spans, around.quoted),
        left_out(text, spans, around.between),
    )
