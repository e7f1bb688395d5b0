"""The renderer: pages to bytes, by templates that see one view and pure filters."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from builder.ground.urls import Address, relative
from builder.model.prose import Prose
from builder.pages.views import Data, Empty, Head, Page, Text
from builder.render.bytecode import Compiled
from builder.render.dates import machine_readable, wording
from builder.render.faults import placed
from builder.render.weave import weave
from builder.sources.files import SourceFile


def renderer(
    templates: Mapping[str, SourceFile],
    proses: Mapping[str, Prose],
    language: str,
    toolchain: str,
) -> Callable[[Page], bytes]:
    """A function from pages to the bytes of their files.

    Args:
        templates: The theme, by name; those under `assets/` are not templates.
        proses: Every text, by its digest.
        language: The site's language, for dates.
        toolchain: Names the versions at work; templates are compiled once for each.

    Pages copied from a file (`Media`) have no rendering of their own. The function raises Flawed
    where a template fails.
    """
    environment = _environment(templates, proses, language, toolchain)

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
        return (json.dumps(value, ensure_ascii=False) + "\n").encode()
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in value)
    return f"[\n{lines}\n]\n".encode()


def _environment(
    templates: Mapping[str, SourceFile],
    proses: Mapping[str, Prose],
    language: str,
    toolchain: str,
) -> Environment:
    texts = {
        name: file.data.decode()
        for name, file in templates.items()
        if not name.startswith("assets/")
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
    install.install_null_translations(newstyle=True)
    environment.filters.update(_filters(proses, language))
    return environment


def _filters(proses: Mapping[str, Prose], language: str) -> dict[str, Callable[..., object]]:
    """What templates may call: pure functions of their argument and of the page they stand on."""

    @pass_context
    def href(context: Context, address: Address) -> str:
        return _link(context, address)

    @pass_context
    def prose(context: Context, text: Text | None, dateline: str = "") -> Markup:
        return _woven(context, text, dateline=dateline)

    @pass_context
    def prose_inline(context: Context, text: Text | None) -> Markup:
        return _woven(context, text, inline=True)

    def plain(text: Text | None) -> str:
        return " ".join(proses[text.digest].text.split()) if text else ""

    def _woven(
        context: Context, text: Text | None, dateline: str = "", inline: bool = False
    ) -> Markup:
        if text is None:
            return Markup("")
        return weave(proses[text.digest], text.spans, lambda a: _link(context, a), dateline, inline)

    return {
        "href": href,
        "prose": prose,
        "prose_inline": prose_inline,
        "plain": plain,
        "date": wording(language, str),
        "datetime_attr": cache(machine_readable),
    }


def _link(context: Context, address: Address) -> str:
    """An address as a link from the page that is rendered."""
    head: Head = context["page"].head
    if head.base:
        return head.base + address
    return relative(head.address, address, head.site.style)
