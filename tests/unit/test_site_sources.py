"""builder.sources.site: a folder becomes sources, or diagnostics; never an exception."""

import os
import unicodedata
from pathlib import Path

import pytest

from builder.ground.diagnostics import Diagnostic, Severity
from builder.ground.digests import digest
from builder.sources.files import Sources
from builder.sources.inputs import inputs
from builder.sources.naming import LARGEST_PICTURE, LARGEST_TEXT
from builder.sources.site import read_media, read_sources
from builder.sources.stats import Table
from tests.smallsite import put, site

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    folder = tmp_path / "theme"
    put(folder, "page.html", "theme's page")
    put(folder, "assets/style.css", "theme's style")
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "site")


def reading(
    root: Path, theme: Path, known: Table | None = None
) -> tuple[Sources, tuple[Diagnostic, ...]]:
    return read_sources(str(root), inputs(str(root), str(theme)), known)


def codes(root: Path, theme: Path) -> list[tuple[str, str]]:
    _, told = reading(root, theme)
    return [(diagnostic.location.path, diagnostic.code) for diagnostic in told]


def test_texts_are_read_by_path(root: Path, theme: Path) -> None:
    sources, told = reading(root, theme)
    assert told == ()
    assert list(sources.texts) == ["site.yaml", "content/people.yaml", "content/story.md"]
    story = sources.texts["content/story.md"]
    assert story.data == (root / "content/story.md").read_bytes()
    assert story.digest == digest(story.data)


def test_settings_that_are_not_there_are_told(root: Path, theme: Path) -> None:
    (root / "site.yaml").unlink()
    assert codes(root, theme) == [("site.yaml", "missing-settings")]


def test_settings_that_are_there_and_not_read_are_not_told_as_missing(
    root: Path, theme: Path
) -> None:
    put(root, "site.yaml", b" " * (LARGEST_TEXT + 1))
    assert codes(root, theme) == [("site.yaml", "file-too-large")]
    (root / "site.yaml").rename(root / "elsewhere.yaml")
    (root / "site.yaml").symlink_to(root / "elsewhere.yaml")
    assert codes(root, theme) == [("site.yaml", "symlink-refused")]


def test_a_folder_for_a_file_and_a_file_for_a_folder_are_told_as_what_they_are(
    root: Path, theme: Path
) -> None:
    (root / "site.yaml").unlink()
    (root / "site.yaml").mkdir()
    put(root, "templates", "")
    told = {d.location.path: d.message for d in reading(root, theme)[1]}
    assert told == {
        "site.yaml": "This is a folder, and a file is wanted here.",
        "templates": "This is a file, and a folder is wanted here.",
    }


def test_the_sites_templates_lie_over_the_themes(root: Path, theme: Path) -> None:
    put(root, "templates/page.html", "our page")
    put(root, "templates/assets/more.css", "ours")
    sources = reading(root, theme)[0]
    assert {name: file.data for name, file in sources.theme.items()} == {
        "assets/more.css": b"ours",
        "assets/style.css": b"theme's style",
        "page.html": b"our page",
    }
    assert sources.templates.keys() == {"page.html"}
    assert sources.assets.keys() == {"assets/more.css", "assets/style.css"}
    assert sources.theme["page.html"].path == "templates/page.html"
    assert sources.theme["assets/style.css"].path == "theme/assets/style.css"


def test_a_site_that_is_the_theme_is_read_once(root: Path) -> None:
    put(root, "templates/page.html", "ours")
    looks = reading(root, root / "templates")[0].theme
    assert [file.path for file in looks.values()] == ["templates/page.html"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("notes.txt", "rename it to notes.md"),
        ("report.DOCX", "save its text as report.md"),
        ("sound.mp3", "content/ holds .md and .yaml"),
    ],
)
def test_a_file_that_may_be_an_article_is_told_to_become_one(
    root: Path, theme: Path, name: str, hint: str
) -> None:
    put(root, f"content/{name}", b"x")
    (found,) = reading(root, theme)[1]
    assert hint in found.hint


def test_pictures_are_named_by_their_digest(root: Path, theme: Path) -> None:
    put(root, "content/images/bridge.PNG", PNG)
    sources, told = reading(root, theme)
    assert told == ()
    assert sources.media == {"content/images/bridge.PNG": digest(PNG)}


def test_a_picture_with_a_decomposed_name_is_found_again(root: Path, theme: Path) -> None:
    put(root, "content/" + unicodedata.normalize("NFD", "café.png"), PNG)
    (path,) = reading(root, theme)[0].media
    assert path == "content/café.png"
    assert read_media(str(root), path) == PNG


