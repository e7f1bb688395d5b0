"""Sentences that say when something was."""

from collections import Counter

import pytest

from builder.ground.intervals import intervals
from builder.link.anchors.comparing import comparable
from builder.propose.events import proposed_events
from tests.project import project

CURLY = "“It ended on 4 November 1979,” she said."


def events(
    text: str, told: str = "", which: str = "", **sidecars: str
) -> list[tuple[str, dict[str, object]]]:
    """The events of a text by their ids; `told` are words that an event has already."""
    files = {f"{name}.yaml": sidecar for name, sidecar in sidecars.items()}
    article, close = project({"a.md": text, **files}).read("a")
    start = article.body.text.find(told) if told else 0
    known = intervals([(start, start + len(told))])
    compared = comparable(article.body.text)
    proposed = proposed_events(article, close.body, compared, known, Counter(), which)
    return [(one.ref.id, {k: v for k, v in one.fields if v}) for one in proposed]


def test_an_event_has_the_articles_words() -> None:
    text = "Long ago.\n\nThe embassy fell on *4 November\n1979*, and many fled. Then it rained."
    assert events(text, which="a") == [
        (
            "the-embassy-fell-on-4",
            {
                "title": "The embassy fell on 4 November 1979, and many fled",
                "date": "1979-11-04",
                "date_text": "on 4 November 1979",
                "basis": "stated",
                "passage": "The embassy fell on 4 November 1979, and many fled.",
                "article": "a",
            },
        )
    ]


def test_an_event_is_about_whom_its_title_names() -> None:
    people = "ann-lee:\n  name: Ann Lee\njo-roe:\n  name: Jo Roe\n"
    bodies = "fbi:\n  name: Federal Bureau of Investigation\n"
    acronyms = (
        "FBI:\n  stands_for: organization:fbi\n  expansion: Federal Bureau of Investigation\n"
    )
    told = (
        "On Sunday the FBI let *Ann\nLee* go to Iraq; of what they had asked of her in the night, "
        "Jo Roe said nothing."
    )
    ((_, event),) = events(
        told, people=people, organizations=bodies, acronyms=acronyms, places="iraq:\n  name: Iraq\n"
    )
    assert event["about"] == ["organization:fbi", "person:ann-lee"]


def test_the_passage_begins_behind_a_dateline() -> None:
    ((_, event),) = events("DOHA (AP) — A bridge fell on Sunday.")
    assert event["passage"] == "A bridge fell on Sunday."


@pytest.mark.parametrize(
    ("sentence", "date", "words"),
    [
        ("It fell on Sunday.", "2020-01-05", "on Sunday"),
        ("It was killed by a drone on Friday.", "2020-01-03", "on Friday"),
        ("Sunday was the day.", "2020-01-05", "Sunday"),
        ("In 1979 it fell.", "1979", "In 1979"),
        ("It fell in the 1970s.", "197X", "in the 1970s"),
        ("It fell in late May 1979.", "1979-05", "in late May 1979"),
        ("It went on from 1978 to 1980.", "1978/1980", "from 1978 to 1980"),
        ("It fell last year.", "2019", "last year"),
        ("On the night of 4 November 1979 it fell.", "1979-11-04", "4 November 1979"),
        ("“I will go in March,” she told us all on Sunday.", "2020-01-05", "on Sunday"),
        ("It fell in March of last year.", "2019-03", "in March of last year"),
        ("They will recall that it fell on 4 November 1979.", "1979-11-04", "on 4 November 1979"),
        ("It was a follow-on Sunday.", "2020-01-05", "Sunday"),
        ("We go on\n\nSunday was the day.", "2020-01-05", "Sunday"),
        ("She said on Sunday that it fell on Friday.", "2020-01-03", "on Friday"),
        ("She said it fell on Sunday.", "2020-01-05", "on Sunday"),
        ("It fell on Sunday, she said.", "2020-01-05", "on Sunday"),
        ("On Sunday it fell, she said.", "2020-01-05", "On Sunday"),
        ("On Sunday a guard shot a man he said was armed.", "2020-01-05", "On Sunday"),
        ("On Sunday the vote was held that will end it.", "2020-01-05", "On Sunday"),
        ("According to her, it fell on Sunday.", "2020-01-05", "on Sunday"),
        ("Call volumes rose on Sunday.", "2020-01-05", "on Sunday"),
        ("In 2020 it fell.", "2020", "In 2020"),
        ("In 2019 it was told that it should fall.", "2019", "In 2019"),
        ("The long and winding road over the hills fell in May 1979", "1979-05", "in May 1979"),
        ("It was so in May 1979:", "1979-05", "in May 1979"),
    ],
)
def test_what_dates_a_sentence(sentence: str, date: str, words: str) -> None:
    ((_, fields),) = events(sentence)
    assert (fields["date"], fields["date_text"]) == (date, words)


