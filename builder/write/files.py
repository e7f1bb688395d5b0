"""Writing a set of files so that no reader, and no later build, ever takes half of it for whole.

New files are first all put into the staging folder; only when the last is there are old ones
deleted and new ones moved into place. While that folder stands, nothing counts as finished; and the
marker names old and new files alike meanwhile, so the next build can mend any breakage. There is no
fsync: after a power cut the next build compares the files and writes them again.
"""

import os
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager

from builder.sources.troubles import unable
from builder.write.marker import Marker, encode
from builder.write.paths import MARKER, STAGING, checked, folders, in_the_way, kind
from builder.write.staging import File, begin, clear, place, put_marker, stage

_NEW = Marker(complete=False, files=frozenset())


def write(
    output: str,
    old: Marker | None,
    paths: Set[str],
    changed: Iterable[File],
    *,
    finished: bool = True,
) -> int:
    """Make the folder `output` hold exactly `paths` of ours, writing those that are `changed`.

    `old` is the marker as the guard read it. The iterator may raise: then the output is as it was.
    Until it is `finished`, because more is to be written, nothing takes the output for whole.
    Returns how many files were deleted.

    Raises:
        Refused: something that is not ours stands in the way.
        Unable: the disk says no.
    """
    before = old or _NEW
    is_marked = finished and before == Marker(complete=True, files=frozenset(paths))
    with _explained(output):
        new = {checked(path) for path in paths - before.files}
        _refuse_strangers(output, {STAGING, *new, *_ways(new)}, before.files)
        _refuse_folders(output, new, before.files)
        mine = paths | before.files
        _make_output(output)
        begin(output)
        if not is_marked:
            put_marker(output, encode(complete=False, files=mine))
        staged = _stage_or_restore(output, old, changed)
        removed = _remove(output, mine - paths)
        place(output, staged)
        if not is_marked:
            put_marker(output, encode(complete=finished, files=paths))
        clear(output)
        return removed


def remove_all(output: str, marker: Marker) -> int:
    """Delete what a build made in `output`, its marker, and the folder if nothing else is in it.

    Returns how many files were deleted. Raises Unable.
    """
    with _explained(output):
        begin(output)
        put_marker(output, encode(complete=False, files=marker.files))
        removed = _remove(output, marker.files)
        clear(output)
        os.unlink(os.path.join(output, MARKER))
        if not os.listdir(output):
            os.rmdir(output)
        return removed


def _make_output(output: str) -> None:
    """Make the output folder, and those above it, where they are missing."""
    if not os.path.isdir(output):
        os.makedirs(output)
        os.chmod(output, 0o755)


def _ways(paths: Iterable[str]) -> set[str]:
    """The folders on the way to these files."""
    innermost = {path.rpartition("/")[0] for path in paths}
    return {way for folder in innermost for way in folders(f"{folder}/")} - {""}


def _refuse_strangers(output: str, ways: Set[str], ours: Set[str]) -> None:
    """Refuse to write over what a build did not make, or through a link.

    A link is never ours, though the marker may say so: a stranger could have committed both.
    """
    for path in sorted(ways):
        found = kind(os.path.join(output, path))
        if found == "other" or (found == "file" and path not in ours):
            raise in_the_way(os.path.join(output, path))


def _refuse_folders(output: str, files: Iterable[str], ours: Set[str]) -> None:
    """Refuse to put a file where a folder stands that does not go with our files in it."""
    found = sorted(path for path in files if kind(os.path.join(output, path)) == "folder")
    emptied = _ways(ours) if found else set()
    for path in found:
        stranger = _remaining(output, path, ours, emptied)
        if stranger:
            raise in_the_way(os.path.join(output, stranger))


def _remaining(output: str, folder: str, ours: Set[str], emptied: Set[str]) -> str:
    """What stays of a folder once our files are gone: the first such path, "" where nothing does.

    `emptied` are the folders that our files stand in.
    """
    if folder not in emptied:
        return folder
    for name in sorted(os.listdir(os.path.join(output, folder))):
        path = f"{folder}/{name}"
        found = kind(os.path.join(output, path))
        if found == "folder":
            path = _remaining(output, path, ours, emptied)
        elif found == "file" and path in ours:
            path = ""
        if path:
            return path
    return ""


def _stage_or_restore(output: str, old: Marker | None, changed: Iterable[File]) -> list[str]:
    """Stage all changed files; if that fails, leave the output as it was."""
    try:
        staged = stage(output, changed)
        ours = (old or _NEW).files
        _refuse_strangers(output, _ways(staged), ours)
        _refuse_folders(output, staged, ours)
        return staged
    except BaseException:
        if old:
            put_marker(output, encode(old.complete, old.files))
        else:
            os.unlink(os.path.join(output, MARKER))
        clear(output)
        raise


def _remove(output: str, paths: Set[str]) -> int:
    """Delete files of ours, then the folders that this leaves empty; how many files there were."""
    removed = 0
    for path in sorted(paths):
        full = os.path.join(output, path)
        if kind(full) == "file" and not _through_link(output, path):
            os.unlink(full)
            removed += 1
    for folder in sorted({way for path in paths for way in folders(path)}, reverse=True):
        full = os.path.join(output, folder)
        if kind(full) == "folder" and not _through_link(output, folder) and not os.listdir(full):
            os.rmdir(full)
    return removed


def _through_link(output: str, path: str) -> bool:
    """Whether a folder on the way to `path` is not a folder of its own."""
    return any(kind(os.path.join(output, folder)) != "folder" for folder in folders(path))


@contextmanager
def _explained(output: str) -> Iterator[None]:
    """Turn what the disk says into a sentence."""
    try:
        yield
    except OSError as failure:
        raise unable(f"write into “{output}”", failure) from failure
