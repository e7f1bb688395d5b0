"""Change something, build, and see which files are written; the rest is left alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from builder.build.building import build
from builder.build.request import Summary
from builder.render.orders import Rendered
from builder.write.cache import cache_for
from builder.write.manifest import load_manifest
from builder.write.marker import encode
from tests.smallsite import FILES, PICTURE, built, put, request, site, tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small site that was built once."""
    folder = site(tmp_path / "site")
    built(folder)
    return folder


def stamps(root: Path) -> dict[str, tuple[int, int]]:
    """Inode and mtime of every file of the output: a file that is written gets new ones."""
    return {
        path.relative_to(root / "output").as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in (root / "output").rglob("*")
        if path.is_file()
    }


def rebuilt(root: Path, **changes: object) -> tuple[set[str], Summary]:
    """Builds again: which files of ours are new or other than before, and the summary."""
    before = stamps(root)
    outcome = built(root, **changes)
    assert outcome.summary
    after = stamps(root)
    written = {path for path, stamp in after.items() if before.get(path) != stamp} - {".backstory"}
    return written, outcome.summary


def clean_twin(root: Path, **changes: object) -> dict[str, bytes]:
    """The output of a build of the same sources from nothing."""
    twin = root.parent / "twin"
    shutil.rmtree(twin, ignore_errors=True)
    shutil.copytree(root, twin, ignore=shutil.ignore_patterns("output", ".cache"))
    built(twin, **changes)
    return tree(twin / "output")


def test_nothing_changed_writes_nothing(root: Path) -> None:
    count = len(tree(root / "output")) - 1
    before = stamps(root)
    outcome = built(root)
    assert outcome.summary
    assert outcome.summary[1:] == (0, count, 0)
    assert stamps(root) == before


def test_a_touched_file_writes_nothing(root: Path) -> None:
    for path in FILES:
        os.utime(root / path, ns=(1, 1))
    assert rebuilt(root)[0] == set()


def test_a_changed_word_writes_the_pages_that_show_it(root: Path) -> None:
    put(root, "content/people.yaml", FILES["content/people.yaml"].replace("opened", "crossed"))
    written, _ = rebuilt(root)
    assert "people/ada-lovelace/index.html" in written
    assert "404.html" not in written
    assert tree(root / "output") == clean_twin(root)


