"""A site after its safe fixes, and after those that these bring to light; nothing is written."""

from typing import NamedTuple

from builder.build.checking import checked
from builder.build.fixing import fixes, rewrites
from builder.build.latest import Kept
from builder.build.reading import SiteRead, read_as_it_is
from builder.build.request import Request
from builder.ground.diagnostics import Fix
from builder.ground.digests import digest
from builder.ground.values import replaced
from builder.pages.links.gone import Former
from builder.sources.files import SourceFile
from builder.write.replacing import Rewrite

_MOST_ROUNDS = 5
"""A fix may uncover another: a field whose name is right now may hold a former id."""


class Mended(NamedTuple):
    """The fixes in the order in which they are made, and what they make of the files, by path.

    The place of a fix is in the text that the ones before it leave.
    """

    fixes: tuple[Fix, ...]
    rewrites: tuple[Rewrite, ...]


def mended(request: Request, former: Former | None) -> Mended:
    """All fixes of a site as it is, round after round, until none is left.

    `former`, the site as it was before, tells which pages would be gone.
    """
    site = read_as_it_is(request)
    kept, made, before = Kept(), list[Fix](), dict[str, bytes]()
    for _ in range(_MOST_ROUNDS):
        chosen = fixes(checked(site, request, former, kept))
        changed = rewrites(chosen, site.sources)
        if not changed:
            break
        made += chosen
        before = {**{one.path: one.before for one in changed if one.before is not None}, **before}
        site = _with(site, changed)
    after = site.sources.texts
    made_of = (Rewrite(path, data, after[path].data) for path, data in sorted(before.items()))
    return Mended(tuple(made), tuple(one for one in made_of if one.after != one.before))


def _with(site: SiteRead, changed: tuple[Rewrite, ...]) -> SiteRead:
    """The site with its files as they would be."""
    new = {one.path: SourceFile(one.path, one.after, digest(one.after)) for one in changed}
    return site._replace(sources=replaced(site.sources, texts={**site.sources.texts, **new}))
