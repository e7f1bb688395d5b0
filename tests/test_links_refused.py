"""Symbolic and hard links in content, templates, output and cache: what they lead to is let alone.

Whoever packs an output may follow links (`upload-pages-artifact` runs `tar --dereference`).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.build.checking import Finished, finished
from builder.commands import crash
from builder.write.cache import FOLDER
from tests.smallsite import FILES, backstory, built, put, request, site, tree

SECRET = b"s3cret-w0rd"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
PLACES = {
    "site.yaml": b"title: s3cret-w0rd\nlanguage: en\n",
    "content/story.md": b"---\ntitle: A\ndate: 2020-01-07\n---\n\ns3cret-w0rd\n",
    "content/pages/about.md": b"---\ntitle: A\n---\n\ns3cret-w0rd\n",
    "content/people.yaml": b"ada:\n  name: Ada\n  summary: s3cret-w0rd\n",
    "content/photo.png": PICTURE + SECRET,
    "templates/404.html": b"s3cret-w0rd\n",
    "templates/assets/style.css": b"/* s3cret-w0rd */",
}
WAYS: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "a symbolic link": (os.symlink, "symlink-refused"),
    "a hard link": (os.link, "hard-link-refused"),
}


def published(root: Path) -> bool:
    """Whether the secret is anywhere in the output."""
    return any(SECRET in data for data in tree(root / "output").values())


def with_picture(root: Path) -> Path:
    """The small site, whose article shows a picture."""
    story = FILES["content/story.md"] + "\n![A bridge](photo.png)\n"
    return site(root, {"content/story.md": story, "content/photo.png": PICTURE})


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", PLACES)
def test_a_file_of_the_site_is_no_link(tmp_path: Path, path: str, way: str) -> None:
    root = with_picture(tmp_path / "site")
    outside = put(tmp_path, "outside/secret", PLACES[path])
    (root / path).unlink(missing_ok=True)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    link, code = WAYS[way]
    link(outside, root / path)
    done = backstory("build", cwd=root)
    assert done.returncode == 1
    assert f"{path}:1:1: error" in done.stderr
    assert f"[{code}]" in done.stderr
    assert not published(root)


@pytest.mark.parametrize("path", PLACES)
def test_the_same_file_copied_is_published(tmp_path: Path, path: str) -> None:
    root = with_picture(tmp_path / "site")
    put(root, path, PLACES[path])
    built(root)
    assert published(root)


@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_is_a_link_is_made_anew_and_its_target_stays(tmp_path: Path, way: str) -> None:
    root = site(tmp_path / "site")
    built(root)
    made = tree(root / "output")
    outside = put(tmp_path, "outside/secret", SECRET)
    page = root / "output/index.html"
    page.unlink()
    WAYS[way][0](outside, page)
    assert finished(request(root)) is not Finished.CURRENT
    built(root)
    assert tree(root / "output") == made
    assert not page.is_symlink()
    assert outside.read_bytes() == SECRET


def test_a_page_with_a_second_name_is_not_written_through(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    built(root)
    kept = tmp_path / "kept"
    os.link(root / "output/index.html", kept)
    before = kept.read_bytes()
    put(root, "site.yaml", "title: Another\nlanguage: en\n")
    built(root)
    assert kept.read_bytes() == before != (root / "output/index.html").read_bytes()


def test_a_folder_of_the_output_that_leads_elsewhere_is_not_written_through(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    built(root)
    shutil.rmtree(root / "output/people")
    (tmp_path / "outside").mkdir()
    (root / "output/people").symlink_to(tmp_path / "outside")
    done = backstory("build", "--clean", cwd=root)
    assert tree(tmp_path / "outside") == {}
    assert (done.returncode, "Traceback" in done.stderr) == (2, False), done.stderr


IN_THE_CACHE = (
    *("lock", "manifest", "manifest.new", "manifest.since", "manifest.since.new"),
    *("memory.db", "tick"),
)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", IN_THE_CACHE)
def test_a_file_of_the_cache_that_is_a_link_is_not_written_through(
    tmp_path: Path, name: str, way: str
) -> None:
    root = site(tmp_path / "site")
    built(root)
    outside = put(tmp_path, "outside/secret", SECRET)
    (memory,) = root.glob(f"{FOLDER}/*/memory.db")
    memory.with_name(name).unlink(missing_ok=True)
    WAYS[way][0](outside, memory.with_name(name))
    put(root, "content/story.md", f"{FILES['content/story.md']}\nA word more.\n")  # few rows change
    built(root)
    put(root, "site.yaml", "title: Another\nlanguage: en\n")
    built(root)
    assert outside.read_bytes() == SECRET


@pytest.mark.parametrize("way", WAYS)
def test_a_report_is_not_written_through_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    root = site(tmp_path / "site")
    outside = put(tmp_path, "outside/error.log", SECRET)
    report = put(root, f"{FOLDER}/error.log", "")
    report.unlink()
    WAYS[way][0](outside, report)
    monkeypatch.chdir(root)
    crash.crashed(ZeroDivisionError())
    assert outside.read_bytes() == SECRET
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")


def test_a_report_is_not_written_into_a_cache_that_leads_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site(tmp_path / "site")
    outside = put(tmp_path, "outside/backstory/error.log", SECRET)
    (root / ".cache").symlink_to(tmp_path / "outside")
    monkeypatch.chdir(root)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    crash.crashed(ZeroDivisionError())
    assert outside.read_bytes() == SECRET
