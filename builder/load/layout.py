"""Which file of a site is read as what: settings, sidecars, articles, further pages."""

import posixpath
from collections.abc import Iterable, Iterator

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.guess import most_like, proposal
from builder.model.refs import ANY, KIND_WORDS, KINDS, Ref

SITE = "site.yaml"
"""The file with the site's settings."""
SIDECARS = {kind.path: kind for kind in KINDS.values()}
"""The kinds of entries, by the path of the file that holds them."""
_ARTICLES = "content"
_FURTHER_PAGES = "content/pages"
_MISNAMED = ("misnamed-file", "unknown-file")
_NOT_READ = (  # also of a folder, which then nobody has looked into
    "file-too-large",
    "hard-link-refused",
    "not-a-file",
    "symlink-refused",
    "unreadable-file",
)
_NEARLY = 0.85
"""How alike a name is to that of a sidecar if it surely means it, as “organisations” does."""


def articles_in(files: Iterable[str]) -> list[str]:
    """Those of the files that are articles, by path."""
    return sorted(path for path in files if _is_markdown(path, _ARTICLES))


def further_pages_in(files: Iterable[str]) -> list[str]:
    """Those of the files that are further pages, by path."""
    return sorted(path for path in files if _is_markdown(path, _FURTHER_PAGES))


def _is_markdown(path: str, folder: str) -> bool:
    return path.endswith(".md") and path.rpartition("/")[0] == folder


def strangers(files: Iterable[str]) -> list[Diagnostic]:
    """An error for each file that nothing reads, because its writer believes that it counts."""
    return [_stranger(path) for path in files if not _is_read(path)]


def _is_read(path: str) -> bool:
    is_page = _is_markdown(path, _ARTICLES) or _is_markdown(path, _FURTHER_PAGES)
    return is_page or path == SITE or path in SIDECARS


def _stranger(path: str) -> Diagnostic:
    name = posixpath.basename(path)
    if name.endswith(".md"):
        message = "Nothing reads this file."
        hint = "Articles stand in content/ itself, further pages in content/pages/."
        return error("unknown-file", message, Location(path), hint)
    known = tuple(kind.sidecar for kind in KINDS.values())
    kind = KINDS.get(name.removesuffix(".yaml").removesuffix("s"))
    if name in known:
        hint = f"Move it to content/{name}."
    else:
        hint = proposal(name, known, kind.sidecar if kind else "")
    return error("unknown-file", f"Nothing reads a file named {path}.", Location(path), hint)


def not_read(faults: Iterable[Diagnostic]) -> frozenset[Ref]:
    """What the files hold that these faults kept from being read: it is not missing as well.

    Of `people.yml` that is every person.
    """
    return frozenset(ref for fault in faults for ref in _held_by(fault.code, fault.location.path))


def _held_by(code: str, path: str) -> Iterator[Ref]:
    """What a file with a fault of this code holds, if the fault kept it from being read."""
    name = posixpath.basename(path)
    if code in _MISNAMED:
        meant = _meant_by(name)
        yield from (meant,) if meant else ()
    elif code in _NOT_READ:
        yield from (Ref(k.name, ANY) for k in KINDS.values() if path in (k.path, _ARTICLES))
        for kind, folder in (("article", _ARTICLES), ("page", _FURTHER_PAGES)):
            if _is_markdown(path, folder):
                yield Ref(kind, name.removesuffix(".md"))
            elif path in (folder, _ARTICLES):
                yield Ref(kind, ANY)


def _meant_by(name: str) -> Ref | None:
    """The entries, or the article, of a file with this name; None where nobody knows."""
    stem, ending = posixpath.splitext(name.removesuffix(".txt"))  # some editors add it
    if not ending.casefold().startswith(".y"):
        return Ref("article", stem.casefold())
    word = stem.casefold()
    if kind := KINDS.get(word.removesuffix("s")):
        return Ref(kind.name, ANY)
    near = most_like(word, KIND_WORDS, _NEARLY)
    return Ref(KIND_WORDS[near], ANY) if near else None
