"""Where a command works: the site, the output, the processors."""

import os


def has_site(folder: str) -> bool:
    """Whether the folder is a site's."""
    return bool(folder.strip()) and os.path.lexists(os.path.join(folder, "site.yaml"))


def output_folder(given: str | None, site: str) -> str:
    """The output folder: as given, relative to where the user stands; else output/ in the site."""
    if given is None:
        return os.path.normpath(os.path.join(site, "output"))
    return given


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
