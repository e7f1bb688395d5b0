"""The watcher: LiveReload's, with another engine.

LiveReload looks at every file again and again and runs the build once for each that changed. Here
a thread waits for sets of changes and reports each once; `start` returns True, which tells
LiveReload that nothing need be polled.
"""

import logging
import os
from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

from builder.preview.folders import Watched, folders, matters
from builder.preview.notices import Source, seen, told

Report = Callable[[], None]
PAUSE = 0.05
_LOG = logging.getLogger(__name__)

if TYPE_CHECKING:  # livereload has no types

    class Watcher:
        """What of LiveReload's watcher is used here."""

        def start(self, callback: Report) -> bool:
            """Begin to watch."""

else:
    from livereload.watcher import Watcher


class SiteWatcher(Watcher):
    """Watches a site from a thread of its own."""

    def __init__(self, watched: Watched, *, polling: bool = False) -> None:
        super().__init__()
        self.watched = watched
        self.source = seen if polling else told
        self.stopped = Event()
        self.thread: Thread | None = None

    def start(self, callback: Report) -> bool:
        """Call `callback` in the watcher's thread after each set of changes, until stopped.

        The first call comes once everything is watched: a build that begins after it misses
        nothing. True, as LiveReload asks of a watcher that need not be polled.
        """
        what = (self.watched, callback, self.stopped, self.source)
        self.thread = Thread(target=report_changes, args=what, name="watcher", daemon=True)
        self.thread.start()
        return True

    def stop(self) -> None:
        """End the thread and wait until it has ended."""
        self.stopped.set()
        if self.thread:
            self.thread.join()


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
    """Watch the folders of now, and report, until one of them came, went or was swapped."""
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
