"""Leaving out warnings whose code a site, an entry or a page puts into `ignore`.

Errors are never silenced. An `ignore` that silences nothing is told: it hides the next fault.
"""

from collections.abc import Iterable, Iterator

from builder.ground.codes import CODES
from builder.ground.diagnostics import Diagnostic, Location, Severity, error, failed, warning
from builder.ground.grouping import grouped
from builder.ground.guess import did_you_mean, most_like
from builder.ground.values import Value
from builder.inspect.within import entries_by_place
from builder.model.content import Content, Withheld

_LATER = frozenset({"address-gone", "image-unsized", "template-ignored"})
"""Codes that are told only of finished pages, or where there is an earlier site to compare with."""


_Scope = str | Location | None
"""For what a code is ignored: a file by its path, an entry by its place, "" for the whole site."""


class _Ignore(Value, frozen=True):
    """A code to ignore, where that is written, and for what.

    A `doubtful` one is not told when it silences nothing.
    """

    code: str
    location: Location
    scope: _Scope
    doubtful: bool = False


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
    left, used = _sifted(told, ignores, everything)
    unknown = [_unknown(ignore) for ignore in ignores if ignore.code not in CODES]
    unused = _unused(ignores, used, has_failed=failed(told))
    return (*left, *unknown, *unused)


def unsilenced(diagnostics: Iterable[Diagnostic], content: Content) -> tuple[Diagnostic, ...]:
    """The diagnostics without the warnings that are meant; nothing is said of an `ignore`."""
    left, _ = _sifted(diagnostics, _ignores(content, content.withheld), content)
    return tuple(left)


def _sifted(
    diagnostics: Iterable[Diagnostic], ignores: Iterable[_Ignore], content: Content
) -> tuple[list[Diagnostic], set[_Ignore]]:
    """The diagnostics that are left, and what silenced the others."""
    by_scope = grouped(((ignore.code, ignore.scope), ignore) for ignore in ignores)
    entry_at = entries_by_place(content)
    used: set[_Ignore] = set()
    left = []
    for diagnostic in diagnostics:
        place = diagnostic.location
        scopes: tuple[_Scope, ...] = "", place.path, entry_at(place)
        meant = [
            ignore
            for scope in (() if diagnostic.is_error else scopes)
            for ignore in by_scope.get((diagnostic.code, scope), ())
        ]
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
            yield _Ignore(code, place, article.path, article.path in drafts)
    for page in content.pages:
        for index, code in enumerate(page.front.ignore):
            yield _Ignore(code, page.at(f"ignore[{index}]"), page.path, page.path in drafts)
    for entry in content.entries.values():
        is_held = entry.ref in withheld.entries
        for index, code in enumerate(entry.ignore):
            yield _Ignore(code, entry.at(f"ignore[{index}]"), entry.origin.location, is_held)


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
