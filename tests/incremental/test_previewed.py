"""builder.build.showing: a site is shown as a build would make it, and nothing of it is written."""

from pathlib import Path

import pytest

from builder.build import showing
from builder.build.building import build
from builder.build.showing import Showing
from builder.build.shown import Shown
from builder.commands.previewing import ServeOptions, rebuilding
from builder.pages.page import Page
from builder.render.searchindex import PROGRAM
from builder.sources.troubles import Flawed, Unable, Unsteady
from tests.smallsite import FILES, PICTURE, put, request, site, tree

PAGE = "index.html"
ADA, BOB = "people/ada-lovelace/index.html", "people/bob/index.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small site with a picture, not built yet."""
    story = FILES["content/story.md"] + "\n![A bridge](bridge.png)\n"
    return site(tmp_path / "site", {"content/story.md": story, "content/bridge.png": PICTURE})


def edit(root: Path, word: str) -> None:
    """Change a word that stands on some pages."""
    put(root, "content/people.yaml", FILES["content/people.yaml"].replace("opened", word))


def test_every_file_is_that_of_a_build_and_none_is_written(root: Path) -> None:
    before = set(tree(root))
    renewed = Showing(request(root)).renew()
    shown = {path: renewed.site.read(path) for path in renewed.site.paths}
    written = {path for path in set(tree(root)) - before if not path.startswith(".cache/")}
    assert renewed.ok
    assert written == set()
    build(request(root))
    made = tree(root / "output")
    made.pop(".backstory")
    assert shown == made


def test_the_index_for_searching_is_made_when_it_is_asked_for(root: Path) -> None:
    put(root, "site.yaml", FILES["site.yaml"] + "search: true\n")
    site = Showing(request(root)).renew().site
    count = len(site.paths)
    assert site.name(PROGRAM) == ""
    assert len(site.paths) == count
    site.read(PROGRAM)
    shown = {path: site.read(path) for path in site.paths}
    build(request(root))
    made = tree(root / "output")
    made.pop(".backstory")
    assert shown == made


def test_a_save_is_shown(root: Path) -> None:
    shown = Showing(request(root))
    first = shown.renew()
    assert shown.renew() is first
    edit(root, "crossed")
    page = shown.renew().site.read("people/ada-lovelace/index.html")
    assert b"crossed it" in page
    assert b"opened it" in first.site.read("people/ada-lovelace/index.html")


def test_only_what_is_looked_at_is_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    makes = showing._made

    def counted(*given: object) -> bytes:
        page = given[-1]
        assert isinstance(page, Page)
        made.append(page.path)
        return makes(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(showing, "_made", counted)
    shown = Showing(request(root))
    shown.renew()
    made.clear()
    edit(root, "crossed")
    site = shown.renew([PAGE, "nothing.html"]).site
    assert made == [PAGE]
    assert site.ready(PAGE) == site.read(PAGE)
    assert site.ready("people/index.html") is None


def test_a_save_draws_no_social_card(root: Path) -> None:
    put(root, "site.yaml", FILES["site.yaml"] + "social_cards: true\n")
    card = "cards/story.png"
    shown = Showing(request(root, url="http://127.0.0.1:8000/"))
    first = shown.renew().site
    edit(root, "crossed")
    second = shown.renew().site
    story = FILES["content/story.md"].replace("A bridge", "The bridge")
    put(root, "content/story.md", story)
    third = shown.renew().site
    assert first.name(card) == second.name(card) != third.name(card)
    assert [site.ready(card) for site in (first, second, third)] == [None] * 3
    assert first.read(card) == second.read(card) != third.read(card)


def test_an_error_in_the_content_keeps_the_site_as_it_was(root: Path) -> None:
    shown = Showing(request(root))
    good = shown.renew().site
    put(root, "content/people.yaml", "- wrong")
    failed = shown.renew()
    assert (failed.ok, failed.site) == (False, good)
    assert failed.diagnostics
    put(root, "content/people.yaml", FILES["content/people.yaml"])
    mended = shown.renew()
    assert (mended.ok, mended.diagnostics) == (True, ())


def test_a_page_of_before_is_shown_though_nobody_has_looked_at_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "now", lambda room: 2**63)  # no file is too young to be known
    shown = Showing(request(root))
    shown.renew()
    edit(root, "crossed")
    good = shown.renew().site
    put(root, "content/story.md", "Broken.")
    failed = shown.renew()
    assert (failed.ok, failed.site) == (False, good)
    assert b"long in the making" in good.read(PAGE)


