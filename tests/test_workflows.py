"""The workflows, ours and those of `backstory new`: valid, pinned, with the least permissions."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FOLDERS = (
    ROOT / ".github" / "workflows",
    ROOT / "builder" / "starter" / "dot-github" / "workflows",
)
WORKFLOWS = sorted(path for folder in FOLDERS for path in folder.glob("*.yml"))
NAMES = [path.relative_to(ROOT).as_posix() for path in WORKFLOWS]
HARMLESS = {"contents": "read", "pages": "read"}

# What none of our workflows may be: code of others by a name that can move, everything allowed,
# the token kept on disk, and a title from outside pasted into a script.
UNSAFE = """
on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          ref: ${{ github.event.pull_request.head.ref }}
      - run: echo "${{ github.event.pull_request.title }}"
"""


def tool(name: str) -> str:
    """A program of the test environment."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def findings(folder: Path) -> list[dict[str, Any]]:
    """What zizmor, as strict as an auditor and without network, finds in the workflows there."""
    done = subprocess.run(
        [tool("zizmor"), "--offline", "--persona=auditor", "--format=json", "--no-exit-codes", "."],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def repository(folder: Path, workflows: dict[str, str]) -> Path:
    """A folder with these workflows where GitHub looks for them."""
    target = folder / ".github" / "workflows"
    target.mkdir(parents=True)
    for name, text in workflows.items():
        (target / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_an_auditor_finds_nothing(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = findings(repository(tmp_path, {path.name: text}))
    assert [(finding["ident"], finding["desc"]) for finding in found] == []


def test_the_auditor_finds_what_is_unsafe(tmp_path: Path) -> None:
    found = {finding["ident"] for finding in findings(repository(tmp_path, {"a.yml": UNSAFE}))}
    wanted = {"artipacked", "dangerous-triggers", "excessive-permissions", "template-injection"}
    assert wanted | {"unpinned-uses"} <= found


def valid(path: Path) -> bool:
    """Whether a file fits the schema of workflows, which the checker carries with it."""
    command = [tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", str(path)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_it_fits_the_schema(path: Path) -> None:
    assert valid(path)


def test_the_schema_refuses_a_slip(tmp_path: Path) -> None:
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    slip = tmp_path / "slip.yml"
    slip.write_text(text.replace("runs-on:", "run-on:"), encoding="utf-8")
    assert not valid(slip)


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_every_job_has_a_limit_and_little_may_be_done(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["timeout-minutes"] <= 30
        allowed = job["permissions"].items()
        assert allowed <= HARMLESS.items() or name == "deploy"


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_actions_are_named_by_commit(path: Path) -> None:
    uses = re.findall(r"uses: *(\S+)(.*)", path.read_text(encoding="utf-8"))
    assert uses
    for action, note in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", note)


@pytest.mark.parametrize("folder", FOLDERS, ids=["ours", "of new"])
def test_pull_requests_deploy_nothing_and_see_no_secret(folder: Path) -> None:
    text = (folder / "check.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert list(workflow[True]) == ["pull_request"]  # YAML 1.1 takes `on` for true
    assert "secrets." not in text
    assert "write" not in json.dumps(list(workflow["jobs"].values()))
    for part in ("check --strict --format github", "upload-artifact@", "path: ${{"):
        assert part in text


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_what_is_handed_over_was_built_where_nobody_can_commit(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    (built,) = (run for step in steps if "backstory build" in (run := step.get("run", "")))
    assert '--output "$RUNNER_TEMP/site"' in built
    (handed,) = (step for step in steps if "actions/upload-" in step.get("uses", ""))
    assert handed["with"]["path"] == "${{ runner.temp }}/site"


@pytest.mark.parametrize("path", WORKFLOWS, ids=NAMES)
def test_a_line_of_the_content_that_is_quoted_commands_nobody(path: Path) -> None:
    """GitHub heeds `##[error]…` anywhere in a line (actions/runner, ActionCommand.cs)."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    runs = [step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"]]
    quoting = [run for run in runs if "backstory build" in run or "backstory check" in run]
    assert quoting
    for run in quoting:
        stop = run.find("::stop-commands::$(openssl rand -hex 16)")
        assert "--format github" in run or 0 <= stop < run.index("backstory build")


def test_one_action_has_one_version() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    used = set(re.findall(r"uses: *(actions/[a-z-]+)@(\w+)", text))
    assert len(used) == len({name for name, _ in used})
