"""Which pages must be made anew: those whose key, templates or makers differ, or whose file does.

A page is a value, and its key names it. That replaces the tracking of dependencies.
"""

import os
from collections.abc import Mapping

from builder.build.explanations import Reason
from builder.build.fastpath import Situation
from builder.ground.values import Value, name_of
from builder.pages.views.page import Page
from builder.sources.files import TextFile
from builder.sources.stats import digest_of
from builder.sources.walk import Stamp

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
    pages: tuple[Page, ...],
    templates: str,
    here: Situation,
    output: str,
    there: Mapping[str, Stamp],
) -> Comparison:
    """Compare pages with what the last build knew, and with the files in the output.

    `templates` is what `name_of_templates` gives; `there` are the stamps of the files that stand in
    the folder `output`.
    """
    known = here.known
    outputs = known.outputs if known else {}
    makers = (known.toolchain, known.templates) if known else None
    are_same = makers == (here.toolchain, templates)
    keys: dict[str, str] = {}
    held: dict[str, str] = {}
    stale: dict[Page, Reason] = {}
    for page in pages:  # tens of thousands, nearly all as they were: so they are told apart here
        path = page.path
        keys[path] = key = page.key
        made, stamp = outputs.get(path), there.get(path)
        if made and made.entry[1] and made.entry[0] == stamp:
            held[path] = made.entry[1]
            if are_same and made.key == key:
                continue
        else:
            held[path] = digest_of(os.path.join(output, path)) if stamp else ""
        if reason := _reason(page, key, held[path], templates, here):
            stale[page] = reason
    return Comparison(stale, keys, held, there, templates)


def name_of_templates(templates: Mapping[str, TextFile], language: str) -> str:
    """What names all templates, and the site's language: any of them may tell a date in it.

    Assets are left out: they are files of their own, and no template reads them.
    """
    names = sorted(name for name in templates if not name.startswith(ASSETS))
    return name_of((language, [(name, templates[name].digest) for name in names]))


def _reason(page: Page, key: str, held: str, templates: str, here: Situation) -> Reason | None:
    """Why the page of this key, whose file holds this, must be made; None where it need not."""
    known = here.known
    if known is None:
        return Reason.CLEAN
    record = known.outputs.get(page.path)
    if record is None:
        return Reason.NEW
    if record.key != key:
        return Reason.VIEW
    if not held or held != record.entry[1]:
        return Reason.FILE
    if not page.copied and known.toolchain != here.toolchain:
        return Reason.TOOLS
    return Reason.TEMPLATES if page.template and known.templates != templates else None