@pytest.mark.parametrize("attended", [(), (PAGE,)])
def test_a_template_that_fails_is_told_at_once(root: Path, attended: tuple[str, ...]) -> None:
    shown = Showing(request(root))
    good = shown.renew().site
    put(root, "templates/article.html", "{{ page.nothing }}")
    failed = shown.renew(attended)
    assert (failed.ok, failed.site) == (False, good)
    assert [told.code for told in failed.diagnostics] == ["template-failed"]
    assert good.read("method/index.html")


@pytest.mark.parametrize("part", ["base.html", "_macros.html", "_words.html", "_own.html"])
def test_a_part_of_templates_that_fails_is_told_at_once(root: Path, part: str) -> None:
    shown, good = _with_a_part(root)
    put(root, f"templates/{part}", "{{ nothing.at_all }}")
    failed = shown.renew()
    assert (failed.ok, failed.site) == (False, good)
    assert [told.location.path for told in failed.diagnostics] == [f"templates/{part}"]


def test_a_part_of_templates_costs_no_other_page_while_one_is_looked_at(root: Path) -> None:
    shown, _ = _with_a_part(root)
    put(root, "templates/_own.html", "Now.")
    site = shown.renew(["people/ada-lovelace/index.html"]).site
    assert b"Now." in site.read("people/ada-lovelace/index.html")
    assert site.ready("people/index.html") is None


def test_a_part_of_templates_that_goes_is_told_at_once(root: Path) -> None:
    shown, good = _with_a_part(root)
    (root / "templates/_own.html").unlink()
    failed = shown.renew()
    assert (failed.ok, failed.site) == (False, good)
    assert [told.code for told in failed.diagnostics] == ["template-failed"]


def _with_a_part(root: Path) -> tuple[Showing, Shown]:
    """The site shown, with a template of its own that is part of another."""
    put(root, "templates/_own.html", "")
    main = '{% block main %}{% include "_own.html" %}{% endblock %}'
    put(root, "templates/entry.html", '{% extends "base.html" %}' + main)
    shown = Showing(request(root))
    return shown, shown.renew().site


def test_a_page_that_fails_alone_is_told_where_it_is_looked_at(root: Path) -> None:
    put(root, "content/people.yaml", FILES["content/people.yaml"] + "bob:\n  name: Bob\n")
    failing = "{% if page.label == 'Ada Lovelace' %}{{ page.nothing }}{% endif %}"
    put(root, "templates/entry.html", failing)
    shown = Showing(request(root)).renew()
    assert shown.ok
    with pytest.raises(Flawed):
        shown.site.read("people/ada-lovelace/index.html")


FAILS_FOR_SOME = "{% if page.label == 'Ada' %}{{ page.nothing }}{% endif %}"


@pytest.mark.parametrize("attended", [(ADA, BOB), (ADA,)])
def test_a_page_that_fails_alone_keeps_no_save_from_others(
    root: Path, attended: tuple[str, ...]
) -> None:
    put(root, "templates/entry.html", FAILS_FOR_SOME + "{{ page.label }}")
    people = FILES["content/people.yaml"] + "bob:\n  name: Bob\n"
    put(root, "content/people.yaml", people)
    shown = Showing(request(root))
    assert shown.renew(attended).ok
    put(root, "content/people.yaml", people.replace("Ada Lovelace", "Ada").replace("Bob", "Robert"))
    renewed = shown.renew(attended)
    assert renewed.ok
    assert "template-failed" in [told.code for told in renewed.diagnostics]
    assert renewed.site.read(BOB) == b"Robert"
    with pytest.raises(Flawed):
        renewed.site.read(ADA)
    put(root, "content/people.yaml", people)
    mended = shown.renew(attended)
    assert "template-failed" not in [told.code for told in mended.diagnostics]


