"""The page of quotations: by speaker, and besides as the articles have them."""

from pathlib import Path

import pytest

from builder.pages.views.quotations import QuotesPage
from tests.project import FRONT, project
from tests.smallsite import built, site

QUOTES = """\
unsigned:
  exact: It is said
  ignore: [quote-unattributed]
ada-late:
  exact: It works
  speaker: person:ada
charles:
  exact: It broke
  speaker: person:charles
ada-early:
  exact: It moves
  speaker: person:ada
"""
PEOPLE = "ada:\n  name: Ada\ncharles:\n  name: Charles\n"
TEXT = "“It moves”, said Ada. “It works”, she said. “It broke”, said Charles. “It is said”, too.\n"


def page() -> QuotesPage:
    files = {"a.md": TEXT, "people.yaml": PEOPLE, "quotes.yaml": QUOTES}
    site = project(files)
    assert site.diagnostics == ()
    view = site.page("quotes/index.html").view
    assert isinstance(view, QuotesPage)
    return view


def test_speakers_stand_as_in_the_sidecar_and_quotations_without_one_last() -> None:
    shown = [
        (
            speaker.speaker.title if speaker.speaker else "",
            [q.pieces[0] for q in speaker.quotations],
        )
        for speaker in page().speakers
    ]
    assert shown == [
        ("Ada", ["It works", "It moves"]),
        ("Charles", ["It broke"]),
        ("", ["It is said"]),
    ]


def test_in_order_quotations_stand_as_in_the_article() -> None:
    said = [quotation.pieces[0] for quotation in page().order]
    assert said == ["It moves", "It works", "It broke", "It is said"]


@pytest.mark.parametrize(
    ("sentence", "is_told"), [("“It moves”.", False), ("She said: “It moves”.", True)]
)
def test_what_stands_around_a_quotation_is_told_where_it_has_words(
    tmp_path: Path, sentence: str, is_told: bool
) -> None:
    quotes = "moves:\n  exact: It moves\n"
    root = site(tmp_path, {"content/a.md": FRONT + sentence, "content/quotes.yaml": quotes})
    built(root)
    page = (root / "output/quotes/index.html").read_text(encoding="utf-8")
    assert ("In the article:" in page) is is_told
