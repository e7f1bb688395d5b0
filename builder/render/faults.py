"""A template that fails is a fault of the site's, with a place: file and line."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from jinja2 import (
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)

from builder.ground.diagnostics import Location, error
from builder.ground.expressions import expression
from builder.sources.files import TextFile
from builder.sources.troubles import Flawed

_HINTS = {
    TemplateSyntaxError: "See docs/templates.md, and Jinja's own guide to its syntax.",
    UndefinedError: "docs/templates.md lists every field a template may use.",
    TemplateNotFound: "docs/templates.md lists the templates; their names are those of the files.",
}
_VIEWS = expression(r"\bbuilder\.pages\.views\.\w+\.")


@contextmanager
def placed(template: str, templates: Mapping[str, TextFile]) -> Iterator[None]:
    """Turn what goes wrong inside a template into `Flawed`, which says where.

    Faults of our own code stay what they are: a failure counts as the template's when Jinja says
    so, when none of our code was at work below the template, when the template uses itself without
    end, or when it writes half a character. The loader must name each template's code after it.
    """
    try:
        yield
    except TemplateSyntaxError as failure:
        name = failure.name or template
        raise _flawed(failure, name, failure.lineno, templates) from failure
    except Exception as failure:
        name, line, is_its_own = _place(failure, templates) or (template, 1, False)
        if not is_its_own and not isinstance(failure, TemplateError | UnicodeEncodeError):
            raise
        raise _flawed(failure, name, line, templates) from failure


def _flawed(failure: Exception, name: str, line: int, templates: Mapping[str, TextFile]) -> Flawed:
    """The fault of a template at a line."""
    hint = next((hint for kind, hint in _HINTS.items() if isinstance(failure, kind)), "")
    place = line_of(templates[name], line) if name in templates else Location(f"templates/{name}")
    return Flawed(error("template-failed", _sentence(failure), place, hint))


def line_of(template: TextFile, line: int) -> Location:
    """The place of what stands on a line of a template or a catalogue."""
    lines = template.data.decode().split("\n")
    text = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
    indent = len(text) - len(text.lstrip())
    return Location(template.path, line, indent + 1, len(text) - indent)


def _sentence(failure: Exception) -> str:
    """What went wrong, in the editor's words where we have them."""
    said = str(failure).rstrip(".")
    if isinstance(failure, TemplateNotFound):
        return f"There is no template “{failure.name}”."
    if isinstance(failure, TemplateSyntaxError):
        return f"The template cannot be read: {said}."
    if isinstance(failure, UndefinedError):
        return f"The template asks for what the page does not have: {_VIEWS().sub('', said)}."
    if isinstance(failure, TemplateRuntimeError):
        return f"The template fails: {said}."
    if isinstance(failure, RecursionError):
        return "The template uses itself, without end."
    return f"The template fails: {type(failure).__name__}: {said}."


def _place(failure: Exception, templates: Mapping[str, TextFile]) -> tuple[str, int, bool] | None:
    """The innermost template on the way to the failure, its line, and whether it is its own."""
    places: list[tuple[str, int]] = []
    is_its_own = False
    trace = failure.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name in templates:
            places.append((name, trace.tb_lineno))
            is_its_own = True
        elif trace.tb_frame.f_globals.get("__name__", "").startswith("builder."):
            is_its_own = False
        trace = trace.tb_next
    if not places:
        return None
    is_endless = isinstance(failure, RecursionError) and places.count(places[-1]) > 1
    return (*places[-1], is_its_own or is_endless)
