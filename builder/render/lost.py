"""What a site's own templates hold and no page shows: Jinja leaves it out without a word."""

import posixpath
from collections import deque
from collections.abc import Collection, Iterator, Mapping
from itertools import dropwhile

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

from builder.ground.diagnostics import Diagnostic, Location, warning
from builder.ground.guess import did_you_mean, most_like
from builder.render.faults import line_of, source_of
from builder.sources.catalogues import FOLDER
from builder.sources.files import ASSETS, TextFile

OWN = "templates/"
_NOTES = ".md"
_ALIKE = 0.8
"""How like a name of the theme's a file must be called, to be meant for it."""


def lost(templates: Mapping[str, TextFile], theme: Collection[str]) -> Iterator[Diagnostic]:
    """`template-ignored`: files that nothing uses, blocks that no layout has, words outside.

    Args:
        templates: The theme's with the site's own laid over them, by name.
        theme: The names of the theme's: from these pages are made.
    """
    trees = _Trees(templates)
    own = [name for name, file in templates.items() if file.path.startswith(OWN) and _is_read(name)]
    named = {other for name in own for other in find_referenced_templates(trees[name])}
    for name in own:
        # None stands among them for a name that is only known when the page is made.
        if name not in theme and named.isdisjoint((name, None)):
            yield _unused(templates[name].path, name, theme)
        yield from _not_shown(templates[name], trees[name], trees)


def _is_read(name: str) -> bool:
    return not name.startswith((ASSETS, FOLDER)) and not name.endswith(_NOTES)


class _Trees(dict[str, nodes.Template]):
    """Templates as Jinja reads them, each when it is asked for: few of the theme's are.

    One that is not there, or that Jinja cannot read or go through, is empty: no page needs it, or
    it was told.
    """

    def __init__(self, templates: Mapping[str, TextFile]) -> None:
        super().__init__()
        self._templates = templates
        self._environment = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])

    def __missing__(self, name: str) -> nodes.Template:
        file = self._templates.get(name)
        try:
            tree = self._environment.parse(source_of(file) if file else "")
            deque(tree.find_all(nodes.Node), maxlen=0)
        except (TemplateSyntaxError, RecursionError):
            tree = nodes.Template([], lineno=1)
        return self.setdefault(name, tree)


def _unused(path: str, name: str, theme: Collection[str]) -> Diagnostic:
    """The warning of a file that makes no page."""
    base = posixpath.basename(name)
    alike = next((known for known in theme if posixpath.basename(known) == base), "")
    meant = alike or most_like(name, theme, _ALIKE)
    hint = did_you_mean(meant and OWN + meant) or (
        "docs/templates.md lists the templates that make pages; what is published as it is stands "
        f"in {OWN}{ASSETS}."
    )
    message = "No page is made from this file, and no template names it."
    return warning("template-ignored", message, Location(path), hint)


def _not_shown(file: TextFile, tree: nodes.Template, trees: _Trees) -> Iterator[Diagnostic]:
    """What a template that extends another has outside of the blocks of that one."""
    layout = _layout(tree) or ""
    blocks = _blocks(layout, trees)
    for node in _behind_extends(tree) if blocks else ():
        if isinstance(node, nodes.Block) and node.name not in blocks:
            message = f"“{layout}” has no block “{node.name}”, so nothing in this one is shown."
            meant = did_you_mean(most_like(node.name, blocks))
            yield warning(
                "template-ignored", message, line_of(file, node.lineno), meant or _which(blocks)
            )
        elif isinstance(node, nodes.Output) and (line := _first_line(node)):
            message = f"This stands in no block of “{layout}”, so it is not shown."
            yield warning("template-ignored", message, line_of(file, line), _which(blocks))


def _which(blocks: Collection[str]) -> str:
    return f"The blocks are: {', '.join(blocks)}."


def _behind_extends(tree: nodes.Template) -> Iterator[nodes.Node]:
    """What follows the tag that names the layout; what stands before it is shown."""
    return dropwhile(lambda node: not isinstance(node, nodes.Extends), tree.body)


def _layout(tree: nodes.Template) -> str | None:
    """The template that this one extends; "" for none, None where only the page says which."""
    extends = next(tree.find_all(nodes.Extends), None)
    if extends is None:
        return ""
    return str(extends.template.value) if isinstance(extends.template, nodes.Const) else None


def _blocks(layout: str, trees: _Trees) -> list[str]:
    """The names of all blocks of a layout, and of those that it extends; none if not all known."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    above: str | None = layout
    while above and above not in seen:
        seen.add(above)
        found |= dict.fromkeys(block.name for block in trees[above].find_all(nodes.Block))
        above = _layout(trees[above])
    return [] if above is None else list(found)


def _first_line(output: nodes.Output) -> int:
    """The line of the first words or the first expression in it; 0 where there is only space."""
    for part in output.nodes:
        if not isinstance(part, nodes.TemplateData):
            return part.lineno
        if words := part.data.lstrip():
            return part.lineno + part.data[: -len(words)].count("\n")
    return 0
