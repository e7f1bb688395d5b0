"""What the YAML parser raises, as a diagnostic with its place."""

from collections.abc import Iterator, Sequence

from yaml import Mark, MarkedYAMLError, YAMLError

from builder.ground.diagnostics import Diagnostic, Related, error
from builder.load.yaml.refusals import too_deep
from builder.load.yaml.sentences import sentence
from builder.load.yaml.source import Source
from builder.load.yaml.spot import Sentence, Spot


def syntax_fault(fault: YAMLError, source: Source) -> Diagnostic:
    """A `yaml-syntax` error for what the parser raised while it read `source`."""
    if not isinstance(fault, MarkedYAMLError) or fault.problem_mark is None:
        place, hint = source.at(0, 0), "Compare an example."
        return error("yaml-syntax", "This cannot be read as YAML.", place, hint)
    mark, context = fault.problem_mark, fault.context_mark
    if "nesting depth" in (fault.problem or ""):  # libyaml's own limit, since PyYAML 6.0.4
        return too_deep(source.at(mark.line, mark.column))
    here = _on_text(mark, source.lines)
    begun = _on_text(context, source.lines) if context is not None else None
    spot = Spot(fault.problem or "", fault.context or "", *here, begun, source.lines)
    said = sentence(spot)
    place = source.at(*(said.begins or here))
    return error("yaml-syntax", said.message, place, said.hint, *_related(said, spot, source))


def _related(said: Sentence, spot: Spot, source: Source) -> Iterator[Related]:
    """The other end of what is told at one of its ends."""
    if said.is_closed:
        closing = source.at(spot.line, len(spot.before) - 1)
        yield Related(closing, "It is closed here, and more follows.")
    if said.begins is not None or spot.begun is None or "block" in spot.context:
        return
    if spot.begun[0] != spot.line:
        yield Related(source.at(*spot.begun), "What cannot be read begins here.")


def _on_text(mark: Mark, lines: Sequence[str]) -> tuple[int, int]:
    """The place, or the end of the last line that holds text, where the place is after the end."""
    if mark.line < len(lines) and (lines[mark.line].strip() or mark.column):
        return mark.line, mark.column
    last = min(mark.line, len(lines) - 1)
    while last > 0 and not lines[last].strip():
        last -= 1
    return last, len(lines[last].rstrip())
