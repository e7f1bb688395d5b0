"""`backstory new`: a first site that builds without a word, and harms nothing."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path

import pytest
import yaml

from builder.commands import provenance
from builder.commands.provenance import _of_checkout, _of_record, _pinned
from builder.load.schema.jsonschema import schema_texts
from builder.model.refs import KINDS
from tests.preview.running import DEADLINE
from tests.preview.test_command import fetch, serving
from tests.smallsite import ROOT, backstory, put, tree

STARTER = ROOT / "builder" / "starter"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, built once with warnings as errors."""
    folder = tmp_path_factory.mktemp("new") / "my-site"
    done = backstory("new", "my-site", cwd=folder.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert "cd my-site\n  backstory serve" in done.stdout
    assert "\n  backstory draft my-article.md\n" in done.stdout
    return folder


def test_it_builds_and_checks_without_a_word(made: Path) -> None:
    build = backstory("build", "--strict", cwd=made)
    assert (build.returncode, build.stderr) == (0, "")
    check = backstory("check", "--strict", cwd=made)
    assert (check.returncode, check.stderr) == (0, "")


def test_it_serves_at_once(tmp_path: Path) -> None:
    backstory("new", "my-site", cwd=tmp_path)
    with serving(tmp_path / "my-site") as (process, address):
        status, page = fetch(address)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=DEADLINE)
    assert (status, process.returncode) == (200, 130)
    assert 'data-ref="person:' in page


def test_it_shows_every_kind_of_entry_linked(made: Path) -> None:
    backstory("build", cwd=made)
    for kind in KINDS.values():
        assert (made / "content" / kind.sidecar).exists(), kind
        assert (made / "output" / kind.folder / "index.html").exists(), kind
    front = (made / "output" / "index.html").read_text(encoding="utf-8")
    for words in ('data-ref="person:', 'data-ref="acronym:', "data-quote=", "data-event="):
        assert words in front


def test_every_file_of_ours_is_there_and_says_no_more(made: Path) -> None:
    files = {path for path in tree(made) if not path.startswith(("output/", ".cache/"))}
    assert {".gitignore", ".github/workflows/check.yml", ".github/workflows/publish.yml"} <= files
    assert {"site.yaml", "README.md", "requirements.txt", "requirements.lock"} <= files
    assert not [path for path in files if "dot-" in path]


def test_the_lock_is_ours() -> None:
    ours, theirs = ROOT / "requirements.lock", STARTER / "requirements.lock"
    assert theirs.read_bytes() == ours.read_bytes(), "cp requirements.lock builder/starter/"


def test_editors_find_the_schemas(made: Path) -> None:
    for name, text in schema_texts().items():
        assert (made / ".vscode/schema" / name).read_text(encoding="utf-8") == text
    settings = json.loads((made / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema, file in settings["yaml.schemas"].items():
        assert (made / schema).exists()
        assert (made / file.lstrip("/")).exists()
        first = (made / file.lstrip("/")).read_text(encoding="utf-8").splitlines()[0]
        way = first.partition("$schema=")[2]
        assert (made / file.lstrip("/")).parent.joinpath(way).resolve() == (made / schema).resolve()


def test_its_workflows_set_up_what_its_files_name(made: Path) -> None:
    for path in (made / ".github/workflows").iterdir():
        text = path.read_text(encoding="utf-8")
        assert "--require-hashes -r requirements.lock" in text
        setup = [line.strip() for line in text.splitlines() if ".venv/bin/python -m" in line]
        assert set(setup) <= set((made / "README.md").read_text(encoding="utf-8").splitlines())
        assert yaml.safe_load(text)["permissions"] == {}


@pytest.mark.parametrize("name", ["check.yml", "publish.yml"])
@pytest.mark.parametrize(
    ("installs", "code"), [("", 1), ("install -m 755 /dev/null .venv/bin/backstory", 0)]
)
def test_its_workflows_stop_where_no_backstory_is_named(
    made: Path, tmp_path: Path, name: str, installs: str, code: int
) -> None:
    workflow = yaml.safe_load((made / ".github/workflows" / name).read_text(encoding="utf-8"))
    steps = next(iter(workflow["jobs"].values()))["steps"]
    (script,) = [step["run"] for step in steps if step["name"] == "Set up Backstory"]
    # Instead of Python a program that installs nothing, or an empty one.
    put(tmp_path, ".venv/bin/python", f"#!/bin/sh\n{installs}\n").chmod(0o755)
    put(tmp_path, "python3", "#!/bin/sh\n").chmod(0o755)
    done = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert done.stdout.startswith("::error file=requirements.txt::") == bool(code)


@pytest.mark.parametrize("name", ["notes.txt", ".hidden", "folder/file"])
def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"site/{name}", "kept")
    before = tree(tmp_path)
    done = backstory("new", "site", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"is not empty: it holds “{name.partition('/')[0]}”" in done.stderr
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", ["", " ", "file", "file/below"])
def test_what_cannot_be_a_folder_is_refused(tmp_path: Path, name: str) -> None:
    put(tmp_path, "file", "kept")
    done = backstory("new", name, cwd=tmp_path)
    assert done.returncode in (2, 3)
    assert "Traceback" not in done.stderr
    assert tree(tmp_path) == {"file": b"kept"}


def test_an_empty_folder_and_a_fresh_repository_will_do(tmp_path: Path) -> None:
    put(tmp_path, ".git/HEAD", "ref: refs/heads/main\n")
    assert backstory("new", ".", cwd=tmp_path).returncode == 0
    assert (tmp_path / "site.yaml").exists()


@pytest.mark.parametrize(
    ("url", "line"),
    [
        (
            "https://example.org/ada/backstory",
            "backstory @ git+https://example.org/ada/backstory@c",
        ),
        (
            "git@example.org:ada/backstory.git",
            "backstory @ git+https://example.org/ada/backstory.git@c",
        ),
        ("https://ada:secret@example.org/backstory", ""),
        ("/srv/backstory.git", ""),
        ("http://example.org/backstory", ""),
    ],
)
def test_only_a_place_others_can_reach_is_named(url: str, line: str) -> None:
    assert _pinned(url, "c") == line
    assert _of_record({"url": url, "vcs_info": {"vcs": "git", "commit_id": "c"}}) == line


def test_a_file_on_this_disk_is_no_place_for_others() -> None:
    assert _of_record({"url": "file:///tmp/backstory.whl", "archive_info": {}}) == ""


def test_a_repository_that_merely_holds_a_copy_is_not_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ("init --quiet", "remote add origin https://example.org/ada/news"):
        subprocess.run(["git", *command.split()], cwd=tmp_path, check=True)
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    commit = ["git", *who, "commit", "--quiet", "--allow-empty", "--message", "x"]
    subprocess.run(commit, cwd=tmp_path, check=True)
    copy = put(tmp_path, ".venv/site-packages/builder/__init__.py", "").parent
    monkeypatch.setattr(provenance, "code_folder", lambda: str(copy))
    assert _of_checkout() == ""
    monkeypatch.setattr(provenance, "code_folder", lambda: str(tmp_path / "builder"))
    assert _of_checkout().startswith("backstory @ git+https://example.org/ada/news@")
