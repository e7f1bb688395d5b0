"""Diagnostics as text, for people.

Each begins with `file:line:column: severity: sentence [code]`, which editors and CI understand;
then come the source line with a caret, what to do, and the places that belong to it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from builder.commands.reports.cells import LONGEST, printable, show
from builder.commands.reports.style import Style, plain
from builder.ground.diagnostics import Diagnostic, Location, counted
from builder.ground.ways import place_below
from builder.sources.lines import Lines

_SHOWN = (".yaml", ".md", ".html", ".xml", ".txt", ".css", ".js", ".po")
MANY = 20
"""Diagnostics from which on nobody keeps in mind what they are about."""


def report(
    diagnostics: Sequence[Diagnostic],
    lines: Lines,
    base: str = "",
    style: Style = plain,
    told: Iterable[Diagnostic] = (),
    room: int = LONGEST,
) -> str:
    """All diagnostics, a blank line between them, and how many there are; "" for none.

    Errors come last, each severity in the order given: a terminal shows the end, and of many
    warnings none must hide what stops the build. Warnings that were `told` before, wherever they
    stood in their file, are only counted. Where `MANY` are told, it is told which kinds come
    again: one cause may have most of them. `base` is put before each path: the way from where the
    user stands to the site. Of a source line no more than `room` characters are shown.
    """
    if not diagnostics:
        return ""
    known = set(map(_matter, told))
    fresh = [d for d in diagnostics if d.is_error or _matter(d) not in known]
    errors_last = sorted(fresh, key=lambda one: one.is_error)
    blocks = [_block(diagnostic, lines, base, style, room) for diagnostic in errors_last]
    before = len(diagnostics) - len(fresh)
    end = _summary(diagnostics, style) + (f", {before} of them as before" if before else "")
    kinds = _kinds(fresh, style) if len(fresh) >= MANY else ""
    return "\n\n".join([*blocks, f"{end}\n{kinds}".rstrip()]) + "\n"


def _matter(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """What a diagnostic is about: a line put in above moves it, and changes nothing of that."""
    return diagnostic.location.path, diagnostic.code, diagnostic.message


def _summary(diagnostics: Sequence[Diagnostic], style: Style) -> str:
    """How many of what in how many files: `2 errors and 1 warning in 3 files`."""
    errors = sum(d.is_error for d in diagnostics)
    warnings = len(diagnostics) - errors
    counts = [
        *([style("error", counted(errors, "error"))] if errors else []),
        *([style("warning", counted(warnings, "warning"))] if warnings else []),
    ]
    files = len({diagnostic.location.path for diagnostic in diagnostics})
    return f"{' and '.join(counts)} in {counted(files, 'file')}"


def _kinds(diagnostics: Sequence[Diagnostic], style: Style) -> str:
    """Codes that come again, the most first: `12 unused-entry, 9 quote-unindexed, 3 others`."""
    codes = Counter(diagnostic.code for diagnostic in diagnostics).most_common()
    again = [f"{count} {style('code', code)}" for code, count in codes if count > 1]
    alone = len(codes) - len(again)
    return ", ".join([*again, *([counted(alone, "other")] if alone else [])]) if again else ""


def _block(diagnostic: Diagnostic, lines: Lines, base: str, style: Style, room: int) -> str:
    """One diagnostic: its line, its excerpt, what to do, and the places that belong to it."""
    places = [diagnostic.location, *(related.location for related in diagnostic.related)]
    gutter = max(len(str(place.line)) for place in places)
    margin, bar = " " * gutter, style("gutter", "│")
    block = [_headline(diagnostic, base, style)]
    source = _excerpt(diagnostic.location, lines, style, gutter, room)
    if source:
        block += [f"{margin} {bar}", *source]
    if diagnostic.hint:
        sign = style("gutter", "=")
        hint = printable(diagnostic.hint).replace("<U+000A>", f"\n{margin}   ")
        block.append(f"{margin} {sign} {style('hint', hint)}")
    for related in diagnostic.related:
        sign = style("gutter", "›")
        where = style("place", printable(place_below(base, related.location)))
        block.append(f"{margin} {sign} {where}: {printable(related.message)}")
        block += _excerpt(related.location, lines, style, gutter, room)
    return "\n".join(block)


def _headline(diagnostic: Diagnostic, base: str, style: Style) -> str:
    """`file:line:column: error: sentence [code]`, as editors and CI parse it."""
    severity = str(diagnostic.severity)
    where = printable(place_below(base, diagnostic.location))
    return (
        f"{style('place', where)}: {style(severity, severity + ':')} "
        f"{printable(diagnostic.message)} {style('code', f'[{diagnostic.code}]')}"
    )


def _excerpt(place: Location, lines: Lines, style: Style, gutter: int, room: int) -> list[str]:
    """The source line with its number, right-aligned in `gutter` columns; a caret under the place.

    Of the source no more than `room` characters are shown. [] where there is no such line; a file
    as a whole stands at 1:1 with no length, and has none.
    """
    if place[1:] == (1, 1, 0) or not place.path.endswith(_SHOWN):
        return []
    source = lines(place.path)
    if not 1 <= place.line <= len(source):
        return []
    shown = show(source[place.line - 1], place.column, place.length, room)
    bar = style("gutter", "│")
    number = style("gutter", f"{place.line:>{gutter}}")
    empty = " " * gutter
    caret = style("error", "^" * shown.width)
    return [f"{number} {bar} {shown.text}", f"{empty} {bar} {' ' * shown.start}{caret}"]
