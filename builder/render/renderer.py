"""The renderer: pages to bytes, by templates that see one view and pure filters."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from builder.ground.values import encoded
from builder.model.prose import Prose
from builder.pages.views.machine import Data
from builder.pages.views.page import Empty, Page
from builder.render.bytecode import Compiled
from builder.render.catalogues import translations
from builder.render.faults import placed
from builder.render.filters import filters
from builder.render.pictures import Read
from builder.sources.catalogues import FOLDER
from builder.sources.files import SourceFile


def _unread(path: str) -> bytes:
    raise FileNotFoundError(path)


def renderer(
    templates: Mapping[str, SourceFile],
    prose: Callable[[str], Prose],
    language: str,
    toolchain: str,
    read: Read = _unread,
) -> Callable[[Page], bytes]:
    """A function from pages to the bytes of their files.

    Args:
        templates: The theme, by name; those under `assets/` are not templates.
        prose: Gives a text by its digest.
        language: The site's language, for dates and the words of the interface.
        toolchain: Names the versions at work; templates are compiled once for each.
        read: Gives the bytes of a picture, `content/…`, to be measured; it may raise OSError.

    Pages copied from a file (`Media`) have no rendering of their own. The function raises Flawed
    where a template fails.
    """
    words = translations(templates, language)
    environment = _environment(templates, words, toolchain)
    environment.filters.update(filters(prose, language, words, read))

    def render(page: Page) -> bytes:
        match page.view:
            case Data(value):
                return _json(value)
            case Empty():
                return b""
            case view:
                with placed(page.template, templates):
                    return environment.get_template(page.template).render(page=view).encode()

    return render


def _json(value: object) -> bytes:
    """JSON, a list with an item on each line: a change to one entry is a change to one line."""
    if not isinstance(value, list):
        return encoded(value) + b"\n"
    return b"[\n" + b",\n".join(map(encoded, value)) + b"\n]\n"


def _environment(
    templates: Mapping[str, SourceFile], words: NullTranslations, toolchain: str
) -> Environment:
    texts = {
        name: file.data.decode()
        for name, file in templates.items()
        if not name.startswith(("assets/", FOLDER))
    }

    def load(name: str) -> tuple[str, str, None] | None:
        """A template and, for tracebacks, its name; it never changes."""
        return (texts[name], name, None) if name in texts else None

    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
        bytecode_cache=Compiled(toolchain),
    )
    install: Any = environment
    install.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)
    return environment
