"""Silence what is meant: warnings whose code a site, an entry or a page puts into `ignore`.

Errors are never silenced. An `ignore` that silences nothing is told: it hides the next fault.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from builder.ground.codes import CODES
from builder.ground.diagnostics import Diagnostic, Location, Severity, error, failed, warning
from builder.model.content import Content


class _Ignore(NamedTuple):
    """A code to ignore, where that is written, and for which lines of which file.

    The path "" stands for the whole site. A `doubtful` one is not told when it silences nothing.
    """

    code: str
    location: Location
    path: str
    first: int = 1
    last: int = 1 << 60
    doubtful: bool = False


def silenced(diagnostics: Iterable[Diagnostic], content: Content) -> tuple[Diagnostic, ...]:
    """The diagnostics without the warnings that are meant, and what is wrong with an `ignore`.

    Args:
        diagnostics: What all floors said.
        content: The site with its drafts, so that their warnings are silenced too.

    Returns:
        The diagnostics that are left, with `unused-ignore` and `unknown-code` added. While there
        are errors, nothing is said of unused ones: what could not be read could not be checked.
    """
    told = tuple(diagnostics)
    ignores = tuple(_ignores(content))
    used: set[_Ignore] = set()
    left = []
    for diagnostic in told:
        meant = [ignore for ignore in ignores if _silences(ignore, diagnostic)]
        used.update(meant)
        if not meant:
            left.append(diagnostic)
    unknown = [_unknown(ignore) for ignore in ignores if ignore.code not in CODES]
    unused = () if failed(told) else _unused(ignores, used)
    return (*left, *unknown, *unused)


def _ignores(content: Content) -> Iterator[_Ignore]:
    settings = content.settings
    for index, code in enumerate(settings.check.ignore):
        fields = settings.origin.fields
        yield _Ignore(code, fields.get(f"check.ignore[{index}]", settings.origin.location), "")
    for page in (*content.articles, *content.pages):
        for index, code in enumerate(page.front.ignore):
            place = page.at(f"ignore[{index}]")
            yield _Ignore(code, place, page.path, doubtful=page.front.draft)
    hidden = {article.slug for article in content.articles if article.front.draft}
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
                doubtful=getattr(entry, "article", "") in hidden,
            )


def _silences(ignore: _Ignore, diagnostic: Diagnostic) -> bool:
    if diagnostic.severity is Severity.ERROR or diagnostic.code != ignore.code:
        return False
    if not ignore.path:
        return True
    path, line = diagnostic.location.path, diagnostic.location.line
    return path == ignore.path and ignore.first <= line <= ignore.last


def _unknown(ignore: _Ignore) -> Diagnostic:
    from difflib import get_close_matches  # only faulty sites pay for it

    near = get_close_matches(ignore.code, list(CODES), 1, 0.6)
    return error(
        "unknown-code",
        f"There is no diagnostic “{ignore.code}”.",
        ignore.location,
        f"Did you mean “{near[0]}”?" if near else "Copy the word in brackets from its message.",
    )


def _unused(ignores: Iterable[_Ignore], used: set[_Ignore]) -> Iterator[Diagnostic]:
    for ignore in ignores:
        if ignore.code in CODES and ignore not in used and not ignore.doubtful:
            yield warning(
                "unused-ignore",
                f"“{ignore.code}” is an error, and errors cannot be ignored."
                if CODES[ignore.code].severity is Severity.ERROR
                else f"Nothing here is silenced by “{ignore.code}”.",
                ignore.location,
                "Take it out.",
            )
