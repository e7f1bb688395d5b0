"""Reading a site's folder: the one place that turns disk into `Sources`."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.digests import digest
from builder.sources.files import ASSETS, SourceFile, Sources, TextFile, Unread
from builder.sources.inputs import tree
from builder.sources.naming import (
    TEXTS,
    collisions,
    largest,
    link_faults,
    refused,
    suffix,
    too_large,
)
from builder.sources.stats import Table, holds, recorded
from builder.sources.walk import FoundFile

_NO_SETTINGS = error(
    "missing-settings",
    "There is no site.yaml, which holds the site's settings.",
    Location("site.yaml"),
    "Write one, with a line “title: …” to begin with.",
)


def read_sources(
    root: str,
    files: Iterable[FoundFile],
    known: Table | None = None,
    at_hand: Mapping[str, TextFile] | None = None,
) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """Read the site in `root`, laying its templates over those of the theme.

    `files` are those that `inputs` found. `known` is the stat table of an earlier build: what it
    knows is read only where it must be, pictures not at all. `at_hand` are files that need not be
    read for that, by path. Never raises: what cannot be read is missing from the sources and told
    in a diagnostic.
    """
    unchanged = partial(_unchanged, known=known or {}, at_hand=at_hand or {})
    trees: dict[str, list[FoundFile]] = defaultdict(list)
    for file in files:
        trees[file.path.partition("/")[0]].append(file)
    settings, content, templates = trees["site.yaml"], trees["content"], trees["templates"]
    own = [*settings, *content, *templates]
    diagnostics = [*link_faults(own), *collisions(own), *([] if settings else [_NO_SETTINGS])]

    plain = [file for file in (*settings, *content) if not file.fault]
    refusals = {file.path: refused(file.path, file.size) for file in plain}
    diagnostics += [refusal for refusal in refusals.values() if refusal]
    wanted = [file for file in plain if not refusals[file.path]]
    written = [file for file in wanted if suffix(file.path) in TEXTS]
    pictures = [file for file in wanted if suffix(file.path) not in TEXTS]

    texts, unread = _texts(written, unchanged)
    looks, unlaid = _templates(trees["theme"], templates, unchanged)
    media, unseen = _pictures(pictures, known or {})
    return Sources(root, texts, media, looks), (*diagnostics, *unread, *unlaid, *unseen)


def read_media(root: str, path: str) -> bytes:
    """The bytes of the picture `content/…`. Raises OSError.

    The name may stand on disk in another normal form than in `path`, which is in NFC.
    """
    try:
        return _bytes(os.path.join(root, path))
    except FileNotFoundError:
        for file in tree(root, "content"):
            if file.path == path and not file.fault:
                return _bytes(file.disk)
        raise


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _unchanged(file: FoundFile, known: Table, at_hand: Mapping[str, TextFile]) -> TextFile | None:
    """The file, if it holds what it held at an earlier build."""
    held = recorded(known.get(file.path), file.stamp)
    if not held:
        return None
    ready = at_hand.get(file.path)
    return ready if ready and ready.digest == held else Unread(file.path, file.disk, held)


def _templates(
    below: Iterable[FoundFile],
    own: Iterable[FoundFile],
    unchanged: Callable[[FoundFile], TextFile | None],
) -> tuple[dict[str, TextFile], list[Diagnostic]]:
    """The theme's files with the site's own laid over them, by name under templates/."""
    top = {file.path.partition("/")[2]: file for file in (*below, *own) if not file.fault}
    texts, faults = _texts(top.values(), unchanged)
    named = {name: texts[file.path] for name, file in top.items() if file.path in texts}
    return dict(sorted(named.items())), faults


def _texts(
    files: Iterable[FoundFile], unchanged: Callable[[FoundFile], TextFile | None]
) -> tuple[dict[str, TextFile], list[Diagnostic]]:
    """The files by path, and what is wrong with those that had to be read."""
    texts: dict[str, TextFile] = {}
    faults: list[Diagnostic] = []
    for file in files:
        text = unchanged(file)
        if text is None:
            text, found = _read(file)
            faults += found
        if text is not None:
            texts[file.path] = text
    return texts, faults


def _read(file: FoundFile) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """One file; no more of it than the limit, whatever its size was a moment ago."""
    try:
        with open(file.disk, "rb") as handle:
            data = handle.read(largest(file.path) + 1)
    except OSError as failure:
        return None, (_unreadable(file.path, failure.strerror or "it cannot be opened"),)
    if fault := too_large(file.path, max(file.size, len(data))):
        return None, (fault,)
    return SourceFile(file.path, data, digest(data)), _undecodable(file.path, data)


def _undecodable(path: str, data: bytes) -> tuple[Diagnostic, ...]:
    """An error where a template is not UTF-8; assets may be anything, texts are judged later."""
    folder, _, name = path.partition("/")
    if folder not in ("templates", "theme") or name.startswith(ASSETS):
        return ()
    try:
        data.decode()
    except UnicodeDecodeError:
        message = "This template is not UTF-8 text."
        hint = "Save it as UTF-8. Pictures and fonts stand in templates/assets/."
        return (error("not-utf8", message, Location(path), hint),)
    return ()


def _pictures(
    files: Iterable[FoundFile], known: Table
) -> tuple[Mapping[str, str], list[Diagnostic]]:
    """The digest of every picture, by path."""
    held = {file.path: holds(file, known) for file in files}
    lost = [_unreadable(path, "it cannot be opened") for path, name in held.items() if not name]
    return {path: name for path, name in held.items() if name}, lost


def _unreadable(path: str, reason: str) -> Diagnostic:
    """The diagnostic for a file that was there and could not be read."""
    shown = os.path.basename(path)
    hint = "Check who owns it and its permissions."
    return error("unreadable-file", f"{shown} was not read: {reason}.", Location(path), hint)
