"""The stat table: what each file weighed and held when it was last looked at.

A file whose stamp is the old one holds the old bytes, unless the stamp is as young as the look
itself: a later change within the same tick of the disk's clock would leave the same stamp. Such
entries are kept without a stamp, so that the next look reads the file again (Git calls the
problem "racy"). `ctime` is part of the stamp because a program can set mtime back, but not ctime.
"""

from collections.abc import Iterable, Mapping

from builder.ground.digests import digest
from builder.sources.walk import NO_STAMP, FoundFile, Stamp

Entry = tuple[Stamp, str]
Table = Mapping[str, Entry]


def entry(stamp: Stamp, held: str, now: int) -> Entry:
    """What to remember of a file that holds `held` (a digest) at the disk's time `now`."""
    return (stamp if stamp and _is_older(stamp, now) else NO_STAMP, held)


def _is_older(stamp: Stamp, now: int) -> bool:
    _, mtime, ctime, _ = map(int, stamp.split(" "))
    return mtime < now and ctime < now


def recorded(known: Entry | None, stamp: Stamp | None) -> str:
    """The digest of a file, from its entry in the table; "" where that has another stamp."""
    return known[1] if known and known[0] == stamp else ""


def holds(found: FoundFile, known: Table) -> str:
    """The digest of a file's bytes, from the table where it can be trusted; "" if unreadable."""
    return recorded(known.get(found.path), found.stamp) or digest_of_file(found.disk)


def same(files: Iterable[FoundFile], known: Table) -> bool:
    """Whether exactly these files are in the table, none with a fault, each with the old bytes."""
    count = 0
    for found in files:
        count += 1
        if found.fault or found.path not in known:
            return False
        old = known[found.path]
        if old[0] != found.stamp and not (old[1] and old[1] == digest_of_file(found.disk)):
            return False
    return count == len(known)


def trusted(files: Iterable[FoundFile], known: Table) -> bool:
    """Whether the table, which has all these files, knows each by its stamp."""
    return all(found.stamp == known[found.path][0] for found in files)


def digest_of_file(path: str) -> str:
    """The digest of the bytes at `path`; "" where they cannot be read."""
    try:
        with open(path, "rb") as file:
            return digest(file.read())
    except OSError:
        return ""
