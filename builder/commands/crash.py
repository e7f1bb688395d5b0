"""When Backstory itself is at fault: a short word to the user, and a report to send."""

import os
import platform
import sys
import tempfile
import traceback
from contextlib import suppress

from builder import __version__
from builder.commands.exits import INTERNAL, ended
from builder.sources.troubles import unable
from builder.write.cache import begun, site_cache


def crashed(failure: Exception) -> int:
    """Write the report of an unforeseen failure and say where it is. Returns the exit code."""
    if isinstance(failure, OSError) and failure.filename:
        trouble = unable(f"use “{failure.filename}”", failure)
        if trouble.hint:  # the disk's fault, and there is advice
            return ended(str(trouble), trouble.hint, INTERNAL)
    if isinstance(failure, MemoryError):
        return ended("There is not enough memory for this site.", "", INTERNAL)
    path = _write(_report(failure))
    where = f"The details are in {path}; please send that file with your report." if path else ""
    return ended(f"Backstory made a mistake ({type(failure).__name__}).", where, INTERNAL)


def _report(failure: Exception) -> str:
    """What happened, where, and with which versions."""
    return "".join(
        [
            f"backstory {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
            f"{' '.join(sys.argv)}\n\n",
            *traceback.format_exception(failure),
        ]
    )


def _write(report: str) -> str:
    """Put the report into the site's cache, else the folder for temporary files; its path."""
    data = report.encode("utf-8", "backslashreplace")
    cache = site_cache("") if os.path.isfile("site.yaml") else None
    if cache is not None:
        path = cache.file("error.log")
        with suppress(OSError), begun(path) as file:
            file.write(data)
            return path
    with suppress(OSError):
        handle, path = tempfile.mkstemp(prefix="backstory-", suffix=".log")
        with open(handle, "wb") as file:
            file.write(data)
            return path
    return ""
