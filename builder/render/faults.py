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

from builder.ground.diagnostics import Diagnostic, Location, Related, error
from builder.ground.guess import did_you_mean, most_like
from builder.render.missing import BREAK
from builder.sources.files import TextFile
from builder.sources.troubles import Flawed

_HINTS = {
    TemplateSyntaxError: "See docs/templates.md, and Jinja's own guide to its syntax.",
    UndefinedError: "docs/templates.md lists every field a template may use.",
    TemplateNotFound: "docs/templates.md lists the templates; their names are those of the files.",
    RecursionError: "A template cannot extend, include or import itself: extend base.html instead, "
    "or begin with a copy of the theme's. A macro that calls itself needs an end.",
}
_SAID = {
    "No filter named": "docs/templates.md lists the filters; Jinja has others of its own.",
    "end of statement block": "Close the tag with %}, in this line or in one above.",
    "end of print statement": "Close it with }}, in this line or in one above.",
    "unexpected '}'": "What begins with {{ is closed with }}, a tag with %}.",
    "unexpected '%'": "What begins with {{ is closed with }}, in this line or in one above.",
    "Missing end of comment": "Write #} where the comment ends.",
}
"""What to do, by what Jinja says."""
_NESTING = ("Unexpected end of template", "nesting mistake")
_THEME = "theme/"

Place = tuple[str, int]
"""The name of a template, and a line of it."""


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
        told = _told(failure, [(name, failure.lineno)], templates)
        raise Flawed(_unclosed(templates.get(name), failure) or told) from failure
    except Exception as failure:
        places, is_its_own = _places(failure, templates)
        if not is_its_own and not isinstance(failure, TemplateError | UnicodeEncodeError):
            raise
        raise Flawed(_told(failure, places or [(template, 1)], templates)) from failure


def _told(failure: Exception, places: list[Place], templates: Mapping[str, TextFile]) -> Diagnostic:
    """The error at the last of these places.

    Where that is the theme's, so is told the last one of the site's own, which has led there.
    """
    sentence, hint = _said(failure, templates)
    name, line = places[-1]
    if name not in templates:
        return error("template-failed", sentence, Location(f"templates/{name}"), hint)
    led: list[Related] = []
    if templates[name].path.startswith(_THEME):
        own = (place for place in reversed(places) if not _is_of_theme(place, templates))
        led = [Related(line_of(templates[o], at), "it is used here") for o, at in own][:1]
    return error("template-failed", sentence, line_of(templates[name], line), hint, *led)


def _is_of_theme(place: Place, templates: Mapping[str, TextFile]) -> bool:
    return templates[place[0]].path.startswith(_THEME)


def source_of(template: TextFile) -> str:
    """The text of a template, without the byte order mark that some editors write."""
    return template.data.decode("utf-8-sig")


def line_of(template: TextFile, line: int) -> Location:
    """The place of what stands on a line of a template or a catalogue."""
    lines = source_of(template).split("\n")
    text = lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
    indent = len(text) - len(text.lstrip())
    return Location(template.path, line, indent + 1, len(text) - indent)


def _unclosed(template: TextFile | None, failure: TemplateSyntaxError) -> Diagnostic | None:
    """The error at a tag that is never closed, where that is what failed."""
    from builder.render.unclosed import unclosed  # only a template that cannot be read pays for it

    is_open = any(words in str(failure) for words in _NESTING)
    tag = unclosed(source_of(template)) if template and is_open else None
    if template is None or tag is None:
        return None
    message = f"The template cannot be read: “{tag.name}” begins here, and is never closed."
    hint = f"Write {{% end{tag.name} %}} where it ends."
    return error("template-failed", message, line_of(template, tag.line), hint)


def _said(failure: Exception, templates: Mapping[str, TextFile]) -> tuple[str, str]:
    """What went wrong, in the editor's words where we have them; and what to do."""
    usual = next((hint for words, hint in _SAID.items() if words in str(failure)), "")
    usual = usual or next((hint for kind, hint in _HINTS.items() if isinstance(failure, kind)), "")
    said, _, hint = str(failure).partition(BREAK)
    said = said.rstrip(".")
    if isinstance(failure, TemplateNotFound):
        near = did_you_mean(most_like(str(failure.name), templates))
        return f"There is no template “{failure.name}”.", near or usual
    if isinstance(failure, TemplateSyntaxError):
        return f"The template cannot be read: {said}.", usual
    if isinstance(failure, UndefinedError):
        return f"The template asks for what is not there: {said}.", hint or usual
    if isinstance(failure, TemplateRuntimeError):
        return f"The template fails: {said}.", usual
    if isinstance(failure, RecursionError):
        return "The template uses itself without end.", usual
    reason = ": ".join(filter(None, (type(failure).__name__, said)))
    return f"The template fails: {reason}.", usual


def _places(failure: Exception, templates: Mapping[str, TextFile]) -> tuple[list[Place], bool]:
    """The lines of templates on the way to the failure, and whether it is the last one's own."""
    places: list[Place] = []
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
        return [], False
    is_endless = isinstance(failure, RecursionError) and places.count(places[-1]) > 1
    return places, is_its_own or is_endless
