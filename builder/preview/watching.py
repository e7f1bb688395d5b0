"""The watcher: a thread that waits for sets of changes in the site, and reports each once."""

import logging
import os
from collections.abc import Callable
from threading import Event, Thread

from builder.preview.folders import Watched, folders, matters
from builder.preview.notices import Source, seen, told

Report = Callable[[], None]
PAUSE = 0.05
_LOG = logging.getLogger(__name__)


def watch(watched: Watched, report: Report, *, polling: bool = False) -> Callable[[], None]:
    """Watch a site from a thread of its own. Returns what ends the thread, and waits for its end.

    `report` is called in that thread: once everything is watched, so that a build that begins
    after it misses nothing; then after each set of changes.
    """
    stopped = Event()
    what = (watched, report, stopped, seen if polling else told)
    thread = Thread(target=report_changes, args=what, name="watcher", daemon=True)
    thread.start()

    def stop() -> None:
        stopped.set()
        thread.join()

    return stop


def report_changes(watched: Watched, report: Report, stop: Event, source: Source) -> None:
    """Report what changes until stopped; where the system cannot tell, by looking."""
    while not stop.is_set():
        try:
            _until_rearmed(watched, report, stop, source)
        except FileNotFoundError:
            stop.wait(PAUSE)  # a folder went while it was opened: see which there are now
        except (OSError, RuntimeError) as failure:
            _LOG.warning("Changes are looked for twice a second: the system says “%s”.", failure)
            source = seen


def _until_rearmed(watched: Watched, report: Report, stop: Event, source: Source) -> None:
    """Watch the folders that there are now, and report, until one comes, goes or is replaced."""
    armed = folders(watched)
    if watched.root not in armed:
        report()
        while not os.path.isdir(watched.root) and not stop.wait(PAUSE):
            pass
        return
    with source(armed, stop) as notices:
        if folders(watched) != armed:
            return
        report()  # whatever changed before all was watched
        for paths in notices:
            relevant = [p for p in paths if p in armed or matters(p, watched)]
            if any(path in armed or os.path.isdir(path) for path in relevant):
                return
            if relevant:
                report()