def test_a_template_that_changed_and_fails_on_one_page_is_told_over_all(root: Path) -> None:
    people = FILES["content/people.yaml"].replace("Ada Lovelace", "Ada")
    put(root, "content/people.yaml", people)
    put(root, "templates/entry.html", "{{ page.label }}")
    shown = Showing(request(root))
    good = shown.renew([ADA]).site
    put(root, "templates/entry.html", FAILS_FOR_SOME)
    assert shown.renew([ADA])[:2] == (False, good)
    put(root, "content/people.yaml", people + "  summary: She opened it again.\n")
    assert shown.renew([ADA])[:2] == (False, good)


def test_a_picture_that_changes_meanwhile_is_left_for_the_next_time(root: Path) -> None:
    shown = Showing(request(root))
    old = shown.renew().site
    other = PICTURE + b"\0"
    put(root, "content/bridge.png", other)
    with pytest.raises(Unsteady):
        old.read("media/bridge.png")
    assert shown.renew().site.read("media/bridge.png") == other


@pytest.mark.parametrize(
    ("path", "text"),
    [("content/people.yaml", "- wrong"), ("templates/article.html", "{{ page.nothing }}")],
)
def test_a_picture_that_changes_while_there_are_errors_is_shown(
    root: Path, path: str, text: str
) -> None:
    shown = Showing(request(root))
    good = shown.renew().site
    page = good.read(PAGE)
    put(root, path, text)
    put(root, "content/bridge.png", PICTURE + b"\0")
    failed = shown.renew()
    assert not failed.ok
    assert failed.site.read("media/bridge.png") == PICTURE + b"\0"
    assert failed.site.name("media/bridge.png") != good.name("media/bridge.png")
    assert failed.site.ready(PAGE) == page
    (root / "content/bridge.png").unlink()
    with pytest.raises(Unable):
        shown.renew().site.read("media/bridge.png")


def test_a_save_that_could_not_be_shown_is_tried_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Showing(request(root))
    shown.renew([PAGE])
    put(root, "content/story.md", FILES["content/story.md"].replace("long", "short"))
    with monkeypatch.context() as patch:
        patch.setattr(showing, "_made", _fail)
        with pytest.raises(Unable):
            shown.renew([PAGE])
    assert b"short in the making" in shown.renew([PAGE]).site.read(PAGE)


def test_where_the_disk_is_in_the_way_the_site_stays_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rebuild = rebuilding(ServeOptions(str(root), 8000, "127.0.0.1", "/", drafts=True))
    good = rebuild(())
    edit(root, "crossed")
    with monkeypatch.context() as patch:
        patch.setattr(showing, "inputs", _fail)
        failed = rebuild(())
    assert (failed.ok, failed.site) == (False, good.site)
    assert "No space left" in capsys.readouterr().err
    assert rebuild(()).ok


def test_a_warning_that_a_save_only_moves_is_not_told_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = FILES["content/story.md"] + "\nThe ZZQ met.\n"
    put(root, "content/story.md", story)
    rebuild = rebuilding(ServeOptions(str(root), 8000, "127.0.0.1", "/", drafts=True))
    rebuild(())
    assert "“ZZQ” is explained nowhere" in capsys.readouterr().err
    put(root, "content/story.md", story.replace("\nThe ZZQ", "\nA new line.\n\nThe ZZQ"))
    rebuild(())
    said = capsys.readouterr().err
    assert "ZZQ" not in said
    assert "as before" in said


def _fail(*_: object) -> None:
    raise Unable("No space left on device.")
