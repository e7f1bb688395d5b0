"""The page of quotations: by speaker, and besides as the articles have them."""

from builder.pages.views.quotations import QuotesPage
from tests.project import project

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
