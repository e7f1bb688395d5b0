"""Which pages must be made anew: those whose key, file, templates or toolchain have changed.

A page is a value, and its key names it. That replaces the tracking of dependencies.
"""

import os
from collections.abc import Mapping

from builder.build.fastpath import Situation
from builder.build.request import Reason
from builder.ground.values import Value, name_of
from builder.pages.page import Page
from builder.sources.files import TextFile
from builder.sources.stats import digest_of_file, entry, recorded
from builder.sources.walk import Stamp
from builder.write.manifest import OutputFile


class Stale(Value, frozen=True):
    """A page to be made, and why. `held` is the digest of its file as it is now; "" without one."""

    page: Page
    reason: Reason
    key: str
    held: str


class Comparison(Value, frozen=True):
    """The pages by path: the `stale` ones, and of the `same` ones what the manifest will say.

    `stamps` are those of the files in the output. `templates` is what `name_of_templates` gives.
    """

    stale: Mapping[str, Stale]
    same: Mapping[str, OutputFile]
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
    outputs = known.outputs
    are_same = (known.toolchain, known.templates) == (here.toolchain, templates)
    same: dict[str, OutputFile] = {}
    stale: dict[str, Stale] = {}
    for page in pages:  # tens of thousands, nearly all as they were: so they are told apart here
        path, key = page.path, page.key
        made, stamp = outputs.get(path), there.get(path)
        held = recorded(made.entry if made else None, stamp)
        if made and held and are_same and made.key == key:
            same[path] = made
            continue
        held = held or _held(output, path, stamp)
        if reason := _reason(page, key, held, templates, here):
            stale[path] = Stale(page, reason, key, held)
        else:
            same[path] = OutputFile(key, entry(there[path], held, here.started))
    return Comparison(stale, same, there, templates)


def _held(output: str, path: str, stamp: Stamp | None) -> str:
    """The digest of a file that may have been touched; "" where there is none."""
    return digest_of_file(os.path.join(output, path)) if stamp else ""


def name_of_templates(templates: Mapping[str, TextFile], language: str) -> str:
    """What names all templates, and the site's language: any of them may tell a date in it."""
    return name_of((language, sorted((name, file.digest) for name, file in templates.items())))


def _reason(page: Page, key: str, held: str, templates: str, here: Situation) -> Reason | None:
    """Why the page of this key, whose file holds this, must be made; None where it need not."""
    known = here.known
    if not known.outputs:
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
