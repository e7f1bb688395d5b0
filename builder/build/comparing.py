"""Which pages must be made anew: those whose key, templates or makers differ, or whose file does.

A page is a value, and its key names it. That replaces the tracking of dependencies.
"""

import os
from collections.abc import Mapping
from typing import NamedTuple

from builder.build.fastpath import Situation
from builder.build.request import Reason
from builder.ground.values import name_of
from builder.pages.views.page import Page
from builder.sources.files import TextFile
from builder.sources.stats import holds
from builder.sources.walk import look

ASSETS = "assets/"


class Comparison(NamedTuple):
    """Which pages are `stale`, and why; by path, every page's key, and what its file holds.

    `templates` names the templates and the language that they speak.
    """

    stale: Mapping[Page, Reason]
    keys: Mapping[str, str]
    held: Mapping[str, str]
    templates: str


def compare(pages: tuple[Page, ...], templates: str, output: str, here: Situation) -> Comparison:
    """Compare pages with what the last build knew and with the files in `output`.

    `templates` is what `name_of_templates` gives.
    """
    keys = {page.path: page.key for page in pages}
    held = {page.path: on_disk(output, page.path, here) for page in pages}
    reasons = ((page, _reason(page, held, templates, here)) for page in pages)
    stale = {page: reason for page, reason in reasons if reason}
    return Comparison(stale, keys, held, templates)


def on_disk(output: str, path: str, here: Situation) -> str:
    """The digest of the file at `path` in the output; "" where there is none of ours."""
    if not here.marker or path not in here.marker.files:
        return ""
    found = look(path, os.path.join(output, path))
    if not found or found.fault:
        return ""
    record = here.known.outputs.get(path) if here.known else None
    return holds(found, {path: record.entry} if record else {})


def name_of_templates(templates: Mapping[str, TextFile], language: str) -> str:
    """What names all templates, and the site's language: any of them may tell a date in it.

    Assets are left out: they are files of their own, and no template reads them.
    """
    names = sorted(name for name in templates if not name.startswith(ASSETS))
    return name_of((language, [(name, templates[name].digest) for name in names]))


def _reason(page: Page, held: Mapping[str, str], templates: str, here: Situation) -> Reason | None:
    """Why the page must be made anew; None where it need not be."""
    known = here.known
    if known is None:
        return Reason.CLEAN
    record = known.outputs.get(page.path)
    if record is None:
        return Reason.NEW
    if record.key != page.key:
        return Reason.VIEW
    if not held[page.path] or held[page.path] != record.entry[1]:
        return Reason.FILE
    if not page.copied and known.toolchain != here.toolchain:
        return Reason.TOOLS
    return Reason.TEMPLATES if page.template and known.templates != templates else None
