"""The Atom feed, read back by feedparser as readers' programs do."""

from __future__ import annotations

import datetime
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup

from builder.pages.corrections import numbers
from tests.project import project
from tests.test_machine_pages import HOME, golden

SETTINGS = "title: Test\nurl: https://example.org/papers/\ntimezone: Asia/Kathmandu\n"


def parsed(feed: str) -> Any:
    """The feed as a reader's program has it; nothing is fetched. It must be well-formed."""
    read = feedparser.parse(feed.encode())
    assert not read.bozo, read.bozo_exception
    assert read.version == "atom10"
    return read


def of(front: str, settings: str = SETTINGS) -> Any:
    """The feed of a site with one article of this front matter."""
    site = project({"a.md": f"---\n{front}\n---\n\nWords.\n", "site.yaml": settings})
    return parsed(site.html("feed.xml"))


def moment(when: Any) -> str:
    """A time of feedparser's, which is in UTC."""
    return datetime.datetime(*when[:6]).isoformat()


def test_articles_and_corrections_stand_newest_first() -> None:
    feed = parsed(golden().html("feed.xml"))
    times = [(e.title, moment(e.published_parsed), moment(e.updated_parsed)) for e in feed.entries]
    corrected = "1843-09-08T00:01:15"  # midnight in London, before it kept Greenwich time
    assert times == [
        ("A prize for an engine", "1855-01-02T00:00:00", "1855-01-02T00:00:00"),
        ("The notes of 1843", "1843-09-05T09:00:00", corrected),
        ("Correction: The notes of 1843", corrected, corrected),
    ]
    assert moment(feed.feed.updated_parsed) == moment(feed.entries[0].updated_parsed)


def test_the_feed_says_whose_it_is_and_where() -> None:
    feed = parsed(golden().html("feed.xml")).feed
    links = {link.rel: link.href for link in feed.links}
    assert links == {"alternate": HOME, "self": f"{HOME}feed.xml"}
    assert feed.id == HOME
    assert feed.title
    assert feed.author


def test_every_entry_leads_to_its_own_place_in_a_page() -> None:
    entries = parsed(golden().html("feed.xml")).entries
    assert len({entry.id for entry in entries}) == len(entries)
    for entry in entries:
        path, _, fragment = entry.link.removeprefix(HOME).partition("#")
        page = BeautifulSoup(golden().html(f"{path}index.html"), "html.parser")
        place = page.find(id=fragment) if fragment else page
        assert place is not None, entry.link
        assert not fragment or entry.summary in place.get_text()


def test_an_entry_in_another_language_than_the_site_says_so() -> None:
    front = "---\ntitle: {}\ndate: 2020-01-07\n{}---\n\nWords.\n"
    mended = "language: ar\ncorrections: [{date: 2020-01-08, text: Mended.}]\n"
    files = {
        "a.md": front.format("A", mended),
        "b.md": front.format("B", ""),
        "c.md": front.format("C", "language: en-GB\n"),
        "site.yaml": SETTINGS + "language: en-GB\n",
    }
    entries = parsed(project(files).html("feed.xml")).entries
    said = [(entry.title, entry.title_detail.language) for entry in entries]
    assert said == [("A", "ar"), ("Correction: A", "ar"), ("B", "en-GB"), ("C", "en-GB")]


def test_ids_stay_when_a_second_article_comes() -> None:
    front = "title: A\ndate: 2020-01-07\ncorrections: [{date: 2020-01-08, text: Mended.}]"
    files = {"a.md": f"---\n{front}\n---\n\nWords.\n", "site.yaml": SETTINGS}
    other = {"b.md": "---\ntitle: B\ndate: 2019-01-07\n---\n\nWords.\n"}
    alone, together = (parsed(project({**files, **more}).html("feed.xml")) for more in ({}, other))
    first = [entry.id for entry in alone.entries]
    assert first == [entry.id for entry in together.entries if entry.title != "B"]
    assert len({alone.feed.id, *first}) == 3


