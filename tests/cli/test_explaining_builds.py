"""`backstory build --explain` and `--timings`."""

from pathlib import Path

import pytest

from builder.build.explanations import Reason
from builder.commands.reports.making import LATER
from tests.smallsite import backstory, put, site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small site, built with an explanation."""
    folder = site(tmp_path / "site")
    backstory("build", "--explain", cwd=folder)
    return folder


def said(root: Path) -> list[str]:
    """What the next build explains."""
    return backstory("build", "--explain", cwd=root).stderr.splitlines()


def test_nothing_made_is_nothing_to_explain(root: Path) -> None:
    assert said(root) == []


def test_a_changed_entry_is_named_with_field_values_and_place(root: Path) -> None:
    put(
        root, "content/people.yaml", "ada-lovelace:\n  name: Ada Lovelace\n  summary: She led it.\n"
    )
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


def test_of_what_was_never_explained_the_pages_are_named(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    backstory("build", cwd=root)
    put(
        root, "content/people.yaml", "ada-lovelace:\n  name: Ada Lovelace\n  summary: She led it.\n"
    )
    lines = said(root)
    assert f"index.html: {Reason.VIEW}" in lines
    assert lines[-1] == LATER


def test_timings_name_the_parts_of_a_build(root: Path) -> None:
    put(root, "content/story.md", "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\nAda Lovelace.\n")
    lines = backstory("build", "--timings", cwd=root).stderr.splitlines()
    parts = [line.split(" ms  ")[1] for line in lines if " ms  " in line]
    assert parts == [
        *("look", "read", "study", "link", "inspect", "plan", "compare"),
        *("make and write", "remember"),
    ]