@pytest.mark.parametrize(
    "sentence",
    [
        "It has stood since 4 November 1979.",
        "It stood until Sunday.",
        "It must stand by 5 January 2020.",
        "It won in the 1979 vote.",
        "The Act of 1974 is old.",
        "She (born 1979) spoke.",
        "Did it fall on Sunday?",
        "It will stand on Sunday.",
        "They are expected to leave on Sunday.",
        "It opens on 5 May 2021.",
        "Next up is a trip to Doha on Sunday.",
        "The board meets again on Sunday.",
        "She was due on Sunday.",
        "On 4 November 1979.",
        "DOHA, 4 November 1979 – The firm announced it.",
        CURLY,
        "It ended `on 4 November 1979`.",
        "We met on 4 May. 1979 was late.",  # in which one date is in two sentences
        "## On 4 November 1979",
        "It fell, she said on Sunday.",
        "The mayor said late Sunday it was so.",
        "It was so, she said in a written statement on Sunday.",
        "It was so, she told the council on Sunday.",
        "The mayor on Sunday told them so.",
        "On Sunday she said it fell.",
        "But on Sunday, the mayor of Doha told us that it fell.",
        "DOHA (AP) — On Sunday, Mary Roe added that it fell.",
        "On Sunday, speaking in Doha, she said it fell.",
        "Speaking to the council on Sunday, she said it fell.",
        "On Sunday the council will vote on it.",
        "It was so, she said at a news conference in Doha on Sunday.",
        "It was so, according to a report on Sunday.",
        "In 2020 they should see it fall.",
        "It took time from the boys’ 4 May 1979 walk to tell.",
        "The road on 4 May 1979",
        "The long and winding road over the hills to the sea, 4 May 1979",
        "x" * 401 + " on 4 November 1979.",
    ],
)
def test_what_dates_none(sentence: str) -> None:
    assert events(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("“We will go home now,” she told us all on Sunday.", "She told us all"),
        ("“We will go home now,” she rose on Sunday, “now.”", "She rose on Sunday, “now.”"),
        ("DOHA (AP) — A bridge fell on Sunday.", "A bridge fell"),
        ("DOHA, Qatar, — A bridge fell on Sunday.", "A bridge fell"),
        ("It fell on Sunday.", "It fell on Sunday"),
        ("A long bridge fell on Sunday; it had stood for a year.", "A long bridge fell"),
        ("It fell; that was on Sunday.", "It fell; that was"),
        ("On Sunday morning it fell.", "On Sunday morning it fell"),
        ("On Sunday, a bridge fell.", "A bridge fell"),
        (
            "On Sunday it was first proposed in the hall of the city by the mayor.",
            "It was first proposed in the hall of the city…",
        ),
        (
            "It was shut down by the city and the firm, its owner, on Sunday.",
            "It was shut down by the city and the firm, its owner…",
        ),
        (
            "It was shut down by the city and the firm that, on Sunday, left.",
            "It was shut down by the city and the firm…",
        ),
    ],
)
def test_a_title_tells_what_happened(sentence: str, title: str) -> None:
    ((_, fields),) = events(sentence)
    assert fields["title"] == title


@pytest.mark.parametrize(
    ("date", "basis"),
    [
        ("on 4 November 1979", "stated"),
        ("on 1979-11-04", "stated"),
        ("in the 1970s", "stated"),
        ("from 1978-80", "stated"),
        ("on 27 December", "resolved"),
        ("on Sunday", "resolved"),
        ("last year", "resolved"),
    ],
)
def test_a_date_in_full_is_stated_and_any_other_resolved(date: str, basis: str) -> None:
    ((_, fields),) = events(f"It fell {date}.")
    assert fields["basis"] == basis


def test_a_sentence_is_one_event_by_the_first_date_that_dates_it() -> None:
    ((_, fields),) = events("Standing since 1970, it fell in 1979 and again in 1981.")
    assert fields["date"] == "1979"


def test_a_sentence_that_an_event_has_already_is_left_out() -> None:
    text = "It fell in 1979. It rose in 1981."
    assert [id_ for id_, _ in events(text, "fell in")] == ["it-rose-in-1981"]


def test_the_same_words_twice_are_told_apart() -> None:
    first, second = events("First. It fell in 1979. Second. It fell in 1979. Third.")
    words = {"exact": "It fell in 1979.", "suffix": ""}
    assert first == ("it-fell-in-1979", {**first[1], "passage": {**words, "prefix": "First."}})
    prefix = "fell in 1979. Second."
    assert second == ("it-fell-in-1979-2", {**second[1], "passage": {**words, "prefix": prefix}})


def test_what_nothing_tells_apart_is_not_counted_among_them() -> None:
    text = "It fell in 1979. " * 250 + "Then it rose again in 1981."
    assert [id_ for id_, _ in events(text)][-1] == "then-it-rose-again-in"
