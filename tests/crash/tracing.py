"""A build whose nth system call for the site fails, or is its last, by strace(1)."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.crash.kills import BUILD
from tests.crash.stage import ENVIRONMENT, End, Stage, Told, fresh, mended, verdict
from tests.smallsite import ROOT

CALLS = (
    "openat",
    "read",
    "write",
    "close",
    "newfstatat",
    "getdents64",
    "mkdir",
    "rename",
    "unlink",
    "rmdir",
    "chmod",
    "fchmod",
    "utimensat",
    "flock",
)
FAULTS = ("error=ENOSPC", "error=EIO", "signal=KILL")
MOST = 30
LINE = re.compile(r"^\d+ +(\w+)\((.*)")


def traced(stage: Stage, folder: Path, call: str, fault: str) -> Told:
    """Lets each system call of a kind that concerns the site meet the fault, one in each build.

    At most `MOST` of a kind are tried, evenly over all of them.
    """
    here = fresh(stage, folder)
    log = folder.parent / "strace"
    _run(here, log, call, ())
    concerning = list(_concerning(log, call, str(here.root)))
    for nth in concerning[:: len(concerning) // MOST + 1]:
        here = fresh(stage, folder)
        end = _run(here, log, call, (f"-einject={call}:{fault}:when={nth}",))
        came = end.code < 0 or "(INJECTED)" in log.read_text(encoding="utf-8", errors="replace")
        wrong = [] if came else [f"the fault of {call} {nth} never came"]
        yield wrong + verdict(here, end) + mended(here)


def _run(stage: Stage, log: Path, call: str, inject: tuple[str, ...]) -> End:
    """Builds under strace, which leaves with the exit code or the signal of the build."""
    # Without --seccomp-bpf, which is quicker, but lets no signal through (strace 6.1).
    trace = ("strace", "-f", "-y", "-qq", "-o", str(log), f"-etrace={call}")
    done = subprocess.run(
        [*trace, *inject, *BUILD, str(stage.root), "--output", str(stage.root / "output")],
        cwd=ROOT,
        env={**ENVIRONMENT, "PYTHONHASHSEED": "0"},
        preexec_fn=_on_one_processor,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return End(done.returncode, done.stdout + done.stderr)


def _on_one_processor() -> None:
    """A build is one process there: of several, strace numbers the calls of each apart."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _concerning(log: Path, call: str, root: str) -> Iterator[int]:
    """The numbers, from 1, of the calls whose path or file is the site's."""
    told = log.read_text(encoding="utf-8", errors="replace").splitlines()
    calls = [match[2] for line in told if (match := LINE.match(line)) and match[1] == call]
    return (nth for nth, arguments in enumerate(calls, 1) if f"{root}{os.sep}" in arguments)
