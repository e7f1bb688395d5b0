"""A build in which nothing changed loads no library, proved in a fresh interpreter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.smallsite import ROOT, backstory, put, site

HEAVY = (
    "PIL",
    "ahocorasick_rs",
    "babel",
    "bs4",
    "click",
    "jinja2",
    "linkify_it",
    "livereload",
    "markdown_it",
    "markupsafe",
    "mdit_py_plugins",
    "msgspec",
    "tornado",
    "typing_extensions",
    "watchfiles",
    "yaml",
)
SLOW = (
    "asyncio",
    "dataclasses",
    "hashlib",
    "importlib.metadata",
    "inspect",
    "pathlib",
    "sqlite3",
    "tempfile",
)

PROBE = f"""
import os, sys
vars(os).pop("fork", None)  # what another process loads would not be seen
from builder.commands.cli import run
code = run(["build"])
loaded = [name for name in {HEAVY + SLOW} if name in sys.modules]
print(code, ",".join(loaded))
"""


def probe(root: Path) -> tuple[str, set[str]]:
    """Builds in a fresh interpreter (without pytest's plugins): what it said, what it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    *said, last = done.stdout.splitlines()
    code, _, loaded = last.partition(" ")
    assert code == "0", done.stderr
    return "\n".join(said), set(filter(None, loaded.split(",")))


def test_an_idle_build_loads_nothing_heavy(tmp_path: Path) -> None:
    root = site(tmp_path)
    backstory("build", cwd=root)
    said, loaded = probe(root)
    assert said.startswith("Up to date")
    assert loaded == set()


def test_the_probe_sees_what_a_working_build_loads(tmp_path: Path) -> None:
    said, loaded = probe(site(tmp_path))
    assert said.startswith("Built")
    assert {"jinja2", "markdown_it", "yaml"} <= loaded
    assert not loaded & {"bs4", "livereload", "tornado", "watchfiles", "PIL", "typing_extensions"}


def test_a_changed_picture_alone_parses_no_template(tmp_path: Path) -> None:
    root = site(tmp_path, {"templates/assets/x.css": "p {}"})
    backstory("build", cwd=root)
    put(root, "templates/assets/x.css", "q {}")
    said, loaded = probe(root)
    assert "1 written" in said
    assert "jinja2" not in loaded


def test_a_changed_body_alone_parses_no_yaml(tmp_path: Path) -> None:
    root = site(tmp_path)
    backstory("build", cwd=root)
    article = next((root / "content").glob("*.md"))
    put(root, str(article.relative_to(root)), article.read_text("utf-8") + "\nMore.\n")
    said, loaded = probe(root)
    assert said.startswith("Built")
    assert "markdown_it" in loaded
    assert "yaml" not in loaded
