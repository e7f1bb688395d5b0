"""The renderer: pages to bytes, by templates that see one view and pure filters."""

from collections.abc import Callable, Mapping

from jinja2 import Environment, FunctionLoader, StrictUndefined

from builder.ground.values import Value, encoded
from builder.model.prose import Prose
from builder.pages.views.machine import Data
from builder.pages.views.page import Empty, Page
from builder.render.bytecode import Compiled
from builder.render.catalogues import Words, translations, wordings
from builder.render.faults import placed
from builder.render.filters import Lent, filters
from builder.render.pictures import Read, measuring
from builder.sources.catalogues import FOLDER
from builder.sources.files import TextFile

Render = Callable[[Page], bytes]


def _unread(path: str) -> bytes:
    raise FileNotFoundError(path)


class Renderer(Value, frozen=True):
    """A site's templates, ready to be used."""

    templates: Mapping[str, TextFile]
    environment: Environment
    lent: Lent

    def using(self, prose: Callable[[str], Prose], read: Read = _unread) -> Render:
        """A function from pages to the bytes of their files.

        Args:
            prose: Gives a text by its digest.
            read: Gives the bytes of a picture, `content/…`, to be measured; it may raise OSError.

        Pages copied from a file (`Media`) have no rendering of their own. The function raises
        Flawed where a template fails.
        """
        size = measuring(read)
        self.lent.once.cache_clear()  # pictures may have another size now

        def render(page: Page) -> bytes:
            self.lent.prose, self.lent.size = prose, size
            return self._render(page)

        return render

    def _render(self, page: Page) -> bytes:
        match page.view:
            case Data(value):
                return _json(value)
            case Empty():
                return b""
            case view:
                with placed(page.template, self.templates):
                    template = self.environment.get_template(page.template)
                    return template.render(page=view).encode()


def renderer(templates: Mapping[str, TextFile], language: str, toolchain: str) -> Renderer:
    """What makes pages by these templates.

    Args:
        templates: The theme, by name; those under `assets/` are not templates.
        language: The site's language, for dates and the words of the interface.
        toolchain: Names the versions at work; templates are compiled once for each.
    """
    words = translations(templates, language)
    environment, lent = _environment(templates, words, toolchain), Lent()
    environment.filters.update(filters(lent, language, words))
    environment.globals["once"] = lent.once
    return Renderer(templates, environment, lent)


def _json(value: object) -> bytes:
    """JSON, a list with an item on each line: a change to one entry is a change to one line."""
    if not isinstance(value, list):
        return encoded(value) + b"\n"
    return b"[\n" + b",\n".join(map(encoded, value)) + b"\n]\n"


def _environment(templates: Mapping[str, TextFile], words: Words, toolchain: str) -> Environment:
    def load(name: str) -> tuple[str, str, None] | None:
        """A template and, for tracebacks, its name; it never changes."""
        is_template = name in templates and not name.startswith(("assets/", FOLDER))
        return (templates[name].data.decode(), name, None) if is_template else None

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
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals.update(wordings(words))
    return environment
