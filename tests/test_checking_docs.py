"""docs/checking.md is true: twelve faults in a copy of the sample site, all told in one run.

After a change of words that is meant, `BACKSTORY_GOLDEN=write` before the test command renews it.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from tests.smallsite import ROOT, backstory

PAGE = ROOT / "docs" / "checking.md"
TRANSCRIPT = re.compile(r"(```console\n\$ backstory check\n)(.*?)(```\n)", re.DOTALL)

FAULTS = (
    ("site.yaml", "timezone: Asia/Singapore", "timezone: Asia/Singapur"),
    ("content/people.yaml", "  birth_date: 1964-04-26", "  birth_date: 26/04/1964"),
    ("content/people.yaml", "  sort_name: Trump,", "  sortname: Trump,"),
    ("content/places.yaml", "coordinates: [44.37, 33.31]", "coordinates: [33.31, 144.37]"),
    ("content/glossary.yaml", "term: US assets", "term: US assets: bases"),
    ("content/quotes.yaml", "no decision whatsoever to leave", "no decision at all to leave"),
    ("content/quotes.yaml", "speaker: person:hassan-rouhani", "speaker: person:hasan-rouhani"),
    (
        "content/timeline.yaml",
        "date: 2020-01-05\n  date_text: on S",
        "date: 2020-01-06\n  date_text: on S",
    ),
    (
        "content/timeline.yaml",
        "  passage: after the 1979 I",
        "  passage: before the shah fell in I",
    ),
    ("content/us-troops-iraq.md", "White House stance", "[White House](/washington/) stance"),
    (
        "content/us-troops-iraq.md",
        "Soleimani built a network",
        "General Suleimani of the IRGC[^1] built one",
    ),
)


def broken(folder: Path) -> Path:
    """A copy of the sample site with the faults in it."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "site.yaml", folder)
    for path, right, wrong in FAULTS:
        text = (folder / path).read_text(encoding="utf-8")
        assert right in text, (path, right)
        (folder / path).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    return folder


def test_the_transcript_is_what_is_said(tmp_path: Path) -> None:
    done = backstory("check", cwd=broken(tmp_path / "site"))
    assert (done.returncode, done.stdout) == (1, "")
    page = PAGE.read_text(encoding="utf-8")
    if os.environ.get("BACKSTORY_GOLDEN") == "write":
        page = TRANSCRIPT.sub(lambda found: found[1] + done.stderr + found[3], page, count=1)
        PAGE.write_text(page, encoding="utf-8")
    found = TRANSCRIPT.search(page)
    assert found is not None
    assert found[2] == done.stderr


def test_the_fix_is_the_one_that_is_offered(tmp_path: Path) -> None:
    done = backstory("check", "--fix", cwd=broken(tmp_path / "site"))
    changed = re.findall(r"^[-+] .*$", done.stderr, re.MULTILINE)
    page = PAGE.read_text(encoding="utf-8")
    assert "```diff\n" + "\n".join(changed) + "\n```\n" in page


def test_the_example_of_why_is_what_is_said() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    found = re.search(r"```console\n\$ backstory why (\w+)\n(.*?)```\n", page, re.DOTALL)
    assert found is not None
    assert found[2] in backstory("why", found[1], cwd=ROOT).stdout


def test_the_faults_are_twelve_and_each_another() -> None:
    found = TRANSCRIPT.search(PAGE.read_text(encoding="utf-8"))
    assert found is not None
    codes = re.findall(
        r"^\S+:\d+:\d+: (?:error|warning): .* \[([a-z-]+)\]$", found[2], re.MULTILINE
    )
    assert len(codes) == 12
    assert len(set(codes)) == len(codes)