@pytest.mark.parametrize(
    "words",
    [
        "Fish & Chips",
        "1 < 2 > 0",
        "]]> &amp; <!--",
        "“Quoted” 'and' \"so\"",
        "الجسر",
        "<b>bold</b>",
    ],
)
def test_the_words_come_out_as_they_went_in(words: str) -> None:
    quoted = "'" + words.replace("'", "''") + "'"
    feed = of(
        f"title: {quoted}\ndate: 2020-01-07\nbyline: {quoted}\n"
        f"corrections:\n  - date: 2020-01-08\n    text: {quoted}"
    )
    said = {e.id.partition("#")[2]: e for e in feed.entries}
    assert said[""].title == words
    assert said[""].author == words
    assert said["correction_1"].summary == words


@pytest.mark.parametrize(
    ("days", "counted"),
    [
        ([], ()),
        (["08", "09"], (1, 2)),
        (["09", "08"], (2, 1)),
        (["10", "08", "09"], (3, 1, 2)),
        (["08", "08", "09"], (1, 2, 3)),
        (["09", "08", "08"], (3, 2, 1)),
        (["09", "09", "08"], (3, 2, 1)),
    ],
)
def test_corrections_are_counted_from_the_oldest(days: list[str], counted: tuple[int]) -> None:
    assert numbers([f"2020-01-{day}" for day in days]) == counted


def test_a_new_correction_above_the_others_leaves_them_their_addresses() -> None:
    front = "title: Words\ndate: 2020-01-07\ncorrections:\n"
    older = "  - {date: 2020-01-08, text: Older.}\n"
    before, after = of(front + older), of(f"{front}  - {{date: 2020-01-09, text: Newer.}}\n{older}")
    ids = [
        {entry.summary: entry.id for entry in feed.entries if "#" in entry.id}
        for feed in (before, after)
    ]
    assert ids[0].items() <= ids[1].items()
    assert len(ids[1]) == len(set(ids[1].values())) == 2


@pytest.mark.parametrize(
    ("date", "utc"),
    [
        ("2020-01-07", "2020-01-06T18:15:00"),
        ("2020-01-07T10:00:00+05:45", "2020-01-07T04:15:00"),
        ("2020-01-07T10:00:00Z", "2020-01-07T10:00:00"),
    ],
)
def test_a_day_begins_in_the_sites_zone_and_a_time_is_itself(date: str, utc: str) -> None:
    (entry,) = of(f"title: A\ndate: {date}").entries
    assert moment(entry.published_parsed) == moment(entry.updated_parsed) == utc


def test_what_was_updated_says_so() -> None:
    (entry,) = of("title: A\ndate: 2020-01-07\nupdated: 2020-02-01").entries
    assert moment(entry.published_parsed) == "2020-01-06T18:15:00"
    assert moment(entry.updated_parsed) == "2020-01-31T18:15:00"


def test_a_draft_is_in_no_feed() -> None:
    site = project(
        {
            "a.md": "---\ntitle: A\ndate: 2020-01-07\n---\n\nWords.\n",
            "b.md": "---\ntitle: B\ndate: 2020-01-08\ndraft: true\n---\n\nWords.\n",
            "site.yaml": SETTINGS,
        }
    )
    assert [entry.title for entry in parsed(site.html("feed.xml")).entries] == ["A"]


@pytest.mark.parametrize("url", ["", "feeds: false\nurl: https://example.org/\n"])
def test_no_feed_without_an_address_or_against_the_sites_will(url: str) -> None:
    site = project({"a.md": "Words.", "site.yaml": f"title: Test\n{url}"})
    assert not any(page.path == "feed.xml" for page in site.pages)
    assert "feed.xml" not in site.html("index.html")


def test_no_feed_without_an_article_for_it_would_have_no_date() -> None:
    site = project({"site.yaml": SETTINGS, "people.yaml": "ada: {name: Ada Lovelace}\n"})
    assert not any(page.path == "feed.xml" for page in site.pages)
    assert "feed.xml" not in site.html("index.html")


def test_a_feed_that_is_not_well_formed_is_seen() -> None:
    broken = golden().html("feed.xml").replace("</title>", "</titel>", 1)
    assert feedparser.parse(broken.encode()).bozo
