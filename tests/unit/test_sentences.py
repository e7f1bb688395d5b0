"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.link.sentences import MOST_AROUND, Sentences, sentences
from tests.samples import prose


@pytest.mark.parametrize(
    "split",
    [
        "He left.|She stayed.",
        "“No,” he said.|“Yes.”|She went.",
        "Gen. Seely signed it.|It was sent.",
        "Mr. Trump met J. Doe in the U.S. last week.",
        "About 5.3 per cent fell.|Then it rose!",
        "Did he?|He did … perhaps.",
        "that is ... what we know",
        "他走了。|她留下了。",
        "ذهب؟|نعم.",
        "One paragraph\n\n|Another one",
        "Cllr. Lee and Det. Insp. Roe met Messrs. Poe at Ft. Worth, cf. Mt. Ida and Rt. Hon. Lee.",
        "Born c. 1950 (b. 1951, d. 1999), see p. 5 and pp. 7 of No. 9.",
        "He said no.|She took plan b.|Lee left.",
        "Am 5. März 2024 kam Lee nach Bonn.|Der 2. Weltkrieg endete am 8. Mai 1945.|Lee ging.",
        "Im 19. Jahrhundert lebte Lee ca. 30 Jahre, am 2. Feiertag und an seinem 50. Geburtstag.",
        "2. Liga: Die Fa. Lee, z. B. Herr Lee, u. a. Herr Roe, kam bzw. Lee ging.",
        "J.P. Roe and M.O.P. Lee left the U.S. Army at 5 p.m. GMT.|He left the U.S.|The end.",
        "On Sun. 5 January and Sat. March 2 he sat.|She lay in the sun.|All of it, e.g. The Times.",
        "I am 19.|She is 20.|They won 19.|May said so.|It was 2019.|August was hot.",
    ],
)
def test_a_text_falls_into_the_sentences_that_readers_see(split: str) -> None:
    text = split.replace("\n\n|", "\n\n").replace("|", "" if "。" in split else " ")
    parts = [text[start:end] for start, end in sentences(prose(text))]
    assert parts == [part.strip() for part in split.split("|")]


@given(st.text(alphabet="aA .!?“”\n。", max_size=60))
def test_sentences_cover_every_word_in_order(text: str) -> None:
    spans = sentences(prose(text))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["." * 100_000 + " He", "Mr. " * 50_000, ". " * 50_000 + "b"])
def test_the_time_is_linear(text: str) -> None:
    assert sentences(prose(text))


def test_of_a_sentence_without_end_whole_words_around_are_kept() -> None:
    text = "before " * 1_000 + "Ada" + " after" * 1_000
    start = text.index("Ada")
    said = Sentences(prose(text)).around(start, start + 3)
    assert said.before.startswith("…before ")
    assert said.before.endswith("before ")
    assert said.after.startswith(" after ")
    assert said.after.endswith("after…")
    assert MOST_AROUND - 10 < len(said.before) <= MOST_AROUND
    assert MOST_AROUND - 10 < len(said.after) <= MOST_AROUND


def test_a_long_sentence_is_whole() -> None:
    text = "before " * 280 + "Ada" + " after" * 330
    start = text.index("Ada")
    said = Sentences(prose(text)).around(start, start + 3)
    assert said.before + said.match + said.after == text
