"""`backstory serve` as a user runs it: real builds, a real terminal's signals."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.preview.running import DEADLINE, replace
from tests.smallsite import ROOT, backstory, site

DRAFT = "---\ntitle: Secret plan\ndate: 2020-01-08\ndraft: true\n---\n\nNot yet for all.\n"

STORY = "---\ntitle: A story\ndate: 2020-01-08\n---\n\nOnce it was told.\n"


@contextmanager
def serving(
    root: Path, *arguments: str, code: Path = ROOT, **environment: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command at work, and the address that it says."""
    command = ("-m", "builder", "serve", "--port", "0", *arguments)
    with started(root, *command, code=code, **environment) as process:
        assert process.stdout
        said = process.stdout.readline()
        assert said.startswith("Preview: http://"), process.communicate(timeout=DEADLINE)
        yield process, said.split()[1]


@contextmanager
def started(
    root: Path, *arguments: str, code: Path = ROOT, **environment: str
) -> Iterator[subprocess.Popen[str]]:
    """Python at work in the site's folder; it is killed at last."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(code), "PYTHONUTF8": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A test run in the background ignores Ctrl-C, and its children would too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def fetch(address: str) -> tuple[int, str]:
    """The status and the text of an answer."""
    try:
        with urllib.request.urlopen(address, timeout=DEADLINE) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as answer:
        with answer:
            return answer.code, answer.read().decode()


def until(address: str, words: str) -> str:
    """The text of the answer, once it holds these words."""
    for _ in range(10_000):
        text = fetch(address)[1]
        if words in text:
            return text
    raise AssertionError(f"“{words}” never came")


@pytest.mark.parametrize("polling", ["", "1"], ids=["told", "looking"])
def test_a_save_is_built_and_served(tmp_path: Path, polling: str) -> None:
    root = site(tmp_path)
    with serving(root, WATCHFILES_FORCE_POLLING=polling) as (_, address):
        assert "Ada Lovelace" in fetch(address)[1]
        story = root / "content" / "story.md"
        replace(story, story.read_bytes().replace(b"long in the making", b"open at last"))
        until(address, "open at last")


def test_an_error_is_shown_over_the_last_good_page(tmp_path: Path) -> None:
    root = site(tmp_path)
    people = (root / "content" / "people.yaml").read_bytes()
    with serving(root) as (_, address):
        replace(root / "content" / "people.yaml", b"ada-lovelace:\n  nam: Ada Lovelace\n")
        text = until(address, "<dialog open")
        assert "content/people.yaml:2:3" in text
        assert "opened the bridge" in text
        assert str(tmp_path) not in text
        replace(root / "content" / "people.yaml", people)
        for _ in range(10_000):
            if "<dialog" not in fetch(address)[1]:
                return
    raise AssertionError("the dialog stays")


def test_a_site_that_is_deleted_and_made_anew_is_followed(tmp_path: Path) -> None:
    root = site(tmp_path / "site", {"content/story.md": STORY})
    copy = shutil.copytree(root, tmp_path / "copy")
    with serving(root) as (process, address):
        shutil.rmtree(root)
        until(address, "There is no site.yaml")
        assert not root.exists()
        replace(copy / "content" / "story.md", STORY.replace("Once", "Again").encode())
        copy.rename(root)
        until(address, "Again it")
        process.send_signal(signal.SIGINT)
        assert "Traceback" not in process.communicate(timeout=DEADLINE)[1]


def test_ctrl_c_ends_it_with_130_and_frees_the_port(tmp_path: Path) -> None:
    with serving(site(tmp_path)) as (process, address):
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=DEADLINE)
    assert process.returncode == 130
    assert said.endswith("\nThe preview has ended.\n")
    assert "Traceback" not in said
    port = int(address.split(":")[2].strip("/"))
    with socket.create_server(("127.0.0.1", port)):
        pass


def test_ctrl_c_does_not_wait_for_a_build(tmp_path: Path) -> None:
    endless = """if True:
        from threading import Event
        from builder.build.showing import Showing
        from builder.commands.cli import main
        Showing.renew = lambda *_: print("Building.", flush=True) or Event().wait()
        main()
    """
    with started(site(tmp_path), "-c", endless, "serve", "--port", "0") as process:
        assert process.stdout
        assert process.stdout.readline() == "Building.\n"
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=DEADLINE)
    assert (process.returncode, said.strip()) == (130, "The preview has ended.")


def test_drafts_are_shown_and_never_reach_the_output(tmp_path: Path) -> None:
    root = site(tmp_path, {"content/plan.md": DRAFT})
    assert backstory("build", cwd=root).returncode == 0
    before = {path: path.read_bytes() for path in (root / "output").rglob("*.*")}
    with serving(root) as (_, address):
        assert "Not yet for all." in fetch(address + "articles/plan/")[1]
    assert {path: path.read_bytes() for path in (root / "output").rglob("*.*")} == before
    assert not any(b"Secret plan" in data or b"_preview" in data for data in before.values())


def test_drafts_can_be_left_out(tmp_path: Path) -> None:
    root = site(tmp_path, {"content/plan.md": DRAFT})
    with serving(root, "--no-drafts") as (_, address):
        assert "Secret plan" not in fetch(address)[1]


def test_below_a_base_path_404_finds_its_way(tmp_path: Path) -> None:
    with serving(site(tmp_path), "--base-path", "repo") as (_, address):
        assert address.endswith("/repo/")
        status, text = fetch(address + "deep/down/nothing")
        assert status == 404
        assert 'href="/repo/assets/style.css"' in text


def test_a_busy_port_is_said_and_the_next_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with serving(site(tmp_path), "--port", str(port)) as (process, address):
            assert f":{port}/" not in address
            process.send_signal(signal.SIGINT)
            assert f"Port {port} is busy" in process.communicate(timeout=DEADLINE)[1]


@pytest.mark.parametrize("host", ["0.0.0.0", "0"])
def test_other_hosts_are_warned_of(tmp_path: Path, host: str) -> None:
    with serving(site(tmp_path), "--host", host) as (process, address):
        assert address.startswith("http://localhost:")
        process.send_signal(signal.SIGINT)
        assert "everybody on your network" in process.communicate(timeout=DEADLINE)[1]


def test_an_address_in_short_is_said_as_browsers_ask_for_it(tmp_path: Path) -> None:
    with serving(site(tmp_path), "--host", "127.1") as (process, address):
        assert address.startswith("http://127.0.0.1:")
        assert fetch(address)[0] == 200
        process.send_signal(signal.SIGINT)
        assert "network" not in process.communicate(timeout=DEADLINE)[1]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--base-path", "/../"], 2, "base path"),
        (["--port", "70000"], 2, "70000"),
        (["--port", "x"], 2, "x"),
        (["nowhere"], 2, "nowhere"),
        (["--host", "192.0.2.1"], 3, "no address “192.0.2.1”"),
        (["--host", "no such host"], 3, "no address"),
        (["--host", "a..b"], 3, "no address “a..b”"),
        (["--host", "a" * 64], 3, "no address"),
    ],
)
def test_what_cannot_be_served(tmp_path: Path, arguments: list[str], code: int, words: str) -> None:
    ended = backstory("serve", *arguments, cwd=site(tmp_path))
    assert ended.returncode == code
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr


def test_in_a_checkout_new_code_is_started_at_the_same_address(tmp_path: Path) -> None:
    code, root = tmp_path / "checkout", site(tmp_path / "a site")
    for name in ("builder", "templates"):
        shutil.copytree(ROOT / name, code / name, ignore=shutil.ignore_patterns("__pycache__"))
    replace(code / "pyproject.toml", b"")
    options = ("--base-path", "/repo/", "--no-drafts")
    with serving(root, *options, code=code) as (process, address):
        module = code / "builder" / "ground" / "slugs.py"
        replace(module, module.read_bytes() + b"\nBROKEN = (\n")
        replace(root / "content" / "story.md", b"---\ntitle: B\ndate: 2020-01-07\n---\n\nBoth.\n")
        until(address, "Both.")  # code that does not compile is waited for
        replace(module, module.read_bytes() + b")\n")
        assert process.stdout
        assert process.stdout.readline().split()[1] == address
        assert "Both." in fetch(address)[1]
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=DEADLINE)
    assert process.returncode == 130
