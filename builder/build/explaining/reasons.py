"""Why each page is made: the reasons of the comparison, and what differs in the view.

Views are not kept from build to build, only their keys. So the last build's plan is made once more
(`builder.build.explaining.lastplan`): a page of it that has the key of then has the view of then.
"""

import json
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from builder.build.comparing import Stale
from builder.build.request import Explanation, Reason
from builder.ground.diagnostics import Location
from builder.ground.values import Value, field_names
from builder.model.content import Content
from builder.model.refs import Ref
from builder.pages.page import Page
from builder.sources.troubles import Unable

MOST = 5
"""Differences of a view that are told."""
_LONGEST = 40
_LEAD = 12
"""Characters before a difference that tell where in a text it is."""


def explained(
    stale: Iterable[Stale], before: Mapping[str, Page], content: Content
) -> tuple[Explanation, ...]:
    """Why these pages are made; `before` are pages as the last build made them, by path."""
    return tuple(
        Explanation(one.page.path, one.reason, tuple(_changes(one, before, content)))
        for one in sorted(stale, key=lambda one: one.page.path)
    )


def named(value: Any) -> Any:
    """A view with the names of its fields."""
    if isinstance(value, Value):
        return {name: named(getattr(value, name)) for name in field_names(value)}
    if isinstance(value, tuple | list):
        return [named(item) for item in value]
    return value


def _shown_on(page: Page) -> Any:
    """All that a page shows: its view, with its cards in the place of their names."""
    view, cards = named(page.view), page.cards
    return {**view, "previews": named(cards.previews)} if cards else view


def _changes(stale: Stale, before: Mapping[str, Page], content: Content) -> Iterator[str]:
    page, old = stale.page, before.get(stale.page.path)
    if stale.reason is not Reason.VIEW or old is None or not page.path.endswith(".html"):
        return
    if page.copied or old.copied:  # it has no fields, but for a digest
        yield "other bytes"
        return
    try:
        was = _shown_on(old)
    except Unable:  # the words that its file had are forgotten
        yield f"{page.origin.path} has other words"
        return
    found = list(_differences(was, _shown_on(page), "", None))
    for path, change, ref in found[:MOST]:
        place = _place(path, ref, content)
        yield f"{path} {change}" + (f" ({place.path}:{place.line})" if place else "")
    if len(found) > MOST:
        yield f"and {len(found) - MOST} more"
    if not found:
        yield "no field differs"


_Difference = tuple[str, str, str | None]
_TEXT = {"digest", "spans"}


def _differences(was: Any, now: Any, path: str, ref: str | None) -> Iterator[_Difference]:
    """Each field that differs: its path (`events[2].title`), how, and the entry it belongs to."""
    if isinstance(was, dict) and isinstance(now, dict) and now.keys() == _TEXT == was.keys():
        if was != now:
            kind = "other words" if was["digest"] != now["digest"] else "other links"
            yield path, f"has {kind}", ref
    elif isinstance(was, dict) and isinstance(now, dict):
        inner = now.get("ref") or ref
        for name in now:
            at = f"{path}.{name}" if path else name
            yield from _differences(was.get(name), now[name], at, inner)
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for index, (old, new) in enumerate(zip(was, now, strict=True)):
            yield from _differences(old, new, f"{path}[{index}]", ref)
    elif was != now:
        yield path, " → ".join(_shown(was, now)), ref


def _place(path: str, ref: str | None, content: Content) -> Location | None:
    """Where the entry that a field belongs to says it; None where it belongs to none."""
    entry = content.entries.get(Ref.parse(ref)) if ref else None
    return entry.at(path.rpartition(".")[2]) if entry else None


def _shown(was: Any, now: Any) -> tuple[str, str]:
    """Both values on a line each; of long texts the part where they begin to differ."""
    if isinstance(was, list) or isinstance(now, list):
        return f"{len(was or ())} items", f"{len(now or ())} items"
    old, new = _line(was), _line(now)
    same = len(posixpath.commonprefix([old, new]))
    start = old.rfind(" ", 0, max(same - _LEAD, 0)) + 1
    return _cut(old, start), _cut(new, start)


def _line(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return " ".join(text.split())


def _cut(line: str, start: int) -> str:
    if len(line) <= _LONGEST:
        return f"“{line}”"
    shown = line[start : start + _LONGEST]
    if len(line) - start > _LONGEST:
        shown = shown.rpartition(" ")[0] + "…"
    return f"“{'…' if start else ''}{shown}”"
