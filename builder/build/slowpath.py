"""The slow path: a site with work to do is read, and while that loads and works, the rest loads."""

from contextlib import closing

from builder.build.fastpath import Situation
from builder.build.processes.assisting import assisted
from builder.build.processes.outputstamps import looking
from builder.build.reading import read
from builder.build.request import Outcome, Request
from builder.write.memory import Memory


def build_anew(request: Request, here: Situation) -> Outcome:
    """Build the site. All faults are told in one run; with an error among them nothing is written.

    Raises:
        Refused, Unable: as `builder.write.files.write` does.
    """
    ours = here.marker.files if here.marker else ()
    with (
        looking(request.output, ours, request.processes) as seen,
        closing(Memory(here.cache, here.toolchain, anew=request.clean)) as memory,
    ):
        request.begin("read")
        site = read(request.root, here.files, memory, here.known.inputs)
        with assisted(site, here.toolchain, request.processes) as assistance:
            from builder.build.pipeline import run

            return run(request, here, site, seen, assistance)