def test_a_change_of_the_same_length_with_the_old_mtime_is_seen(root: Path) -> None:
    path = root / "content/people.yaml"
    status = path.stat()
    put(root, "content/people.yaml", path.read_text().replace("opened", "locked"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "people/ada-lovelace/index.html" in rebuilt(root)[0]


def test_a_new_entry_makes_a_page_and_a_link(root: Path) -> None:
    put(root, "content/glossary.yaml", "bridge:\n  term: bridge\n  definition: A way over.\n")
    written, _ = rebuilt(root)
    assert {"glossary/bridge/index.html", "index.html"} <= written
    assert tree(root / "output") == clean_twin(root)


def test_a_removed_entry_takes_its_page_and_folder_along(root: Path) -> None:
    put(root, "content/glossary.yaml", "bridge:\n  term: bridge\n  definition: A way over.\n")
    built(root)
    (root / "content/glossary.yaml").unlink()
    _, summary = rebuilt(root)
    assert summary.removed >= 2
    assert not (root / "output/glossary").exists()
    assert tree(root / "output") == clean_twin(root)


def test_another_language_tells_all_dates_anew(root: Path) -> None:
    put(root, "content/timeline.yaml", 'opened: {title: Opened, date: "2020-01-07"}\n')
    put(root, "templates/robots.txt", "{{ '2020-01-07' | date }}")
    built(root)
    put(root, "site.yaml", FILES["site.yaml"].replace("en", "de"))
    assert {"data/timelinejs.json", "robots.txt"} <= rebuilt(root)[0]
    assert tree(root / "output") == clean_twin(root)


def test_another_time_zone_tells_the_hours_anew_though_the_day_stays(root: Path) -> None:
    story = FILES["content/story.md"].replace("2020-01-07", "2020-01-07T12:00+00:00")
    put(root, "content/story.md", story)
    built(root)
    put(root, "site.yaml", FILES["site.yaml"] + "timezone: America/New_York\n")
    built(root)
    assert b"2020-01-07T07:00:00-05:00" in tree(root / "output")["index.html"]
    assert tree(root / "output") == clean_twin(root)


def test_the_pages_of_entries_tell_the_day_of_an_article_in_the_zone_of_the_site(
    root: Path,
) -> None:
    story = FILES["content/story.md"].replace("2020-01-07", "2020-01-07T23:00+00:00")
    put(root, "content/story.md", story)
    built(root)
    put(root, "site.yaml", FILES["site.yaml"] + "timezone: Asia/Tokyo\n")
    built(root)
    assert b"January 8, 2020" in tree(root / "output")["people/ada-lovelace/index.html"]
    assert tree(root / "output") == clean_twin(root)


def test_the_file_of_the_only_article_may_be_renamed(root: Path) -> None:
    put(root, "templates/article.html", "{{ page.slug }}")
    built(root)
    (root / "content/story.md").rename(root / "content/tale.md")
    assert "index.html" in rebuilt(root)[0]
    assert tree(root / "output") == clean_twin(root)


def test_a_template_of_the_site_writes_its_pages(root: Path) -> None:
    put(root, "templates/404.html", "lost: {{ page.head.title }}")
    assert rebuilt(root)[0] == {"404.html"}
    (root / "templates/404.html").unlink()
    assert rebuilt(root)[0] == {"404.html"}
    assert tree(root / "output") == clean_twin(root)


def test_an_asset_of_the_site_is_copied_and_no_page_is_touched(root: Path) -> None:
    put(root, "templates/assets/extra.css", "p {}")
    assert rebuilt(root)[0] == {"assets/extra.css"}
    put(root, "templates/assets/extra.css", "q {}")
    assert rebuilt(root)[0] == {"assets/extra.css"}


def replaced_by_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


DAMAGE: dict[str, Callable[[Path], object]] = {
    "changed": lambda path: path.write_text("other"),
    "emptied": lambda path: path.write_text(""),
    "deleted": lambda path: path.unlink(),
    "a link": replaced_by_link,
    "changed in one letter": lambda path: path.write_bytes(
        path.read_bytes().replace(b"<", b">", 1)
    ),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_page_is_made_again(root: Path, damage: Callable[[Path], object]) -> None:
    before = tree(root / "output")
    damage(root / "output/people/index.html")
    written, _ = rebuilt(root)
    assert written == {"people/index.html"}
    assert tree(root / "output") == before


def test_a_lost_output_is_made_again(root: Path) -> None:
    before = tree(root / "output")
    shutil.rmtree(root / "output")
    built(root)
    assert tree(root / "output") == before


@pytest.mark.parametrize("clean", [True, False])
def test_a_lost_cache_costs_time_alone(root: Path, clean: bool) -> None:
    before = tree(root / "output")
    if not clean:
        shutil.rmtree(root / ".cache")
    assert rebuilt(root, clean=clean)[0] == set()
    assert tree(root / "output") == before


def test_a_damaged_manifest_costs_time_alone(root: Path) -> None:
    (manifest,) = (root / ".cache").rglob("manifest")
    manifest.write_bytes(manifest.read_bytes()[:-3])
    assert rebuilt(root)[0] == set()


def test_a_lost_half_of_the_manifest_costs_time_alone(root: Path) -> None:
    for words in ("Ada Lovelace came.", "Ada Lovelace went."):
        put(root, "content/second.md", f"---\ntitle: Second\ndate: 2020-01-02\n---\n\n{words}\n")
        rebuilt(root)
    before = tree(root / "output")
    (since,) = (root / ".cache").rglob("manifest.since")
    since.unlink()
    assert rebuilt(root)[0] == set()
    assert tree(root / "output") == before


@pytest.mark.parametrize(
    ("path", "faulty"),
    [
        ("content/people.yaml", "ada-lovelace: {nmae: x}\n"),
        ("templates/entry.html", "{{ page.nothing }}"),
    ],
)
def test_errors_leave_the_output_as_it_was(root: Path, path: str, faulty: str) -> None:
    before = tree(root / "output")
    put(root, path, faulty)
    outcome = build(request(root))
    assert outcome.failed
    assert outcome.diagnostics
    assert tree(root / "output") == before


def test_warnings_are_told_again_when_nothing_changed(root: Path) -> None:
    put(root, "content/notes.txt", "x")
    first = built(root)
    again = built(root)
    assert first.diagnostics == again.diagnostics != ()
    assert again.summary
    assert again.summary.written == 0


def test_strict_takes_warnings_for_errors_also_when_nothing_changed(root: Path) -> None:
    put(root, "content/notes.txt", "x")
    assert build(request(root, strict=True)).failed
    built(root)
    assert build(request(root, strict=True)).failed
    (root / "content/notes.txt").unlink()
    assert not build(request(root, strict=True)).failed


def test_the_address_is_part_of_what_is_known(root: Path) -> None:
    assert "sitemap.xml" in rebuilt(root, url="https://example.org/")[0]
    assert tree(root / "output") == clean_twin(root, url="https://example.org/")
    rebuilt(root)
    assert tree(root / "output") == clean_twin(root)


def test_drafts_come_and_go(root: Path) -> None:
    draft = "---\ntitle: Draft\ndate: 2020-01-08\ndraft: true\n---\n\nAda Lovelace again.\n"
    put(root, "content/draft.md", draft)
    quote = "q:\n  exact: nowhere\n  article: draft\n"
    put(root, "content/quotes.yaml", quote)
    before = tree(root / "output")
    assert rebuilt(root)[0] == set()
    assert tree(root / "output") == before
    put(root, "content/quotes.yaml", "")
    rebuilt(root, drafts=True)
    assert (root / "output/articles/draft/index.html").exists()
    rebuilt(root)
    assert tree(root / "output") == before


def test_an_entry_goes_and_comes_with_the_drafts_that_name_it(root: Path) -> None:
    page = "output/people/charles-babbage/index.html"
    people = FILES["content/people.yaml"] + "charles-babbage:\n  name: Charles Babbage\n"
    put(root, "content/people.yaml", people)
    rebuilt(root)
    assert (root / page).exists()
    draft = "---\ntitle: Draft\ndate: 2020-01-08\ndraft: true\n---\n\nCharles Babbage came.\n"
    put(root, "content/draft.md", draft)
    rebuilt(root)
    assert not (root / page).exists()
    assert tree(root / "output") == clean_twin(root)
    put(root, "content/people.yaml", people.replace("She", "She met Charles Babbage. She"))
    rebuilt(root)
    assert (root / page).exists()
    assert tree(root / "output") == clean_twin(root)


def test_two_outputs_do_not_disturb_each_other(root: Path) -> None:
    other = str(root / "preview")
    built(root, output=other)
    assert rebuilt(root)[0] == set()
    outcome = built(root, output=other)
    assert outcome.summary
    assert outcome.summary.written == 0
    assert tree(root / "preview") == tree(root / "output")


def test_a_gitignore_in_the_output_stays(tmp_path: Path) -> None:
    root = site(tmp_path, {"output/.gitignore": "*\n!.gitignore\n"})
    built(root)
    assert (root / "output/.gitignore").read_text() == "*\n!.gitignore\n"


def test_a_site_without_a_cache_builds(tmp_path: Path) -> None:
    root = site(tmp_path, {".cache": "in the way"})
    built(root)
    first = tree(root / "output")
    assert rebuilt(root)[0] == set()
    assert tree(root / "output") == first


def test_pictures_are_copied_byte_for_byte(root: Path) -> None:
    put(root, "content/a.png", PICTURE)
    put(
        root,
        "content/people.yaml",
        FILES["content/people.yaml"] + "  image: {src: a.png, alt: A bridge}\n",
    )
    rebuilt(root)
    assert (root / "output/media/a.png").read_bytes() == PICTURE
    put(root, "content/a.png", PICTURE + b"!")
    assert "media/a.png" in rebuilt(root)[0]
    assert tree(root / "output") == clean_twin(root)


def test_the_picture_of_an_article_is_measured_anew_where_another_takes_its_name(
    root: Path,
) -> None:
    story = FILES["content/story.md"]
    put(root, "content/story.md", story.replace("date:", "image: {src: a.png, alt: A}\ndate:"))
    put(root, "content/a.png", PICTURE)
    built(root)
    put(root, "content/a.png", png(3, 2))
    assert "index.html" in rebuilt(root)[0]
    assert tree(root / "output") == clean_twin(root)


def png(width: int, height: int) -> bytes:
    """A picture of that size."""
    made = BytesIO()
    Image.new("L", (width, height)).save(made, "PNG")
    return made.getvalue()


def test_a_newer_builder_makes_every_page_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.build.building.toolchain", lambda: "newer")
    monkeypatch.setattr("builder.build.rendering.written", lambda *_: Rendered(b"newer"))
    written, summary = rebuilt(root)
    assert {path for path in written if path.endswith(".html")} >= {"index.html", "404.html"}
    assert summary.written == len([path for path in stamps(root) if "assets/" not in path]) - 1


def test_a_newer_builder_copies_no_file_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def copied(*_: object) -> bytes:
        raise AssertionError("A file is copied.")

    monkeypatch.setattr("builder.build.building.toolchain", lambda: "newer")
    monkeypatch.setattr("builder.build.making.copied", copied)
    assert rebuilt(root)[0] == set()


def test_another_name_of_a_speaker_whom_the_article_does_not_name_is_in_its_margin(
    root: Path,
) -> None:
    people = FILES["content/people.yaml"] + "grace:\n  name: Grace Hopper\n"
    quote = "open:\n  exact: It is open\n  speaker: person:grace\n"
    put(root, "content/story.md", FILES["content/story.md"] + "\n“It is open,” another said.\n")
    put(root, "content/quotes.yaml", quote)
    put(root, "content/people.yaml", people)
    built(root)
    put(root, "content/people.yaml", people.replace("Hopper", "Murray"))
    assert "index.html" in rebuilt(root)[0]
    assert tree(root / "output") == clean_twin(root)


def test_an_article_that_moves_takes_the_links_of_others_along(root: Path) -> None:
    put(root, "content/story.md", FILES["content/story.md"] + "\nThere is [more](more.md).\n")
    more = "---\ntitle: More\ndate: 2020-01-08\n---\n\nIt held.\n"
    put(root, "content/more.md", more)
    built(root)
    put(root, "content/more.md", more.replace("date:", "slug: further\ndate:"))
    assert "articles/story/index.html" in rebuilt(root)[0]
    assert tree(root / "output") == clean_twin(root)


LATER = "{role: Chair, start_date: 2021-01-01}"


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (
            "content/timeline.yaml",
            "e: {title: E, date: 2020-01-07, passage: opened the bridge}\n",
            "e: {title: E, date: 2020-01-07, passage: long in the making}\n",
        ),
        (
            "content/people.yaml",
            f"ada: {{name: Ada Lovelace, memberships: [{LATER}, {{role: Consul}}]}}\n",
            f"ada: {{name: Ada Lovelace, memberships: [{LATER}, {{role: Envoy}}]}}\n",
        ),
    ],
    ids=["the passage of an event", "the post that was held on its day"],
)
def test_what_stands_beside_an_article_is_made_anew_with_it(
    root: Path, path: str, before: str, after: str
) -> None:
    put(root, "content/more.md", "---\ntitle: More\ndate: 2022-01-08\n---\n\nIt held.\n")
    put(root, path, before)
    built(root)
    put(root, path, after)
    assert "articles/story/index.html" in rebuilt(root)[0]
    assert tree(root / "output") == clean_twin(root)


def test_an_unfinished_output_is_finished(root: Path) -> None:
    before = tree(root / "output")
    put(root, "output/.backstory", encode(False, set(before) - {".backstory"}))
    rebuilt(root)
    assert tree(root / "output") == before


def test_an_older_file_of_ours_is_removed_though_no_source_changed(root: Path) -> None:
    before = tree(root / "output")
    put(root, "output/old/index.html", "old")
    put(
        root, "output/.backstory", encode(True, (set(before) - {".backstory"}) | {"old/index.html"})
    )
    rebuilt(root)
    assert tree(root / "output") == before
    assert not (root / "output/old").exists()


def test_the_table_knows_what_every_file_held(root: Path) -> None:
    known = load_manifest(cache_for(str(root), str(root / "output")))
    assert {path.split("/")[0] for path in known.inputs} >= {"site.yaml", "content"}
    assert [path for path, (_, held) in known.inputs.items() if not held] == []