def test_a_missing_picture_is_said(root: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_media(str(root), "content/none.png")


@pytest.mark.parametrize(
    ("path", "code", "severity"),
    [
        ("content/people.yml", "misnamed-file", Severity.ERROR),
        ("content/tale.MD", "misnamed-file", Severity.ERROR),
        ("content/story.markdown", "misnamed-file", Severity.ERROR),
        ("content/story.md.txt", "misnamed-file", Severity.ERROR),
        ("content/map.svg", "svg-refused", Severity.WARNING),
        ("content/notes.docx", "unused-file", Severity.WARNING),
    ],
)
def test_other_files_are_told(
    root: Path, theme: Path, path: str, code: str, severity: Severity
) -> None:
    put(root, path, b"x")
    sources, (diagnostic,) = reading(root, theme)
    assert (diagnostic.location.path, diagnostic.code) == (path, code)
    assert diagnostic.severity is severity
    assert path not in sources.texts
    assert path not in sources.media


def test_a_picture_of_a_telephone_is_told_to_be_saved_otherwise(root: Path, theme: Path) -> None:
    put(root, "content/IMG 1.HEIC", b"x")
    _, (told,) = reading(root, theme)
    assert told.hint == "Save the picture as IMG 1.jpg: browsers do not show this kind."


def test_a_file_over_the_limit_is_refused(root: Path, theme: Path) -> None:
    put(root, "content/long.md", b"x" * (LARGEST_TEXT + 1))
    assert codes(root, theme) == [("content/long.md", "file-too-large")]


def test_a_file_of_the_theme_has_a_limit_too_and_is_not_said_to_be_locked(
    root: Path, theme: Path
) -> None:
    put(root, "templates/assets/film.mp4", b"")
    os.truncate(root / "templates/assets/film.mp4", LARGEST_PICTURE + 2)
    _, (told,) = reading(root, theme)
    assert (told.location.path, told.code) == ("templates/assets/film.mp4", "file-too-large")
    assert "25,000,002 bytes" in told.message
    assert told.hint == "Make it smaller, or take it out of templates/."


@pytest.mark.parametrize("path", ["content/link.md", "site.yaml", "templates/page.html"])
def test_links_are_refused(root: Path, theme: Path, tmp_path: Path, path: str) -> None:
    (root / path).unlink(missing_ok=True)
    (root / path).parent.mkdir(exist_ok=True)
    put(tmp_path, "secret", "x")
    (root / path).symlink_to(tmp_path / "secret")
    sources, told = reading(root, theme)
    assert [(d.location.path, d.code) for d in told] == [(path, "symlink-refused")]
    assert b"x" not in [file.data for file in sources.texts.values()]


@pytest.mark.parametrize("name", ["content", "templates"])
def test_a_linked_folder_is_refused(root: Path, theme: Path, tmp_path: Path, name: str) -> None:
    put(tmp_path, "elsewhere/x.md", "x")
    if (root / name).exists():
        (root / name).rename(tmp_path / "away")
    (root / name).symlink_to(tmp_path / "elsewhere")
    assert codes(root, theme) == [(name, "symlink-refused")]


def test_hard_links_are_refused(root: Path, theme: Path, tmp_path: Path) -> None:
    os.link(put(tmp_path, "secret", "x"), root / "content/copy.md")
    assert codes(root, theme) == [("content/copy.md", "hard-link-refused")]


def test_names_that_differ_in_capitals_alone_collide(root: Path, theme: Path) -> None:
    put(root, "content/Story.md", "x")
    if len(os.listdir(root / "content")) == 2:
        return  # this disk takes them for one already
    _, (diagnostic,) = reading(root, theme)
    assert diagnostic.code == "name-collision"
    places = {diagnostic.location.path, diagnostic.related[0].location.path}
    assert places == {"content/Story.md", "content/story.md"}


def test_a_template_that_is_not_utf8_is_told(root: Path, theme: Path) -> None:
    put(root, "templates/page.html", b"\xff")
    put(root, "templates/assets/blob.bin", b"\xff")
    assert codes(root, theme) == [("templates/page.html", "not-utf8")]


def test_a_file_that_vanishes_is_told(
    root: Path, theme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", gone)
    assert ("content/story.md", "unreadable-file") in codes(root, theme)


def test_known_pictures_are_not_read_again(root: Path, theme: Path) -> None:
    from builder.sources.walk import look

    path = put(root, "content/a.png", PNG)
    found = look("content/a.png", str(path))
    assert found
    known = {"content/a.png": (found.stamp, "remembered")}
    assert reading(root, theme, known)[0].media == {"content/a.png": "remembered"}
