"""What the YAML parser raises, as a diagnostic with its place."""

from collections.abc import Sequence

from yaml import MarkedYAMLError, YAMLError

from builder.ground.diagnostics import Diagnostic, Location, Related, error
from builder.load.yaml_refusals import too_deep
from builder.load.yaml_sentences import sentence
from builder.load.yaml_source import Source
from builder.load.yaml_spot import Spot


def syntax_fault(fault: YAMLError, source: Source) -> Diagnostic:
    """A `yaml-syntax` error for what the parser raised while it read `source`."""
    path, first_line, lines = source.path, source.first_line, source.lines
    if not isinstance(fault, MarkedYAMLError) or fault.problem_mark is None:
        place = Location(path, first_line)
        return error("yaml-syntax", "This cannot be read as YAML.", place, "Compare an example.")
    mark, context = fault.problem_mark, fault.context_mark
    if "nesting depth" in (fault.problem or ""):  # libyaml's own limit, since PyYAML 6.0.4
        return too_deep(Location(path, mark.line + first_line, mark.column + 1))
    line, column = _on_text(mark.line, mark.column, lines)
    begun = _on_text(context.line, context.column, lines) if context is not None else None
    spot = Spot(fault.problem or "", fault.context or "", line, column, begun, lines)
    said = sentence(spot)
    related: tuple[Related, ...] = ()
    if said.begins is not None:
        if said.is_closed:
            closing = Location(path, line + first_line, len(spot.before))
            related = (Related(closing, "It is closed here, and more follows."),)
        line, column = said.begins
    elif begun is not None and begun[0] != line and "block" not in spot.context:
        first = Location(path, begun[0] + first_line, begun[1] + 1)
        related = (Related(first, "What cannot be read begins here."),)
    place = Location(path, line + first_line, column + 1)
    return error("yaml-syntax", said.message, place, said.hint, *related)


def _on_text(line: int, column: int, lines: Sequence[str]) -> tuple[int, int]:
    """The place, or the end of the last line that holds text, where the place is after the end."""
    if line < len(lines) and (lines[line].strip() or column):
        return line, column
    last = min(line, len(lines) - 1)
    while last > 0 and not lines[last].strip():
        last -= 1
    return last, len(lines[last].rstrip())
