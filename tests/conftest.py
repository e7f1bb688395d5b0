"""What all tests share: nothing is skipped in silence, and there is one real browser."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir

from builder.ground.digests import digest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
IN_CI = bool(os.environ.get("CI"))

# No test waits on a clock; CI tries the same examples every time.
set_hypothesis_home_dir(ROOT / ".cache" / "hypothesis")
settings.register_profile(
    "backstory",
    deadline=None,
    derandomize=IN_CI,
    database=None if IN_CI else settings.get_profile("default").database,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("backstory")


# ---- what is skipped is said, and in CI it is an error


class Skips:
    """Remembers every test that was skipped, lists them at the end, and fails a run in CI."""

    def __init__(self) -> None:
        self.reasons: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._note(report)

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail"):
            said = report.longrepr
            reason = said[2] if isinstance(said, tuple) else str(said)
            self.reasons[report.nodeid] = reason.removeprefix("Skipped: ")

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if IN_CI and self.reasons and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self.reasons:
            return
        count = len(self.reasons)
        tests = "1 test did" if count == 1 else f"{count} tests did"
        terminalreporter.section(f"SKIPPED: {tests} not run", sep="!", red=IN_CI, yellow=not IN_CI)
        for name, reason in sorted(self.reasons.items()):
            terminalreporter.line(f"{name}: {reason}")
        if IN_CI:
            terminalreporter.line("In CI every test has to run: this run fails.", red=True)


def pytest_configure(config: pytest.Config) -> None:
    """Watches for skips in the process that reports, not in its workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Skips(), "skips")


# ---- tests that need more than Python


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks as `browser` what asks for one, so that `-m 'not browser'` leaves it out."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips what is marked `node` or `java` where that does not run."""
    if item.get_closest_marker("node") and not _runs("node", "--version"):
        pytest.skip("Node.js is not installed")
    if item.get_closest_marker("java") and not _runs("java", "-version"):
        pytest.skip("Java is not installed")


@cache
def _runs(*command: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


# ---- the browser

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",  # it opens our own pages only, and containers have no sandbox
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


def system_chromium() -> str | None:
    """The path of a Chromium or Chrome that this machine has."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return found
    for application in ("Chromium", "Google Chrome"):
        program = Path(f"/Applications/{application}.app/Contents/MacOS/{application}")
        if program.exists():
            return str(program)
    return None


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a worker; each test opens a context of its own."""
    from playwright.sync_api import Error, sync_playwright

    system = system_chromium()
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=system, args=CHROMIUM_ARGUMENTS)
        except Error:
            if system:
                raise
            pytest.skip("no Chromium here, neither the system's nor Playwright's")
        yield browser
        browser.close()


# ---- what runs under Node.js


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The packages of tests/node/, installed from the lock file, once for each state of it."""
    sources = ROOT / "tests" / "node"
    lock = (sources / "package-lock.json").read_bytes()
    target = ROOT / ".cache" / "node" / digest(lock)
    if not target.is_dir():
        npm = shutil.which("npm")
        if npm is None:
            pytest.skip("npm is not here")
        _install(npm, sources, target)
    return target / "node_modules"


def _install(npm: str, sources: Path, target: Path) -> None:
    """Install beside the target and move it there; of several workers, the first one wins."""
    own = target.with_suffix(f".{os.getpid()}")
    own.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(sources / name, own)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=own, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        with suppress(OSError):
            own.rename(target)
    shutil.rmtree(own, ignore_errors=True)
    if not target.is_dir():
        pytest.skip(f"npm cannot install what the tests need: {done.stderr.strip()[-200:]}")
