"""Everything that a build would say of the sources, and how the last one stands to them.

Nothing is written.
"""

from enum import StrEnum

from builder.build.fastpath import Situation, up_to_date
from builder.build.gone import addresses_gone
from builder.build.latest import Kept
from builder.build.reading import SiteRead, read_as_it_is
from builder.build.request import Request
from builder.build.understanding import Understood, understand
from builder.ground.diagnostics import in_order
from builder.pages.links.gone import Former
from builder.sources.inputs import inputs, toolchain
from builder.sources.theme import theme_folder
from builder.write.cache import existing_cache
from builder.write.manifest import load_manifest
from builder.write.marker import read_marker


class Finished(StrEnum):
    """How the output folder stands to the content."""

    NONE = "there is none"
    UNFINISHED = "a build of it was interrupted"
    OLDER = "the content, the templates or Backstory have changed since"
    OTHER = "they were built with other options, --drafts or --url"
    CURRENT = "it is what the content makes"


def check(request: Request, former: Former | None = None) -> Understood:
    """The site as it is, understood as a build would, with all that is wrong in its sources.

    `former`, the site as it was before, tells which pages would be gone.
    """
    return checked(read_as_it_is(request), request, former)


def checked(
    site: SiteRead, request: Request, former: Former | None, kept: Kept | None = None
) -> Understood:
    """The same of a site that was read; `kept` is what understanding it before left."""
    understood = understand(site, request, kept)
    diagnostics = in_order([*understood.diagnostics, *addresses_gone(understood, former)])
    return understood._replace(diagnostics=diagnostics)


def finished(request: Request) -> Finished:
    """Whether the pages in the output are all there, and are what the request would make now."""
    marker = read_marker(request.output)
    if marker is None:
        return Finished.NONE
    if not marker.complete:
        return Finished.UNFINISHED
    cache = existing_cache(request.root, request.output)
    known = load_manifest(cache)
    if marker.files != known.outputs.keys():
        return Finished.OLDER
    if known.options != request.options:
        return Finished.OTHER
    files = inputs(request.root, theme_folder())
    here = Situation(cache, 0, files, known, toolchain(), marker)
    return Finished.OLDER if up_to_date(request, here) is None else Finished.CURRENT
