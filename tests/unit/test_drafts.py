"""What belongs to a draft is published with it, and not before."""

from pathlib import Path

import pytest

from builder.build.building import build
from tests.smallsite import request, site

FRONT = "---\ntitle: Later\ndate: 2020-01-08\ndraft: true\n---\n\n"
DRAFT = FRONT + "“It is not over yet at all,” she said.\n"
QUOTE = (
    "over:\n  exact: It is not over yet at all\n  speaker: person:ada-lovelace\n{more}"
    "long:\n  exact: It was long in the making\n  speaker: person:ada-lovelace\n  kind: indirect\n"
)


@pytest.mark.parametrize("more", ["", "  article: later\n"])
def test_a_quotation_of_a_draft_waits_with_it(tmp_path: Path, more: str) -> None:
    files = {"content/later.md": DRAFT, "content/quotes.yaml": QUOTE.format(more=more)}
    root = site(tmp_path / "site", files)
    outcome = build(request(root))
    assert outcome.diagnostics == ()
    quotes = (root / "output" / "quotes" / "index.html").read_text()
    assert "q-long" in quotes
    assert "q-over" not in quotes
    assert not any("not over yet" in path.read_text() for path in root.rglob("output/**/*.*ml"))


def test_with_drafts_it_is_there(tmp_path: Path) -> None:
    files = {"content/later.md": DRAFT, "content/quotes.yaml": QUOTE.format(more="")}
    root = site(tmp_path / "site", files)
    build(request(root, drafts=True))
    assert "q-over" in (root / "output" / "quotes" / "index.html").read_text()


def test_words_that_an_unread_article_may_hold_are_not_missed(tmp_path: Path) -> None:
    files = {
        "content/later.md": DRAFT.replace("2020-01-08", "2020/01/08"),
        "content/quotes.yaml": QUOTE.format(more=""),
    }
    outcome = build(request(site(tmp_path / "site", files)))
    assert [d.code for d in outcome.diagnostics] == ["bad-date"]
