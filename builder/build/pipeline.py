"""The pipeline, once the site is read: understand, link, inspect, plan, compare, render, write."""

from builder.build.comparing import Comparison, compare, name_of_templates
from builder.build.explaining.lastplan import keep_texts, planned_last
from builder.build.fastpath import Situation
from builder.build.latest import Latest
from builder.build.making import Job, Search, make
from builder.build.manifests import remember
from builder.build.processes.assisting import Assistance
from builder.build.processes.outputstamps import Seen
from builder.build.processes.workers import Line
from builder.build.reading import SiteRead
from builder.build.rendering import Writers, here_by, rendering_for
from builder.build.request import Explanation, Outcome, Request, promoted
from builder.build.understanding import Planned, understand
from builder.ground.diagnostics import failed, in_order
from builder.sources.files import Sources
from builder.sources.troubles import Flawed

_held: list[object] = []
"""What the last build worked with. To free all of it, piece by piece, takes a large site as long as
to link it; and mostly the process ends."""


def run(
    request: Request, here: Situation, site: SiteRead, seen: Seen, assistance: Assistance
) -> Outcome:
    """Build the site that was read; with an error in it nothing is written.

    `seen` gives the stamps of the files in the output; `assistance` is that of another process.

    Raises:
        Refused, Unable: as `builder.write.files.write` does.
    """
    sources, memory = site.sources, site.readers.memory
    last = planned_last(request, here) if request.explain else None
    _, planned, found = understand(site, request, assistance.kept)
    diagnostics = promoted(found, request.strict)
    if planned is None or failed(diagnostics):
        memory.save()
        return Outcome(diagnostics, None)
    request.begin("compare")
    language = planned.content.settings.language
    writers = _writers(sources, planned, here.toolchain, assistance.scribe)
    templates = name_of_templates(sources.templates, language)
    comparison = compare(planned.pages, templates, here, request.output, seen())
    why = _why(last, here, planned, comparison) if request.explain else ()
    memory.save()
    job = Job(request, here, sources, comparison, _search(planned, here))
    request.begin("make and write")
    try:
        done = make(job, writers, memory)
    except Flawed as flaw:
        return Outcome(in_order([*diagnostics, flaw.diagnostic]), None)
    if job.search:
        from builder.build.searching import with_index

        request.begin("index for search")
        done = with_index(job, job.search, done)
    if assistance.scribe:
        assistance.scribe.close()  # its memory is taken down while this one remembers
    request.begin("remember")
    keep_texts(here, sources, memory)
    memory.save()
    remember(job, done, diagnostics)
    _held[:] = planned, job
    return Outcome(diagnostics, done.summary, why)


def _search(planned: Planned, here: Situation) -> Search | None:
    """What is to be searched, where the site has a page for that. Raises Unable."""
    if not planned.content.settings.search:
        return None
    from builder.build.searching import search_of

    return search_of(planned, here)


def _why(
    last: Planned | None, here: Situation, planned: Planned, comparison: Comparison
) -> tuple[Explanation, ...]:
    """Why each stale page is made, and what differs from the page that was planned last."""
    from builder.build.explaining.reasons import explained

    stale, made = comparison.stale, here.known.outputs
    before = {
        page.path: page
        for page in (last.pages if last else ())
        if page.path in stale and page.path in made and made[page.path].key == page.key
    }
    return explained(stale.values(), before, planned.content)


def _writers(sources: Sources, planned: Planned, toolchain: str, line: Line | None) -> Writers:
    """Who writes the pages; where a line leads to another process, that writes a few."""
    language, prose = planned.content.settings.language, planned.prose
    prepared = rendering_for(sources, language, prose, toolchain, Latest())
    here = here_by(prepared)
    if line is None:
        return Writers(here, here)
    from builder.build.processes.scribe import scribe

    return Writers(scribe(line, language, prose, here), here)
