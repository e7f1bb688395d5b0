"""Which pages must be made anew: those whose key, templates or makers differ, or whose file does.

A page is a value, and its key names it. That replaces the tracking of dependencies.
"""

from collections.abc import Mapping

from builder.build.explanations import Reason
from builder.build.fastpath import Situation
from builder.ground.values import Value, name_of
from builder.pages.views.page import Page
from builder.sources.files import TextFile
from builder.sources.stats import holds
from builder.sources.walk import Found, Stamp

ASSETS = "assets/"


class Comparison(Value, frozen=True):
    """Which pages are `stale`, and why; by path, the key of each page, what its file holds.

    `stamps` are those of the files that are there. `templates` names the templates and the language
    that they speak.
    """

    stale: Mapping[Page, Reason]
    keys: Mapping[str, str]
    held: Mapping[str, str]
    stamps: Mapping[str, Stamp]
    templates: str


def compare(
    pages: tuple[Page, ...], templates: str, here: Situation, there: Mapping[str, Found]
) -> Comparison:
    """Compare pages with what the last build knew, and with the files that are `there`.

    `templates` is what `name_of_templates` gives.
    """
    keys = {page.path: page.key for page in pages}
    entries = {path: made.entry for path, made in here.known.outputs.items()} if here.known else {}
    held = {path: holds(there[path], entries) if path in there else "" for path in keys}
    reasons = ((page, _reason(page, keys, held, templates, here)) for page in pages)
    stale = {page: reason for page, reason in reasons if reason}
    stamps = {path: file.stamp for path, file in there.items()}
    return Comparison(stale, keys, held, stamps, templates)


def name_of_templates(templates: Mapping[str, TextFile], language: str) -> str:
    """What names all templates, and the site's language: any of them may tell a date in it.

    Assets are left out: they are files of their own, and no template reads them.
    """
    names = sorted(name for name in templates if not name.startswith(ASSETS))
    return name_of((language, [(name, templates[name].digest) for name in names]))


def _reason(
    page: Page,
    keys: Mapping[str, str],
    held: Mapping[str, str],
    templates: str,
    here: Situation,
) -> Reason | None:
    """Why the page must be made anew; None where it need not be."""
    known = here.known
    if known is None:
        return Reason.CLEAN
    record = known.outputs.get(page.path)
    if record is None:
        return Reason.NEW
    if record.key != keys[page.path]:
        return Reason.VIEW
    if not held[page.path] or held[page.path] != record.entry[1]:
        return Reason.FILE
    if not page.copied and known.toolchain != here.toolchain:
        return Reason.TOOLS
    return Reason.TEMPLATES if page.template and known.templates != templates else None
