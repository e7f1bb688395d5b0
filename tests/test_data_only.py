"""Content is data (a build starts nothing and asks nobody), and what is private stays so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.smallsite import ROOT, built, site, tree

# Builds a site and ends at the first call that opens a connection, looks up a name or starts a
# program (PEP 578), in this process or in one forked from it; `{}` is what a builder without care
# might do with what it reads.
WATCHED = """
import os, socket, subprocess, sys
from builder.commands.cli import run
import builder.build.pipeline
def hook(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn",
                         "urllib.", "http.", "webbrowser.", "ctypes.dlopen")):
        os.write(2, f"CAUGHT {{event}}".encode())
        os._exit(66)
sys.addaudithook(hook)
{}
sys.exit(run(["build", "--clean"]))
"""
TRICKS = {
    "content/story.md": (
        "---\ntitle: '{{ cycler.__init__.__globals__.os.system(1) }}'\ndate: 2020-01-07\n---\n\n"
        "{% include 'http://evil.test/' %} {{ 7 * 7 }} <!--#exec cmd='id'--> $(id) `id`\n\n"
        "![x](https://evil.test/x.png)\n"
    ),
    "content/people.yaml": (
        "a:\n  name: '{{ config }}'\n  summary: '{% import \"os\" as os %}'\n"
        "  links: {website: https://evil.test/}\n"
    ),
}


def watched(root: Path, besides: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WATCHED.format(besides)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_build_starts_nothing_and_asks_nobody(tmp_path: Path) -> None:
    tricks = {**TRICKS, "content/story.md": TRICKS["content/story.md"].partition("![x]")[0]}
    root = site(tmp_path / "site", tricks)
    done = watched(root)
    assert done.returncode == 0, done.stderr
    assert "CAUGHT" not in done.stderr
    page = (root / "output/index.html").read_text(encoding="utf-8")
    assert "{% include 'http://evil.test/' %} {{ 7 * 7 }}" in page.replace("&#39;", "'")
    assert "49" not in page


def test_a_picture_from_elsewhere_is_refused_and_not_fetched(tmp_path: Path) -> None:
    done = watched(site(tmp_path / "site", TRICKS))
    assert done.returncode == 1
    assert "CAUGHT" not in done.stderr
    assert "https://evil.test/x.png" in done.stderr


def test_a_builder_that_asks_somebody_is_caught(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    for deed in ("socket.create_connection(('127.0.0.1', 9))", "subprocess.run(['true'])"):
        assert watched(root, deed).returncode == 66


SECRET = "s3cret-w0rd"


def test_drafts_dotfiles_and_what_is_not_read_reach_no_file(tmp_path: Path) -> None:
    draft = (
        f"---\ntitle: {SECRET}\nslug: {SECRET}\ndate: 2020-01-08\ndraft: true\n"
        f"corrections: [{{date: 2020-01-09, text: {SECRET}}}]\naliases: [/old-{SECRET}/]\n---\n\n"
        f"{SECRET} “{SECRET} a b c”\n"
    )
    quote = f"q:\n  exact: {SECRET} a b c\n  article: {SECRET}\n  note: {SECRET}\n"
    files = {
        "content/draft.md": draft,
        f"content/pages/{SECRET}.md": f"---\ntitle: {SECRET}\ndraft: true\n---\n\n{SECRET}\n",
        "content/.env": SECRET,
        "content/.hidden/a.md": draft.replace("draft: true\n", ""),
        "content/notes.txt": SECRET,
        "content/story.md~": SECRET,
        "content/unused.png": SECRET,
        "templates/.env": SECRET,
        ".env": SECRET,
        "content/quotes.yaml": quote,
    }
    root = site(tmp_path / "site", {**files, "site.yaml": "title: x\nurl: https://example.org/\n"})
    built(root)
    assert told_in(root) == []
    built(root, drafts=True)  # the control: with drafts the words are there
    told = told_in(root)
    for path in ("feed.xml", "sitemap.xml", f"articles/{SECRET}/index.html", "data/quotes.json"):
        assert path in told


def told_in(root: Path) -> list[str]:
    """The files of the output that hold the secret, or bear it in their name."""
    made = tree(root / "output").items()
    return [path for path, data in made if SECRET in path or SECRET.encode() in data]
