"""A site after all its safe fixes; nothing is written here.

They are those of the diagnostics, and some that are made only when fixes are asked for: a quotation
that differs from the article by marks and dashes alone is no fault, but is then given the article's
own characters.
"""

from collections.abc import Iterator
from typing import NamedTuple

from builder.build.checking import checked
from builder.build.latest import Kept
from builder.build.reading import read_as_it_is
from builder.build.request import Request
from builder.build.understanding import Planned, Understood
from builder.ground.diagnostics import Edit, Fix
from builder.ground.edits import compatible, edited
from builder.ground.grouping import grouped
from builder.link.anchors.comparing import in_one
from builder.link.anchors.typography import respellings
from builder.load.decoding import decode
from builder.load.rewriting import rewritten
from builder.model.annotations import Anchored
from builder.model.entries import Quote
from builder.pages.links.gone import Former
from builder.sources.files import Sources, TextFile
from builder.write.replacing import Rewrite

_MOST_ROUNDS = 5
"""A fix may uncover another: a field whose name is right now may hold a former id."""


class Fixed(NamedTuple):
    """The fixes in the order in which they are made, and what they make of the files, by path.

    The place of a fix is in the text that the ones before it leave.
    """

    fixes: tuple[Fix, ...]
    rewrites: tuple[Rewrite, ...]


def fixed(request: Request, former: Former | None) -> Fixed:
    """The site of the request with all its fixes made, round after round, until none is left.

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
        before = {path: data for path, data, _ in changed if data is not None} | before
        site = site.with_texts({path: data for path, _, data in changed})
    after = site.sources.texts
    whole = (Rewrite(path, data, after[path].data) for path, data in sorted(before.items()))
    return Fixed(tuple(made), tuple(one for one in whole if one.after != one.before))


def fixes(understood: Understood) -> tuple[Fix, ...]:
    """All safe fixes that can be made together, in the order of the diagnostics."""
    sources, planned = understood.sources, understood.planned
    offered = [found.fix for found in understood.diagnostics if found.fix]
    asked = _typographic(planned, sources) if planned else ()
    return compatible(fix for fix in (*offered, *asked) if _is_sure(fix, sources))


def rewrites(chosen: tuple[Fix, ...], sources: Sources) -> tuple[Rewrite, ...]:
    """What the fixes make of the files of the site, by path."""
    edits = grouped((edit.location.path, edit) for fix in chosen for edit in fix.edits)
    before = {path: sources.texts[path].data for path in sorted(edits)}
    made = (
        Rewrite(path, data, edited(data.decode(), edits[path]).encode())
        for path, data in before.items()
    )
    return tuple(one for one in made if one.after != one.before)


def _is_sure(fix: Fix, sources: Sources) -> bool:
    """Whether all its files are UTF-8: in others, places are those of a guessed text."""
    for path in {edit.location.path for edit in fix.edits}:
        try:
            sources.texts[path].data.decode()
        except (KeyError, UnicodeDecodeError):
            return False
    return True


def _typographic(planned: Planned, sources: Sources) -> Iterator[Fix]:
    """A fix for each quotation that was found only after marks and dashes were made equal."""
    for ref, found in planned.linked.quotes.items():
        quote = planned.content.entries[ref]
        file = sources.texts.get(quote.origin.location.path)
        if not isinstance(quote, Quote) or found.grade != "typographic" or file is None:
            continue
        if fix := _respelled(quote, found, file):
            yield fix


def _respelled(quote: Quote, found: Anchored, file: TextFile) -> Fix | None:
    text, faults = decode(file.data, file.path)
    if faults:  # first things first: places in a text that will be mended are not yet sure
        return None
    edits: list[Edit] = []
    for index, (words, piece) in enumerate(zip(map(in_one, found.exact), quote.exact, strict=True)):
        if changes := respellings(piece, words):
            edits += rewritten(text, file.path, quote.at(f"exact[{index}]"), changes)
    title = f"Give the quotation “{quote.ref.id}” the article’s own marks and dashes."
    return Fix(title, tuple(edits)) if edits else None
