"""What the README shows is what happens: its files are a site, and its fault is told so."""

import re
import shutil
from pathlib import Path

from tests.smallsite import ROOT, backstory, put

README = (ROOT / "README.md").read_text(encoding="utf-8")


def newcomers(folder: Path) -> Path:
    """The repository's site with an emptied `content/`, and the README's files in it."""
    folder.mkdir()
    shutil.copy(ROOT / "site.yaml", folder)
    (article,) = re.findall(r"^```markdown\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    put(folder, "content/iraq.md", article)
    sidecars = re.findall(r"^```yaml\n(# (\S+)\n.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert len(sidecars) == 2
    for text, path in sidecars:
        put(folder, path, text)
    return folder


def test_its_files_are_a_site_without_a_remark(tmp_path: Path) -> None:
    done = backstory("build", "--strict", cwd=newcomers(tmp_path / "site"))
    assert (done.returncode, "warning" in done.stderr) == (0, False), done.stderr


def test_its_fault_is_told_as_it_says(tmp_path: Path) -> None:
    site = newcomers(tmp_path / "site")
    quotes = site / "content/quotes.yaml"
    quotes.write_text(quotes.read_text("utf-8").replace("whatsoever", "at all"), "utf-8")
    (told,) = re.findall(r"^content/\S+: error: .*$", README, re.MULTILINE)
    assert told in backstory("check", cwd=site).stderr.splitlines()
