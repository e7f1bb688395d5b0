"""`backstory build --explain` and `--timings`."""

from pathlib import Path

import pytest

from builder.build.reading import MANY
from builder.build.request import Reason
from builder.build.showing import Showing
from builder.commands.reports.explanations import UNKNOWN
from tests.smallsite import FILES, backstory, put, request, site

LED = FILES["content/people.yaml"].replace("opened", "led")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small site, built without a word of explanation."""
    folder = site(tmp_path / "site")
    backstory("build", cwd=folder)
    return folder


def said(root: Path) -> list[str]:
    """What the next build explains."""
    return backstory("build", "--explain", cwd=root).stderr.splitlines()


def test_nothing_made_is_nothing_to_explain(root: Path) -> None:
    assert said(root) == []


def test_a_changed_entry_is_named_with_field_values_and_place(root: Path) -> None:
    put(root, "content/people.yaml", LED)
    lines = said(root)
    assert (
        "index.html: view-changed: "
        "previews[0].summary “She opened it.” → “She led it.” (content/people.yaml:3)"
    ) in lines
    assert (
        "people/ada-lovelace/index.html: view-changed: "
        "summary has other words (content/people.yaml:3)"
    ) in lines


def test_of_long_texts_the_part_that_differs_is_shown(root: Path) -> None:
    opening = "Ada Lovelace, who had been asked by the town for years"
    people = f"ada-lovelace:\n  name: Ada Lovelace\n  summary: {opening}, VERB it at noon.\n"
    put(root, "content/people.yaml", people.replace("VERB", "opened"))
    said(root)
    put(root, "content/people.yaml", people.replace("VERB", "led"))
    assert (
        "index.html: view-changed: previews[0].summary "
        "“…town for years, opened it at noon.” → “…town for years, led it at noon.” "
        "(content/people.yaml:3)"
    ) in said(root)


def test_a_template_and_a_file_changed_by_hand_are_reasons(root: Path) -> None:
    put(root, "output/index.html", "mine")
    assert said(root) == [f"index.html: {Reason.FILE}"]
    put(root, "templates/robots.txt", "User-agent: *\n")
    lines = said(root)
    assert f"robots.txt: {Reason.TEMPLATES}" in lines
    assert all(line.endswith(Reason.TEMPLATES) for line in lines)


def test_a_changed_article_is_told_field_by_field(root: Path) -> None:
    put(root, "content/story.md", FILES["content/story.md"].replace("long", "short"))
    assert "index.html: view-changed: body has other words" in said(root)


def test_of_an_article_among_many_the_page_alone_is_told_without_fields(tmp_path: Path) -> None:
    text = FILES["content/story.md"]
    many = {f"content/a{n:02}.md": text for n in range(MANY)}
    root = site(tmp_path / "site", many)
    backstory("build", cwd=root)
    put(root, "content/a07.md", text.replace("bridge.", "gate."))
    lines = said(root)
    assert "articles/a07/index.html: view-changed: content/a07.md has other words" in lines
    assert any("“opened the bridge.” → “opened the gate.”" in line for line in lines)
    put(root, "content/a07.md", text)
    assert "articles/a07/index.html: view-changed: body has other words" in said(root)


def test_a_build_with_errors_and_a_preview_between_lose_nothing(root: Path) -> None:
    put(root, "content/people.yaml", LED.replace("name", "nmae"))
    assert backstory("build", cwd=root).returncode == 1
    put(root, "content/people.yaml", LED)
    assert Showing(request(root)).renew().ok
    assert any("“She opened it.” → “She led it.”" in line for line in said(root))


def test_a_page_may_show_nothing_of_what_has_changed(root: Path) -> None:
    story = FILES["content/story.md"]
    put(root, "content/story.md", story.replace("date:", "# of the opening\ndate:"))
    assert said(root) == ["index.html: view-changed: no field differs"]


def test_of_an_asset_no_digest_is_shown(root: Path) -> None:
    put(root, "templates/assets/notes.html", "<p>One.")
    backstory("build", cwd=root)
    put(root, "templates/assets/notes.html", "<p>Two.")
    assert said(root) == [f"assets/notes.html: {Reason.VIEW}: other bytes"]


def test_after_a_build_with_other_options_the_fields_are_unknown(root: Path) -> None:
    done = backstory("build", "--explain", "--url", "https://example.org", cwd=root)
    lines = done.stderr.splitlines()
    assert f"index.html: {Reason.VIEW}" in lines
    assert lines[-1] == UNKNOWN


def test_without_a_sound_memory_the_fields_are_unknown(root: Path) -> None:
    (memory,) = (root / ".cache").glob("**/memory.db")
    memory.write_bytes(b"damaged")
    put(root, "content/people.yaml", LED)
    lines = said(root)
    assert f"index.html: {Reason.VIEW}" in lines
    assert lines[-1] == UNKNOWN


def test_timings_name_the_parts_of_a_build(root: Path) -> None:
    put(root, "content/story.md", "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\nAda Lovelace.\n")
    lines = backstory("build", "--timings", cwd=root).stderr.splitlines()
    parts = [line.split(" ms  ")[1] for line in lines if " ms  " in line]
    assert parts == [
        *("look", "read", "study", "link", "inspect", "plan", "compare"),
        *("make and write", "remember"),
    ]
