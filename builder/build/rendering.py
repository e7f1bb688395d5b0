"""The renderer of a site, made when the first page is wanted: to load jinja2 takes its time."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.build.comparing import name_of_templates
from builder.build.latest import Latest
from builder.model.prose import Prose
from builder.render.orders import Order, Rendered, Write, plain
from builder.sources.files import Sources
from builder.sources.site import read_media

if TYPE_CHECKING:
    from builder.render.renderer import Renderer, Rendering

Prepared = Callable[[], "Rendering"]
"""Gives what renders the pages of a site: made by the first call, the same for every later one."""


class Writers(NamedTuple):
    """Who renders pages: `few` of them; or `many`, of which each process renders its share."""

    few: Write
    many: Write


def here_by(prepared: Prepared) -> Write:
    """A function that writes pages in this process."""
    return lambda orders: (written(order, prepared) for order in orders)


def written(order: Order, prepared: Prepared) -> Rendered:
    """What is ordered. Raises Flawed where a template fails."""
    return plain(order) if order.is_plain else prepared().write(order)


def rendering_for(
    sources: Sources,
    language: str,
    prose: Callable[[str], Prose],
    toolchain: str,
    ready: "Latest[Renderer]",
) -> Prepared:
    """A function that prepares what makes the pages of a site, when it is first called.

    Args:
        sources: The files of the site.
        language: Its language.
        prose: Gives a text by its digest.
        toolchain: Names the versions at work.
        ready: The renderer that was made last.
    """

    def read(path: str) -> bytes:
        if path not in sources.media:  # a template may ask for anything
            raise FileNotFoundError(path)
        return read_media(sources.root, path)

    @cache
    def prepared() -> "Rendering":
        from builder.render.renderer import renderer

        templates = sources.templates
        name = name_of_templates(templates, language) + toolchain
        made = ready.get(name, lambda: renderer(templates, language, toolchain))
        return made.using(prose, read)

    return prepared
