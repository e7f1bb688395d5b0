"""builder.link.anchors.seeking: many words that overlap are found in a time that is bounded."""

import pytest

from builder.ground.automaton import Hit
from builder.ground.text import is_edge
from builder.link.anchors import anchoring
from builder.link.anchors.anchoring import TextQuoteSelector, occurrences
from builder.link.anchors.comparing import comparable
from builder.link.anchors.seeking import _HEAD, Sought, key_of
from tests.project import project


def sought(*words: str) -> Sought:
    return Sought({key_of(one): one for one in (TextQuoteSelector((text,)) for text in words)})


def test_words_that_begin_alike_are_looked_for_once() -> None:
    words = sought(*("a" * length for length in range(1, 300)))
    hits: list[Hit] = words._find("a" * 1_000)
    assert len(hits) <= 1_000 * _HEAD


def test_words_are_likely_to_stand_where_they_begin() -> None:
    long = "They said that they would come again in spring"
    words = sought("never", long, long + " or not", "spring")
    assert words._likely(f"It rained. {long}.") == [1, 2, 3]
    assert words._likely("It rained.") == []


def test_inside_a_long_word_only_its_edges_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a" * 5_000 + " aa … aa人人b a\N{SOFT HYPHEN}aa. " + "a" * 5_000
    anchoring._edges(text)
    looked: list[int] = []

    def counted(text: str, index: int) -> bool:
        looked.append(index)
        return is_edge(text, index)

    monkeypatch.setattr(anchoring, "is_edge", counted)
    selector = TextQuoteSelector(("aa",))
    spans = [place.spans for place in occurrences(selector, comparable(text))]
    assert [text[start:end] for ((start, end),) in spans] == ["aa", "aa", "aa"]
    assert len(looked) < 500


def test_of_words_that_introduce_quotations_one_place_is_kept() -> None:
    key = key_of(TextQuoteSelector(("he said",)))
    article, _ = project({"a.md": "He said so, he said, and he said no.\n"}).read("a")
    for cues, places in ((frozenset({key}), 1), (frozenset[str](), 2)):
        words = Sought({key: TextQuoteSelector(("he said",))}, cues)
        assert len(words.sightings(article)) == places
