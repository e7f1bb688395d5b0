"""The pipeline, once the site is read: understand, link, inspect, plan, compare, render, write."""

from functools import cache
from typing import TYPE_CHECKING

from builder.build.comparing import ASSETS, Comparison, compare, name_of_templates
from builder.build.explanations import Explanation
from builder.build.fastpath import Situation
from builder.build.keeping import Latest
from builder.build.looking import Seen
from builder.build.making import Job, Prepared, make
from builder.build.reading import Read
from builder.build.remembering import remember
from builder.build.request import Outcome, Request, judged
from builder.build.understanding import Planned, Wish, comprehend
from builder.ground.diagnostics import failed, in_order
from builder.sources.files import Sources
from builder.sources.site import read_media
from builder.sources.troubles import Flawed
from builder.write.memory import Memory

if TYPE_CHECKING:
    from builder.render.renderer import Renderer, Rendering


_held: list[object] = []
"""What the last build worked with. To free all of it, piece by piece, takes a large site as long as
to link it; and mostly the process ends."""


def run(request: Request, here: Situation, site: Read, seen: Seen) -> Outcome:
    """Build the site that was read, where this is seen in the output.

    With an error in the site nothing is written.

    Raises:
        Refused, Unable: as `builder.write.files.write` does.
    """
    sources, memory = site.sources, site.recalling.memory
    wish = Wish(request.url, request.drafts, request.processes, request.begin)
    planned, told = comprehend(site, wish)
    if planned is None or failed(judged(told, request.strict)):
        memory.save()
        return Outcome(judged(told, request.strict), None)
    request.begin("compare")
    templates = name_of_templates(sources.templates, planned.content.settings.language)
    comparison = compare(planned.pages, templates, here, request.output, seen())
    why = _why(request, here, planned, comparison, memory)
    memory.save()
    job = Job(request, here, sources, comparison)
    request.begin("make and write")
    try:
        done = make(job, rendering_for(sources, planned, here.toolchain, Latest()), memory)
    except Flawed as flaw:
        return Outcome(in_order([*told, flaw.diagnostic]), None)
    request.begin("remember")
    memory.save()
    remember(job, done.digests, told)
    _held[:] = planned, job
    return Outcome(told, done.summary, why, done.changed)


def _why(
    request: Request, here: Situation, planned: Planned, comparison: Comparison, memory: Memory
) -> tuple[Explanation, ...]:
    """Why each stale page is made, where somebody asks."""
    if not request.explain:
        return ()
    from builder.build.reasons import explained, keep_views

    before = {path: made.key for path, made in here.known.outputs.items()} if here.known else {}
    why = explained(comparison.stale, before, planned.content, memory)
    keep_views(planned.pages, memory)
    return why


def rendering_for(
    sources: Sources, planned: Planned, toolchain: str, ready: "Latest[Renderer]"
) -> Prepared:
    """What makes the pages of a site, prepared once."""

    def read(path: str) -> bytes:
        return read_media(sources.root, path)

    @cache
    def prepared() -> "Rendering":
        from builder.render.renderer import renderer

        templates = {
            name: file for name, file in sources.templates.items() if not name.startswith(ASSETS)
        }
        language = planned.content.settings.language
        name = name_of_templates(templates, language) + toolchain
        made = ready.get(name, lambda: renderer(templates, language, toolchain))
        return made.using(planned.prose, read)

    return prepared
