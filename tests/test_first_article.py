"""docs/first-article.md is true: its files are written, its commands run, in the order of the page.

After a change of words that is meant, `BACKSTORY_GOLDEN=write` before the test command renews it.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tests.smallsite import ROOT, backstory, put

PAGE = ROOT / "docs" / "first-article.md"
BLOCK = re.compile(
    r"^```\w+(?: (\S+)\n(.*?)|\n\$ backstory (.*?)\n(.*?))^```$", re.DOTALL | re.MULTILINE
)


def said(command: str, site: Path) -> str:
    """All that a command says to somebody who answers yes."""
    done = subprocess.run(
        [sys.executable, "-m", "builder", *shlex.split(command)],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        input="y\n",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return re.sub(r"(?<=\[y/N\]: )", "y\n", done.stdout)


def test_the_page_is_what_happens(tmp_path: Path) -> None:
    backstory("new", "moonwalk", cwd=tmp_path)
    site = tmp_path / "moonwalk"
    shutil.rmtree(site / "content")

    def happened(block: re.Match[str]) -> str:
        path, text, command, _ = block.groups()
        if path:
            put(site, path, text)
            return block[0]
        return f"```console\n$ backstory {command}\n{said(command, site)}```"

    page = PAGE.read_text(encoding="utf-8")
    true = BLOCK.sub(happened, page)
    if os.environ.get("BACKSTORY_GOLDEN") == "write":
        PAGE.write_text(true, encoding="utf-8")
    assert page == true
