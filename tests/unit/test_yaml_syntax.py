"""builder.load.yaml.syntax: faults that no text brings about with every version of PyYAML."""

from __future__ import annotations

import pytest
from yaml import Mark, MarkedYAMLError, YAMLError

from builder.ground.diagnostics import Location, error
from builder.load.yaml.refusals import too_deep
from builder.load.yaml.source import Source
from builder.load.yaml.syntax import syntax_fault

SOURCE = Source("a.md", 3, ("a: b", "c: d"), [])


@pytest.mark.parametrize("fault", [YAMLError("strange"), MarkedYAMLError(problem="strange")])
def test_a_fault_without_a_place_is_told_at_the_first_line(fault: YAMLError) -> None:
    said = error(
        "yaml-syntax", "This cannot be read as YAML.", Location("a.md", 3), "Compare an example."
    )
    assert syntax_fault(fault, SOURCE) == said


def test_the_limit_of_libyaml_is_told_as_ours() -> None:
    mark = Mark("a.md", 0, 1, 2, None, 0)
    fault = MarkedYAMLError(problem="exceeded maximum nesting depth", problem_mark=mark)
    assert syntax_fault(fault, SOURCE) == too_deep(Location("a.md", 4, 3))
