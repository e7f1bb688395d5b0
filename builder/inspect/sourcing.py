"""Entries without a source, where the site asks for one."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, warning
from builder.model.content import Content


def unsourced(content: Content) -> Iterator[Diagnostic]:
    """`missing-source`: for every entry without `sources`, if `check.require_sources` is set."""
    if not content.settings.check.require_sources:
        return
    for entry in content.entries.values():
        if not entry.sources:
            yield warning(
                "missing-source",
                f"“{entry.ref.id}” names no source, and this site asks for one.",
                entry.origin.location,
                "Add `sources:` with a line “- title: …”; the article itself may be a source. "
                "If the site needs none, take `require_sources: true` out of site.yaml.",
            )
