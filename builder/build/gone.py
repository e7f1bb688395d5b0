"""Pages that readers may know and that would be left without a successor: `address-gone`.

Told by `check` and `publish`, which know the site as it was, and never by a build: what that says
must not depend on what was built before.
"""

from builder.build.understanding import Understood
from builder.ground.diagnostics import Diagnostic, Fix, Location, in_order, warning
from builder.inspect.silence import unsilenced
from builder.load.inserting import inserted
from builder.model.entries import Named
from builder.model.studies import Study
from builder.pages.links.gone import Former, Gone, gone
from builder.sources.files import Sources


def addresses_gone(understood: Understood, former: Former | None) -> tuple[Diagnostic, ...]:
    """`address-gone` for every page of the former site that has no successor, unless silenced.

    Nothing is said where there was no site before, or where the new one cannot be read in full; nor
    of a page whose file has errors, of which it may come.
    """
    planned = understood.planned
    if former is None or planned is None or planned.content.unread:
        return ()
    errors = (told for told in understood.diagnostics if told.is_error)
    faulty = {told.location.path for told in errors}
    found = (
        _unreachable(one, understood.sources)
        for one in gone(former, planned.content, planned.pages)
        if one.path not in faulty
    )
    return in_order(unsilenced(found, planned.content))


def _unreachable(one: Gone, sources: Sources) -> Diagnostic:
    """The warning, at the successor if there is one, else at the file where it would stand."""
    successor = one.successor
    place = Location(one.path if one.path in sources.texts else "site.yaml")
    hint = "If it lives on elsewhere, write this address into the `aliases` there."
    fix: Fix | None = None
    if isinstance(successor, Named):
        place = successor.origin.location
        changed = "has changed" if one.is_certain else "seems to have changed"
        written = ", ".join((*successor.aliases, one.alias))
        hint = f"The id {changed}: write `aliases: [{written}]` here."
        fix = _fix(one, successor, sources) if one.is_certain else None
    elif successor is not None:
        place = successor.slug_place if isinstance(successor, Study) else successor.at("slug")
        hint = f"It seems to have moved here: write `aliases: [{one.alias}]` into the front matter."
    message = f"The page “/{one.address}” would be gone, and every link to it would break."
    return warning("address-gone", message, place, hint)._replace(fix=fix)


def _fix(one: Gone, entry: Named, sources: Sources) -> Fix | None:
    file = sources.texts[entry.origin.location.path]
    edit = inserted(file, entry.ref.id, "aliases", f"[{one.alias}]")
    return Fix(f"Let “/{one.address}” lead to “{entry.ref}”.", (edit,)) if edit else None
