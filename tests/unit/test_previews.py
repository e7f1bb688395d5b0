"""Previews, companions and notes of the margin, as values."""

from builder.pages.census import MOST
from builder.pages.counting import LISTED
from builder.pages.views.articles import ArticlePage
from builder.pages.views.entries import EntryPage
from builder.pages.views.previews import Preview
from tests.project import Project, project

PEOPLE = """\
ada:
  name: Ada Lovelace
  other_names: [Lovelace]
  summary: One sentence about [Babbage](person:babbage). A second. A third.
babbage:
  name: Charles Babbage
unnamed:
  name: Grace Hopper
"""
QUOTES = "q:\n  exact: It works\n  speaker: person:ada\n"
EVENTS = """\
show:
  title: The show
  date: 1843-07-10
  date_text: on Monday
  basis: resolved
  passage:
    - the machine was ready
    - Babbage watched on Monday
"""
TEXT = """\
Ada Lovelace met Charles Babbage once the machine was ready. “It works”, she said. Lovelace smiled.

Charles Babbage watched on Monday.
"""


def made(**files: str) -> Project:
    given = {"a.md": TEXT, "people.yaml": PEOPLE, "quotes.yaml": QUOTES, "timeline.yaml": EVENTS}
    return project({**given, **{name.replace("_", "."): text for name, text in files.items()}})


def article(site: Project, path: str = "index.html") -> ArticlePage:
    view = site.page(path).view
    assert isinstance(view, ArticlePage)
    return view


def entry(site: Project, path: str) -> EntryPage:
    view = site.page(path).view
    assert isinstance(view, EntryPage)
    return view


def test_an_article_has_a_card_for_every_entry_it_links_to_once() -> None:
    site = made()
    assert [card.ref for card in site.cards("index.html")] == ["person:ada", "person:babbage"]
    assert article(site).previews == ("person:ada", "person:babbage")


def test_a_card_has_two_sentences_in_plain_words_and_counts() -> None:
    card = made().cards("index.html")[0]
    assert card == Preview(
        "person:ada", "Ada Lovelace", "", "", "One sentence about Babbage. A second.", None, 2, 1
    )


def test_a_card_counts_its_own_article_alone() -> None:
    """So a change in one article leaves the pages of all others as they are."""
    more = (
        "---\ntitle: More\ndate: 2020-01-08\n---\nAda Lovelace again, and Lovelace, and Lovelace.\n"
    )
    site = project({"a.md": TEXT, "b.md": more, "people.yaml": PEOPLE})
    assert site.cards("articles/a/index.html")[0].mentions == 2
    assert site.cards("articles/b/index.html")[0].mentions == 3


def test_an_entry_has_no_card_of_itself() -> None:
    site = made()
    assert [card.ref for card in site.cards("people/ada/index.html")] == ["person:babbage"]
    assert entry(site, "people/ada/index.html").previews == ("person:babbage",)


def test_who_stands_in_the_same_sentence() -> None:
    site = made()
    assert [p.title for p in entry(site, "people/ada/index.html").together] == ["Charles Babbage"]
    assert [p.title for p in entry(site, "people/babbage/index.html").together] == ["Ada Lovelace"]
    assert entry(site, "people/unnamed/index.html").together == ()


def test_a_long_list_of_names_is_no_company() -> None:
    people = "".join(f"p{n}:\n  name: Ada N{n}\n" for n in range(LISTED + 1))
    names = [f"Ada N{n}" for n in range(LISTED + 1)]
    head = "---\ntitle: A\ndate: 2020-01-07\n---\n\n"
    fewer = project({"a.md": head + ", ".join(names[1:]) + ".", "people.yaml": people})
    assert len(entry(fewer, "people/p1/index.html").together) == MOST
    all_ = project({"a.md": head + ", ".join(names) + ".", "people.yaml": people})
    assert entry(all_, "people/p1/index.html").together == ()


def test_the_margin_dates_the_passage_that_has_the_words() -> None:
    view = article(made())
    event, quote = view.notes
    assert (event.date, event.words) == ("1843-07-10", "on Monday")
    assert event.start == TEXT.index("Babbage watched")
    assert (quote.words, quote.grade, quote.start) == (
        "Ada Lovelace",
        "verbatim",
        TEXT.index("It works"),
    )


def test_the_margin_adds_no_letter_to_the_text() -> None:
    html = made().html("index.html")
    assert 'data-note="10 July 1843\n“on Monday”">' in html
    assert 'data-note="Ada Lovelace\nword for word">It works<' in html


def test_words_that_are_the_date_itself_are_not_shown_beside_it() -> None:
    events = "year:\n  title: A year\n  date: 1843\n  date_text: '1843'\n  passage: It was 1843\n"
    site = made(**{"a.md": "It was 1843.\n", "timeline.yaml": events, "quotes.yaml": "{}\n"})
    assert 'data-note="1843">' in site.html("index.html")
    assert "“" not in site.html("timeline/index.html")


def test_mentions_carry_the_number_of_their_note() -> None:
    html = made().html("index.html")
    assert 'data-ref="person:babbage" href="people/babbage/" data-number="2"' in html


def test_the_page_of_an_entry_does_not_link_to_itself() -> None:
    about = (
        EVENTS + "  summary: Ada Lovelace and Charles Babbage were there.\n  about: [person:ada]\n"
    )
    html = made(timeline_yaml=about).html("people/ada/index.html")
    assert '<span data-ref="person:ada">Ada Lovelace</span> and <a class="mention"' in html
