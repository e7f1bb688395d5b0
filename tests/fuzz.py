"""The long run of `make fuzz`: whatever the bytes, diagnostics with true places, and no exception.

python -m tests.fuzz --cases 100000        as many for each format
python -m tests.fuzz --again "sidecar 17"  one case, with its traceback
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from builder.build.drafting import drafted
from builder.build.fixing import fixes, rewrites
from builder.build.reading import SiteRead
from builder.build.request import Request
from builder.build.study.memoryreaders import MemoryReaders
from builder.build.understanding import Understood, understand
from builder.commands.reports import github, json, sarif, text
from builder.ground.diagnostics import Diagnostic, failed
from builder.ground.digests import digest
from builder.load.decoding import decode
from builder.propose.drafting import MOST
from builder.sources.files import SourceFile, Sources, TextFile
from builder.sources.troubles import Refused
from builder.write.memory import Memory
from tests.mutating import FORMATS, ROOT, case

SHARE = 250
HANGS = 20
"""Seconds of CPU time after which a case counts as one that does not end."""


class Share(NamedTuple):
    """What came of some cases: how many, the slowest with its CPU seconds, faults, memory in MB."""

    cases: int
    slowest: tuple[float, str]
    faults: tuple[str, ...]
    memory: float


def site_read(files: dict[str, bytes]) -> SiteRead:
    """A site of these files."""
    texts: dict[str, TextFile] = {
        path: SourceFile(path, data, digest(data)) for path, data in sorted(files.items())
    }
    return SiteRead(Sources(str(ROOT), texts, {}, {}), (), MemoryReaders(Memory(None, "")))


def understood(files: dict[str, bytes]) -> Understood:
    """A site of these files, and everything that is said of it, as in a build."""
    return understand(site_read(files), Request("", drafts=True))


def mended(site: Understood) -> dict[str, bytes]:
    """The files that the safe fixes change, as they are after them."""
    return {path: after for path, _, after in rewrites(fixes(site), site.sources)}


def wrong_drafts(files: dict[str, bytes], articles: Iterable[str]) -> Iterator[str]:
    """What is wrong with the entries that articles of a site ask for, if it has no errors.

    They give it one, or the article asks for more when they are there. Raises Refused where no
    entry can follow what is in a sidecar, or the builder itself sees such an error.
    """
    for article in articles:
        found = drafted(site_read(files), [article])
        after = {**files, **{path: data for path, _, data in found.rewrites}}
        if found.rewrites:
            yield from (str(d) for d in understood(after).diagnostics if d.severity == "error")
        counts = Counter(one.ref.kind for one in found.proposals)
        if max(counts.values(), default=0) < MOST:
            for path, _, data in drafted(site_read(after), [article]).rewrites:
                yield f"{article} asks for more: {data[len(after.get(path, b'')) :].decode()}"


def wrong_places(files: dict[str, bytes], told: tuple[Diagnostic, ...]) -> Iterator[str]:
    """The diagnostics whose place is not in their file.

    Lines of a merge are empty for whoever reads on: how long they were is not asked.
    """
    merged = {d.location.path for d in told if d.code == "merge-conflict"}
    lines = {path: decode(data, path)[0].split("\n") for path, data in files.items()}
    for d in told:
        path, line, column, length = d.location
        found = lines.get(path, [""])
        if not 1 <= line <= len(found):
            yield f"line {line} of {len(found)}: {d}"
        elif path in merged and not found[line - 1]:
            continue
        elif not (1 <= column <= len(found[line - 1]) + 1):
            yield f"column {column} of {len(found[line - 1])}: {d}"
        elif length < 0 or not d.message or "\n" in d.message:
            yield f"length or message: {d}"


def tried(name: str) -> tuple[str, ...]:
    """Try one case; what is wrong with the builder, () if nothing. `name`: `sidecar 17`."""
    kind, _, number = name.rpartition(" ")
    files = case(kind, int(number))
    site = understood(files)
    told = site.diagnostics
    for writer in (json.report, github.report, sarif.report):
        writer(told).encode()
    lines = {path: data.decode("utf-8", "replace").split("\n") for path, data in files.items()}
    text.report(told, lambda path: lines.get(path, ()))
    faults = list(wrong_places(files, told))
    if changed := mended(site):
        worse = {d.code for d in understood({**files, **changed}).diagnostics} & {"yaml-syntax"}
        if worse - {d.code for d in told}:
            faults.append(f"the fixes break what they touch: {changed}")
    if not failed(told):
        try:
            faults += wrong_drafts(files, (path for path in files if _is_article(path)))
        except Refused as refusal:
            if kind != "sidecar":  # of which one may end so that nothing can follow
                faults.append(str(refusal))
    return tuple(f"{name}: {fault}" for fault in faults)


def _is_article(path: str) -> bool:
    return path.startswith("content/") and path.count("/") == 1 and path.endswith(".md")


def share(names: list[str]) -> Share:
    """Try some cases, in a process of their own."""
    signal.signal(signal.SIGPROF, _ring)
    tried(names[0])  # what is loaded once is loaded
    gc.freeze()
    gc.disable()  # as in a build and in a check
    faults: list[str] = []
    slowest = (0.0, "")
    for name in names:
        started = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, HANGS)
        try:
            faults += tried(name)
        except Exception as failure:
            last = traceback.extract_tb(failure.__traceback__)[-1]
            faults.append(f"{name}: {failure!r} at {last.filename}:{last.lineno}")
        signal.setitimer(signal.ITIMER_PROF, 0)
        slowest = max(slowest, (time.process_time() - started, name))
        gc.collect()
    gc.enable()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Share(len(names), slowest, tuple(faults), peak / 1024)


def _ring(number: int, frame: object) -> None:
    raise TimeoutError


def main() -> int:
    """Run all cases and print what came of them. Returns 1 where there was a fault."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    options.add_argument("--cases", type=int, default=100_000)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--jobs", type=int, default=multiprocessing.cpu_count())
    options.add_argument("--again", metavar="CASE")
    chosen_options = options.parse_args()
    if chosen_options.again:
        print("\n".join(tried(chosen_options.again)) or "nothing is wrong")
        return 0
    failed = False
    with multiprocessing.Pool(chosen_options.jobs, maxtasksperchild=40) as pool:
        for kind in FORMATS:
            numbers = range(chosen_options.first, chosen_options.first + chosen_options.cases)
            names = [f"{kind} {number}" for number in numbers]
            parts = (names[at : at + SHARE] for at in range(0, len(names), SHARE))
            started = time.perf_counter()
            done = list(pool.imap_unordered(share, parts))
            seconds = time.perf_counter() - started
            slowest = max(part.slowest for part in done)
            faults = [fault for part in done for fault in part.faults]
            print(
                f"{kind}: {sum(part.cases for part in done):,} cases in {seconds:,.0f} s, "
                f"slowest {slowest[0]:.2f} s ({slowest[1]}), "
                f"memory {max(part.memory for part in done):.0f} MB, {len(faults)} faults",
                flush=True,
            )
            print("".join(f"  {fault[:300]}\n" for fault in faults[:30]), end="", flush=True)
            failed = failed or bool(faults)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
