"""`backstory why`: the rule, rival or earlier mention that decided, at every place."""

import shutil
from pathlib import Path

import pytest

from tests.smallsite import ROOT, backstory, put, site

STORY = """---
title: A bridge
date: 2020-01-07
---

Ada Lovelace opened the bridge on Sunday. “It’s long in the making,” Ada said. Will she?
"""
FILES = {
    "content/story.md": STORY,
    "content/people.yaml": (
        "ada-lovelace:\n  name: Ada Lovelace\n  other_names: [Ada]\n"
        "will:\n  name: Will Power\n  other_names: [{name: Will, match: never}]\n"
    ),
    "content/quotes.yaml": (
        "slow:\n  exact: It's long in the making\n  speaker: person:ada-lovelace\n"
    ),
    "content/timeline.yaml": (
        "opening:\n  title: The opening\n  date: 2020-01-05\n  date_text: on Sunday\n"
        "  basis: resolved\n  reckoning: The Sunday before.\n"
        "  passage: opened the bridge on Sunday\n"
    ),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "site", FILES)


def said(root: Path, *words: str) -> str:
    done = backstory("why", *words, cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_name_links_or_names_the_mention_that_decided(root: Path) -> None:
    assert said(root, "Ada") == (
        "content/story.md:6:1: Ada Lovelace opened the bridge on Sund…\n"
        "  links to person:ada-lovelace: it is part of “Ada Lovelace”; the first mention here\n"
        "\n"
        "content/story.md:6:70: …Sunday. “It’s long in the making,” Ada said. Will she?\n"
        "  names person:ada-lovelace, without a link: mentioned and linked before\n"
        "  › content/story.md:6:1: linked here\n"
    )


def test_an_id_tells_of_every_mention(root: Path) -> None:
    assert said(root, "ada-lovelace").count("person:ada-lovelace") == 2
    assert said(root, "person:ada-lovelace") == said(root, "ada-lovelace")


def test_an_id_is_meant_however_its_accents_are_stored(root: Path) -> None:
    put(root, "content/people.yaml", "zoë:\n  name: Zoë Power\n")
    put(root, "content/quotes.yaml", "")
    assert "person:zoë\n" in said(root, "zoe\u0308")


def test_a_word_that_is_no_name_is_explained(root: Path) -> None:
    told = said(root, "will")
    assert "person:will has the form “Will”, but it is never looked for (match: never)" in told
    assert "› content/people.yaml:6:" in told


def test_a_quotation_tells_its_grade_and_place(root: Path) -> None:
    told = said(root, "slow")
    assert "typographic" in told
    assert "content/story.md:6:44: “It’s long in the making,”" in told
    assert "the entry has: “It's long in the making”" in told
    assert said(root, "It’s long in the making") == told


def test_an_altered_quotation_tells_the_difference(root: Path) -> None:
    put(root, "content/quotes.yaml", "gone:\n  exact: It is long in the making\n")
    done = backstory("why", "gone", cwd=root)
    assert "The quotation differs from the article: [-It is-]" in done.stdout
    assert "backstory check" in done.stderr


@pytest.mark.parametrize("words", ["opening", "event:opening", "On sunday"])
def test_a_date_tells_its_reckoning(root: Path, words: str) -> None:
    told = said(root, words)
    assert "January 5, 2020 (2020-01-05)" in told
    assert "resolved: counted from the day of the article" in told
    assert "the day of “story” is 2020-01-07, a Tuesday" in told
    assert "reckoning: The Sunday before." in told
    assert "content/story.md:6:14: “opened the bridge on Sunday”" in told


def test_a_date_counted_from_another_is_not_said_to_be_counted_from_the_article(root: Path) -> None:
    put(root, "content/story.md", STORY + "\nThe next day it rained.\n")
    closing = (
        "closing:\n  title: The closing\n  date: 2020-01-06\n  date_text: The next day\n"
        "  basis: resolved\n  passage: The next day it rained\n"
    )
    put(root, "content/timeline.yaml", FILES["content/timeline.yaml"] + closing)
    told = said(root, "closing")
    assert (
        "resolved: worked out from the article’s words\n  the article’s words for it: “The " in told
    )
    assert "the day of" not in told


def test_what_stands_nowhere_is_said(root: Path) -> None:
    done = backstory("why", "Esper", cwd=root)
    assert (done.returncode, done.stdout) == (0, "")
    assert "stands in no article" in done.stderr


@pytest.mark.parametrize(
    ("typed", "proper"), [("ADA-Lovelace", "ada-lovelace"), ("EVENT:Opening", "event:opening")]
)
def test_an_id_may_be_in_any_capitals(root: Path, typed: str, proper: str) -> None:
    assert said(root, typed) == said(root, proper)


@pytest.mark.parametrize("words", ["jane-doe", "Person:Jane-Doe"])
def test_an_entry_that_no_article_names_is_found(root: Path, words: str) -> None:
    jane = "jane-doe:\n  name: Jane Doe\n  other_names: [Doe]\n"
    put(root, "content/people.yaml", FILES["content/people.yaml"] + jane)
    assert said(root, words) == (
        "content/people.yaml:7:1: person:jane-doe\n"
        "  no article names it\n"
        "  its names: “Jane Doe”, “Doe”\n"
    )


def test_misquoted_words_are_compared_with_the_nearest(root: Path) -> None:
    done = backstory("why", "It’s very long in the making", cwd=root)
    assert (done.returncode, done.stderr) == (
        0,
        "“It’s very long in the making” stands in no article, and is no id.\n",
    )
    assert done.stdout.startswith(
        "content/story.md:6:44: the nearest words: “It’s long in the making”\n"
        "  The wording differs from the article: It’s [-very-] long in the making\n\n"
    )
    assert done.stdout.endswith(said(root, "slow"))


def test_misquoted_words_are_compared_with_an_entry_that_is_misquoted_too(root: Path) -> None:
    put(root, "content/quotes.yaml", "gone:\n  exact: Nobody knows what a bridge like that costs\n")
    done = backstory("why", "Nobody knows what the bridge like that costs", cwd=root)
    assert "content/quotes.yaml:1:1: quote:gone\n" in done.stdout
    assert "differs from the entry: Nobody knows what [-the-] {+a+} bridge like that" in done.stdout


def test_a_site_that_cannot_be_read_is_exit_1(root: Path) -> None:
    put(root, "site.yaml", "[")
    done = backstory("why", "Ada", cwd=root)
    assert (done.returncode, done.stdout) == (1, "")
    assert "site.yaml" in done.stderr


def test_the_answer_that_the_documentation_shows_is_the_one_that_is_given(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "site.yaml", tmp_path)
    page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    shown = page.partition("$ backstory why washington\n")[2].partition("```")[0]
    assert backstory("why", "washington", cwd=tmp_path).stdout == shown
