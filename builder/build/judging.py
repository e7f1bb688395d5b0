"""Finished pages, judged without being written: does each template work, and is its HTML sound?"""

from collections.abc import Iterable, Iterator, Mapping, Set
from math import ceil
from pathlib import Path

from builder.audit.auditing import audit
from builder.build.checking import Finished
from builder.build.latest import Latest
from builder.build.rendering import rendering_for, written
from builder.build.request import Request
from builder.build.understanding import Planned, Understood
from builder.ground.diagnostics import Diagnostic, failed, in_order
from builder.ground.grouping import grouped
from builder.ground.values import Value
from builder.ground.ways import way_to
from builder.inspect.silence import unsilenced
from builder.model.content import Content
from builder.pages.page import Page
from builder.render.orders import ordered
from builder.sources.files import Sources
from builder.sources.inputs import toolchain
from builder.sources.theme import theme_folder
from builder.sources.troubles import Flawed
from builder.sources.walk import walk
from builder.write.marker import read_marker

MOST = 100
"""Reading a page costs more than making it: of each template, so many pages are read."""
OWN = "templates/"
"""What the paths of the site's own templates begin with."""


class Judged(Value, frozen=True):
    """What is wrong with the pages; `made` are the texts of those made for it, by shown path."""

    diagnostics: tuple[Diagnostic, ...]
    made: Mapping[str, str]


def judge(understood: Understood, request: Request, state: Finished) -> Judged:
    """Judge the pages as the request would build them; where they are built already, as they are.

    `state` is how the output folder stands to the content (`builder.build.checking.finished`).

    Every page is made, so that a template that fails is told. Of each template up to `MOST` pages
    are read, evenly chosen. Nothing is judged while there are errors: these come first.

    Raises:
        OSError: pages that were built a moment ago cannot be read.
    """
    planned, output = understood.planned, request.output
    shown = way_to(output, request.root)
    if planned is None or failed(understood.diagnostics):
        return Judged((), {})
    chosen = _chosen(planned.pages)
    files = {page.path for page in planned.pages}
    marker = read_marker(output)
    if state is Finished.CURRENT and marker and marker.files == files:
        texts = {path: Path(output, path).read_text("utf-8", "replace") for path in chosen}
        made: Mapping[str, str] = {}
    else:
        texts, flaws = _made(planned, frozenset(chosen), understood.sources)
        if flaws:
            return Judged(in_order(flaws), {})
        made = {f"{shown}/{path}": text for path, text in texts.items()}
    found = (*audit(texts, files, shown), *_ignored(understood.sources, planned.content))
    return Judged(in_order(unsilenced(found, planned.content)), made)


def _ignored(sources: Sources, content: Content) -> Iterator[Diagnostic]:
    """What templates and catalogues of the site's own hold, or lack, without failing."""
    if any(file.path.startswith(OWN) for file in sources.templates.values()):
        from builder.render.lost import lost
        from builder.render.untranslated import untranslated_words

        theme = {file.path.partition("/")[2] for file in walk(theme_folder(), "theme")}
        yield from lost(sources.templates, theme)
        yield from untranslated_words(sources.templates, content.settings.language)


def _chosen(pages: Iterable[Page]) -> list[str]:
    """The paths of the pages to read: up to `MOST` of each template, from first to last."""
    by_template = grouped(
        (page.template, page.path)
        for page in pages
        if page.template and page.path.endswith(".html")
    )
    return [path for paths in by_template.values() for path in paths[:: ceil(len(paths) / MOST)]]


def _made(
    planned: Planned, chosen: Set[str], sources: Sources
) -> tuple[dict[str, str], list[Diagnostic]]:
    """The texts of the chosen pages by path, and the faults of templates; every page is tried."""
    language, tools = planned.content.settings.language, toolchain()
    prepared = rendering_for(sources, language, planned.prose, tools, Latest())
    texts: dict[str, str] = {}
    flaws: list[Diagnostic] = []
    try:
        prepared()
    except Flawed as flaw:  # of all pages: a catalogue
        return texts, [flaw.diagnostic]
    for page in planned.pages:
        try:
            data = b"" if page.copied else written(ordered(page), prepared).data
        except Flawed as flaw:
            flaws.append(flaw.diagnostic)
            continue
        if page.path in chosen:
            texts[page.path] = data.decode()
    return texts, flaws
