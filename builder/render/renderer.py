"""The renderer: pages to bytes, by templates that see one view and pure filters."""

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from jinja2 import Environment, FunctionLoader, Template, TemplateSyntaxError
from markupsafe import Markup

from builder.ground.urls import Address
from builder.ground.values import Value, decoding, encoded
from builder.model.prose import Prose
from builder.pages.views.previews import Cards
from builder.render.catalogues import Words, translations, wordings
from builder.render.dates import Calendar
from builder.render.faults import placed, source_of
from builder.render.filters import Lent, filters
from builder.render.missing import Missing
from builder.render.orders import Order, Rendered
from builder.render.pictures import ReadFile, Size, measuring
from builder.render.ranges import bounded
from builder.render.store import Compiled, Store
from builder.sources.catalogues import FOLDER
from builder.sources.files import TextFile

CARDS = "_cards.html"
_SLOT = "\0cards\0"
"""Stands in a page for its cards until they are put in; no text may hold a NUL."""


class Rendering(Value, frozen=True):
    """What makes the pages of a site: by its templates, with what the build at hand lends them."""

    renderer: "Renderer"
    prose: Callable[[str], Prose]
    size: Callable[[Address], Size | None]

    def write(self, order: Order) -> Rendered:
        """What is ordered, by its template. Raises Flawed where that fails."""
        template, view, cards = order
        if view is None:
            return Rendered(self._cards(cards) if cards else b"")
        if cards is None or not cards.previews:
            return Rendered(self._written(template, page=view, cards=""))
        html = self._written(template, page=view, cards=Markup(_SLOT))
        return _filled(html.split(_SLOT.encode()), self._cards(cards))

    def _cards(self, cards: Cards) -> bytes:
        return self._written(CARDS, page=cards)

    def _written(self, template: str, **given: object) -> bytes:
        made = self.renderer
        made.lent.prose, made.lent.size = self.prose, self.size
        with placed(template, made.templates):
            return made.environment.get_template(template).render(given).encode()


def _filled(parts: list[bytes], cards: bytes) -> Rendered:
    """A page in parts, with the cards between them."""
    start, is_once = len(parts[0]), len(parts) == 2
    return Rendered(cards.join(parts), (start, start + len(cards)) if is_once else None)


class Renderer(Value, frozen=True):
    """A site's templates, ready to be used."""

    templates: Mapping[str, TextFile]
    environment: Environment
    lent: Lent

    def load(self) -> None:
        """Load all templates, so that the first page need not wait for its own."""
        for name in self.templates:
            if _is_template(name):
                self.environment.get_template(name)

    def using(self, prose: Callable[[str], Prose], read: ReadFile) -> Rendering:
        """What makes pages.

        Args:
            prose: Gives a text by its digest.
            read: Gives the bytes of a picture, `content/…`, to be measured; it may raise OSError.
        """
        self.lent.once.cache_clear()  # pictures may have another size now
        return Rendering(self, prose, measuring(read))


def renderer(templates: Mapping[str, TextFile], language: str, toolchain: str) -> Renderer:
    """What makes pages by these templates.

    Args:
        templates: The theme, by name; those under `assets/` are not templates.
        language: The site's language, for dates and the words of the interface.
        toolchain: Names the versions at work; templates are compiled once for each.
    """
    words, store = translations(templates, language), Store(toolchain)
    environment, lent = _environment(templates, words, store), Lent()
    environment.filters.update(filters(lent, language, _calendar(language, store), words))
    environment.globals |= {"once": lent.once, "range": bounded}
    return Renderer(templates, environment, lent)


def _calendar(language: str, store: Store) -> Calendar:
    """How a language writes dates: as it is kept, else from Babel."""
    name = f"calendar-{language}"
    try:
        return decoding(Calendar)(store.get(name))
    except ValueError:
        from builder.render.cldr import calendar_of

        made = calendar_of(language)
        store.put(name, encoded(made))
        return made


def _is_template(name: str) -> bool:
    return not name.startswith(("assets/", FOLDER))


class _Loader(FunctionLoader):
    """Tells of a template that Python cannot compile as of one that Jinja cannot read."""

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template. Raises TemplateSyntaxError."""
        try:
            return super().load(environment, name, globals)
        except (RecursionError, SyntaxError) as failure:
            reason = "it nests too deeply, or has too long an expression"
            raise TemplateSyntaxError(reason, 1, name) from failure


def _environment(templates: Mapping[str, TextFile], words: Words, store: Store) -> Environment:
    def load(name: str) -> tuple[str, str, None] | None:
        """A template and, for tracebacks, its name; it never changes."""
        is_ours = name in templates and _is_template(name)
        return (source_of(templates[name]), name, None) if is_ours else None

    environment = Environment(
        loader=_Loader(load),
        autoescape=True,
        keep_trailing_newline=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
        bytecode_cache=Compiled(store),
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals.update(wordings(words))
    return environment
