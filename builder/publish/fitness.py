"""Is the build fit to be published? Whole, current, nothing else among it, all of it committed."""

import os
import posixpath
from collections.abc import Iterable, Iterator

from builder.build.checking import Finished, finished
from builder.build.request import Request
from builder.publish.git import Repository, said
from builder.sources.naming import refused
from builder.sources.troubles import Refused, Unable
from builder.sources.walk import ignored
from builder.write.marker import read_marker
from builder.write.paths import KEPT, MARKER

_SITE = ("site.yaml", "content", "templates")
_LEFT_OUT = "!! "
"""What `git status` writes before a path that it is told to ignore."""


def refuse_uncommitted(repo: Repository, site: str) -> None:
    """Refuse a site with changes that are not committed: what is published must be what is kept.

    Raises:
        Refused: with the first of the changed files, or of those that Git is told to leave out.
        Unable: Git cannot tell.
    """
    paths = [os.path.abspath(os.path.join(site, name)) for name in _SITE]
    there = [path for path in paths if os.path.lexists(path)]
    records = _status(repo, there)
    changed = [record[3:] for record in records if not record.startswith(_LEFT_OUT)]
    if changed:
        raise Refused(
            f"The site has changes that are not committed, such as “{changed[0]}”.",
            "Commit them first, so that what is published is also what is kept: "
            'git add ., then git commit -m "…", in the folder of the site',
        )
    for record in records:  # all of what is ignored
        path = record.removeprefix(_LEFT_OUT)
        if _is_read(repo, path, site):
            raise Refused(
                f"“{path}” is part of the site, but Git is told to ignore it, so it is not kept.",
                "Move it out of the site, or commit it: git add --force",
            )


def fit(request: Request) -> frozenset[str]:
    """The files to publish: exactly those that this build made.

    Raises:
        Refused: the output is not whole, not current, of another build, or holds something else.
    """
    output, state = request.output, finished(request)
    if state is not Finished.CURRENT:
        raise Refused(
            f"The pages in “{output}” are not fit to be published: {state}.",
            "Let the site rest for a moment and publish again. If that does not help, see that the "
            "disk has room, and that .cache/ can be written to: it holds what is known of a build.",
        )
    marker = read_marker(output)
    files = marker.files if marker else frozenset[str]()
    for path in _strangers(output, files):
        raise Refused(
            f"“{os.path.join(output, path)}” was not made by the build.",
            "Move it away; files for the site belong in content/ or in templates/assets/.",
        )
    for path in sorted(files):
        if "\n" in path:  # Git is told one path a line
            raise Refused(f"The file name {path!r} cannot be published.", "Rename the file.")
    return files


def _status(repo: Repository, paths: Iterable[str]) -> list[str]:
    """What Git says of the files below these paths that are not as committed. Raises Unable."""
    how = ("--porcelain", "-z", "--untracked-files=all", "--ignored")
    answer = repo.ask("status", *how, "--", *paths)
    if answer.code:
        raise Unable(f"Git could not say what is committed: {said(answer)}.")
    return [record for record in answer.output.decode("utf-8", "replace").split("\0") if record]


def _is_read(repo: Repository, path: str, site: str) -> bool:
    """Whether a build reads the file at this path of the repository."""
    way = os.path.relpath(os.path.join(repo.folder, path), os.path.realpath(site))
    parts = way.split(os.sep)
    if any(ignored(part) for part in parts):
        return False
    return parts[0] != "content" or refused("/".join(parts), 0) is None


def _strangers(output: str, files: frozenset[str]) -> Iterator[str]:
    """What stands in the output and is not of the build; links count, wherever they lead."""
    for folder, folders, names in os.walk(output):
        way = os.path.relpath(folder, output).replace(os.sep, "/")
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        for name in sorted([*names, *links]):
            path = posixpath.normpath(f"{way}/{name}")
            if path not in files and path not in KEPT | {MARKER}:
                yield path
