"""Silence what is meant: warnings whose code a site, an entry or a page puts into `ignore`.

Errors are never silenced. An `ignore` that silences nothing is told: it hides the next fault.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from builder.ground.codes import CODES
from builder.ground.diagnostics import Diagnostic, Location, Severity, error, failed, warning
from builder.ground.guess import did_you_mean, most_like
from builder.ground.values import Value
from builder.model.content import Content, Withheld

_LATER = frozenset({"address-gone"})
"""Codes that are told only where there is an earlier site to compare with."""


class _Ignore(Value, frozen=True):
    """A code to ignore, where that is written, and for which lines of which file.

    The path "" stands for the whole site. A `doubtful` one is not told when it silences nothing.
    """

    code: str
    location: Location
    path: str
    first: int = 1
    last: int = 1 << 60
    doubtful: bool = False


class _Placed:
    """What is to be ignored, found by place: for a whole file, or in entries one after another."""

    def __init__(self, ignores: Iterable[_Ignore]) -> None:
        self._by_place: dict[tuple[str, str, int], list[_Ignore]] = defaultdict(list)
        for ignore in ignores:
            self._by_place[ignore.code, ignore.path, ignore.first].append(ignore)
        self._firsts: dict[str, list[int]] = defaultdict(list)
        for path, first in sorted({place[1:] for place in self._by_place}):
            self._firsts[path].append(first)

    def near(self, diagnostic: Diagnostic) -> Iterator[_Ignore]:
        """Those of its code for the site, for its file, and in the entry that may hold it."""
        code, (path, line, *_) = diagnostic.code, diagnostic.location
        firsts = self._firsts.get(path, [1])
        latest = firsts[max(0, bisect_right(firsts, line) - 1)]
        for place in {(code, "", 1), (code, path, 1), (code, path, latest)}:
            yield from self._by_place.get(place, ())


def silenced(
    diagnostics: Iterable[Diagnostic], everything: Content, withheld: Withheld
) -> tuple[Diagnostic, ...]:
    """The diagnostics without the warnings that are meant, and what is wrong with an `ignore`.

    Args:
        diagnostics: What all floors said.
        everything: The site with its drafts, so that their warnings are silenced too.
        withheld: The drafts that were left out and not checked; their `ignore` may be unused.

    Returns:
        The diagnostics that are left, with `unused-ignore` and `unknown-code` added. While there
        are errors, nothing is said of unused ones, for what could not be read could not be checked:
        but for codes of errors, which are never silenced.
    """
    told = tuple(diagnostics)
    ignores = tuple(_ignores(everything, withheld))
    left, used = _sifted(told, ignores)
    unknown = [_unknown(ignore) for ignore in ignores if ignore.code not in CODES]
    unused = _unused(ignores, used, has_failed=failed(told))
    return (*left, *unknown, *unused)


def unsilenced(diagnostics: Iterable[Diagnostic], content: Content) -> tuple[Diagnostic, ...]:
    """The diagnostics without the warnings that are meant; nothing is said of an `ignore`."""
    left, _ = _sifted(diagnostics, _ignores(content, content.withheld))
    return tuple(left)


def _sifted(
    diagnostics: Iterable[Diagnostic], ignores: Iterable[_Ignore]
) -> tuple[list[Diagnostic], set[_Ignore]]:
    """The diagnostics that are left, and what silenced the others."""
    placed = _Placed(ignores)
    used: set[_Ignore] = set()
    left = []
    for diagnostic in diagnostics:
        meant = [one for one in placed.near(diagnostic) if _silences(one, diagnostic)]
        used.update(meant)
        if not meant:
            left.append(diagnostic)
    return left, used


def _ignores(content: Content, withheld: Withheld) -> Iterator[_Ignore]:
    settings = content.settings
    for index, code in enumerate(settings.check.ignore):
        yield _Ignore(code, settings.origin.at(f"check.ignore[{index}]"), "")
    drafts = {article.path for article in withheld.articles}
    drafts |= {page.path for page in withheld.pages}
    for article in content.articles:
        for code, place in article.ignores:
            yield _Ignore(code, place, article.path, doubtful=article.path in drafts)
    for page in content.pages:
        for index, code in enumerate(page.front.ignore):
            place = page.at(f"ignore[{index}]")
            yield _Ignore(code, place, page.path, doubtful=page.path in drafts)
    starts = sorted(entry.origin.location for entry in content.entries.values())
    ends = {place: after.line - 1 for place, after in pairwise(starts) if after.path == place.path}
    for entry in content.entries.values():
        start = entry.origin.location
        for index, code in enumerate(entry.ignore):
            yield _Ignore(
                code,
                entry.at(f"ignore[{index}]"),
                start.path,
                start.line,
                ends.get(start, 1 << 60),
                doubtful=entry.ref in withheld.entries,
            )


def _silences(ignore: _Ignore, diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic of its code and file is meant by it."""
    within = ignore.first <= diagnostic.location.line <= ignore.last
    return diagnostic.severity is Severity.WARNING and (not ignore.path or within)


def _unknown(ignore: _Ignore) -> Diagnostic:
    near = most_like(ignore.code, CODES)
    return error(
        "unknown-code",
        f"There is no diagnostic “{ignore.code}”.",
        ignore.location,
        did_you_mean(near) or "Copy the word in brackets from its message.",
    )


def _unused(
    ignores: Iterable[_Ignore], used: set[_Ignore], *, has_failed: bool
) -> Iterator[Diagnostic]:
    for ignore in ignores:
        if ignore.code not in CODES or ignore in used:
            continue
        is_error = CODES[ignore.code].severity is Severity.ERROR
        is_doubtful = has_failed or ignore.doubtful or ignore.code in _LATER
        if is_error or not is_doubtful:
            yield warning(
                "unused-ignore",
                f"“{ignore.code}” is an error, and errors cannot be ignored."
                if is_error
                else f"Nothing here is silenced by “{ignore.code}”.",
                ignore.location,
                "Take it out.",
            )
