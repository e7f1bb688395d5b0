"""A build, seen from outside: guard the folder, wait for other builds, leave if nothing changed.

This module and what it imports at its top load the standard library alone: most builds of a site
end here. The pipeline, with its libraries, is imported once there is work for it.
"""

from builder.build.fastpath import Situation, unchanged
from builder.build.request import Outcome, Request
from builder.sources.inputs import inputs, toolchain
from builder.sources.theme import theme_folder
from builder.write.cache import CacheFolder, cache_for, now
from builder.write.guard import take
from builder.write.lock import alone
from builder.write.manifest import NOTHING_KNOWN, load_manifest


def build(request: Request) -> Outcome:
    """Bring the output folder up to date with the site.

    Where the content has errors, nothing is written and the old output stays as it is.

    Raises:
        Refused: the output folder is not one to write into. Nothing was touched.
        Unable: the disk, or another build, is in the way.
    """
    take(request.output, request.root)
    cache = cache_for(request.root, request.output)
    with alone(cache):
        request.begin("look")
        here = _situation(request, cache)
        outcome = unchanged(request, here)
        if outcome:
            return outcome
        from builder.build.slowpath import build_anew

        return build_anew(request, here)


def _situation(request: Request, cache: CacheFolder | None) -> Situation:
    """What can be known without understanding a word of the site."""
    started = now(cache)
    files = inputs(request.root, theme_folder())
    known = NOTHING_KNOWN if request.clean else load_manifest(cache)
    marker = take(request.output, request.root)
    return Situation(cache, started, files, known, toolchain(), marker)
