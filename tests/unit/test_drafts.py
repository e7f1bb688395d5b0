"""What belongs to a draft is published with it, and not before."""

from pathlib import Path

import pytest

from builder.build.building import build
from tests.smallsite import put, request, site, tree

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


PEOPLE = "ada-lovelace:\n  name: Ada Lovelace\n{more}secret:\n  name: Secret Person\n{fields}"
NAMING = FRONT + "Secret Person was there.\n"


def _published(root: Path, **changes: object) -> str:
    """All that is published, with the names of the files; nothing is said but `unused-entry`."""
    outcome = build(request(root, **changes))
    assert {d.code for d in outcome.diagnostics} <= {"unused-entry"}
    files = tree(root / "output")
    return "\n".join([*files, *(data.decode("utf-8", "replace") for data in files.values())])


def _with_secret(folder: Path, more: str = "", fields: str = "", **files: str) -> Path:
    """A site whose draft names a secret person; `more` stands in the entry of another."""
    people = PEOPLE.format(more=more, fields=fields)
    given = {f"content/{name}.yaml": text for name, text in files.items()}
    texts = {"content/people.yaml": people, "content/later.md": NAMING, **given}
    return site(folder, {"site.yaml": "title: Small\nurl: https://example.org/\n", **texts})


def test_an_entry_that_a_draft_alone_names_waits_with_it(tmp_path: Path) -> None:
    root = _with_secret(tmp_path / "site")
    assert "ecret" not in _published(root)
    assert "people/secret/index.html" in _published(root, drafts=True)
    put(root, "content/later.md", NAMING.replace("draft: true\n", ""))
    assert "people/secret/index.html" in _published(root)


def test_so_does_one_that_a_draft_page_alone_names(tmp_path: Path) -> None:
    root = _with_secret(tmp_path / "site")
    (root / "content/later.md").unlink()
    put(root, "content/pages/p.md", "---\ntitle: P\ndraft: true\n---\n\nSecret Person.\n")
    assert "ecret" not in _published(root)


@pytest.mark.parametrize(
    ("draft", "front"), [("later.md", FRONT), ("pages/later.md", FRONT.replace("date", "updated"))]
)
def test_a_further_name_that_a_draft_alone_holds_is_not_unused(
    tmp_path: Path, draft: str, front: str
) -> None:
    people = "ada-lovelace:\n  name: Ada Lovelace\n  other_names: [Countess]\n"
    root = site(tmp_path / "site", {"content/people.yaml": people})
    assert [d.code for d in build(request(root)).diagnostics] == ["unused-name"]
    put(root, f"content/{draft}", front + "The Countess was there.\n")
    assert build(request(root)).diagnostics == ()


def test_so_does_what_it_alone_leads_to(tmp_path: Path) -> None:
    fields = "  memberships: [{role: Head, organization: organization:obscure}]\n"
    obscure = "obscure:\n  name: Obscure Body\n  see_also: [person:secret]\n"
    quote = "q:\n  exact: It is not over yet at all\n  speaker: person:other\n"
    root = _with_secret(tmp_path / "site", fields=fields + "other:\n  name: Other Secret\n")
    put(root, "content/organizations.yaml", obscure)
    put(root, "content/quotes.yaml", quote)
    put(root, "content/later.md", NAMING + "“It is not over yet at all.”\n")
    text = _published(root)
    assert [word for word in ("ecret", "bscure") if word in text] == []


@pytest.mark.parametrize(
    ("more", "fields"),
    [
        ("  see_also: [person:secret]\n", ""),
        ("  summary: She knew Secret Person.\n", ""),
        ("  summary: She knew [him](/people/secret/).\n", ""),
        ("  see_also: [person:between]\nbetween:\n  name: B\n  see_also: [person:secret]\n", ""),
        ("", "  ignore: [unused-entry]\n"),
    ],
)
def test_one_that_is_published_for_another_reason_does_not(
    tmp_path: Path, more: str, fields: str
) -> None:
    root = _with_secret(tmp_path / "site", more, fields)
    assert "people/secret/index.html" in _published(root)


@pytest.mark.parametrize(
    "text", ["Secret Person.", "[Him](person:secret).", "[Him](/people/secret/)."]
)
def test_nor_does_one_that_a_published_article_names_as_well(tmp_path: Path, text: str) -> None:
    root = _with_secret(tmp_path / "site")
    put(root, "content/story.md", f"---\ntitle: A\ndate: 2020-01-07\n---\n\nAda Lovelace. {text}\n")
    assert "people/secret/index.html" in _published(root)


def test_nor_does_one_to_whose_former_page_something_links(tmp_path: Path) -> None:
    root = _with_secret(tmp_path / "site", fields="  aliases: [hidden]\n")
    text = "---\ntitle: A\ndate: 2020-01-07\n---\n\nAda Lovelace. [He](/people/hidden/).\n"
    put(root, "content/story.md", text)
    assert "people/secret/index.html" in _published(root)


def test_nor_does_one_that_the_navigation_leads_to(tmp_path: Path) -> None:
    root = _with_secret(tmp_path / "site")
    put(root, "site.yaml", "title: S\nnav: [{title: He, url: /people/secret/}]\n")
    assert "people/secret/index.html" in _published(root)


def test_nor_does_one_that_an_event_is_about(tmp_path: Path) -> None:
    event = "e:\n  title: E\n  date: 2020\n  passage: opened the bridge\n  about: [person:secret]\n"
    root = _with_secret(tmp_path / "site", timeline=event)
    assert "people/secret/index.html" in _published(root)
