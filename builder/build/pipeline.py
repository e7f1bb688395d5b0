"""The pipeline: read, understand, link, inspect, plan pages, compare, render, write."""

from pathlib import Path

from builder.build.choosing import chosen
from builder.build.comparing import ASSETS, compare
from builder.build.fastpath import Situation
from builder.build.making import Job, Render, make
from builder.build.remembering import remember
from builder.build.request import Outcome, Request, judged
from builder.ground.diagnostics import failed, in_order
from builder.inspect.checks import inspect
from builder.inspect.silence import silenced
from builder.link.linking import link
from builder.load.content import load
from builder.model.content import Content
from builder.pages.plan import plan
from builder.pages.views import Page
from builder.sources.files import Sources
from builder.sources.site import read_sources
from builder.sources.troubles import Flawed


def run(request: Request, here: Situation) -> Outcome:
    """Build the site. All faults are told in one run; with an error among them nothing is written.

    Raises:
        Refused, Unable: as `builder.write.files.write` does.
    """
    known = here.known.inputs if here.known else {}
    sources, unread = read_sources(Path(request.root), Path(here.theme), known)
    everything, unclear = load(sources.texts)
    if everything is None:
        return Outcome(in_order([*unread, *unclear]), None)
    content = chosen(everything, request.url, request.drafts)
    linked, unlinked = link(content)
    doubtful = inspect(content, linked, sources.media)
    pages, misplaced = plan(content, linked, sources.media, _assets(sources))
    said = (*unread, *unclear, *unlinked, *doubtful, *misplaced)
    told = in_order(silenced(said, everything))
    if failed(judged(told, request.strict)):
        return Outcome(judged(told, request.strict), None)
    comparison = compare(pages, sources.templates, request.output, here)
    job = Job(request, here, sources, comparison)
    try:
        summary, digests = make(job, _renderer(sources, content, here.toolchain))
    except Flawed as flaw:
        return Outcome(in_order([*told, flaw.diagnostic]), None)
    remember(job, digests, told)
    return Outcome(told, summary)


def _assets(sources: Sources) -> dict[str, str]:
    """The digests of the theme's own files, style and script, by name."""
    return {
        name: file.digest for name, file in sources.templates.items() if name.startswith(ASSETS)
    }


def _renderer(sources: Sources, content: Content, toolchain: str) -> Render:
    """What makes pages, prepared when the first one is wanted: jinja2 costs its time to load."""
    prepared: list[Render] = []

    def render(page: Page) -> bytes:
        if not prepared:
            from builder.render.renderer import renderer

            templates = {
                name: file
                for name, file in sources.templates.items()
                if not name.startswith(ASSETS)
            }
            texts = {prose.digest: prose for *_, prose in content.texts()}
            prepared.append(renderer(templates, texts, content.settings.language, toolchain))
        return prepared[0](page)

    return render
