"""What the preview asks of a build, and what it hears back."""

from collections.abc import Callable
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic


class Built(NamedTuple):
    """What a build came to.

    `ok` is false when errors kept it from writing: the pages of the last good build stand.
    `changed` are the output paths (with slashes, NFC) whose bytes differ now: written or removed.
    """

    ok: bool
    changed: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


Rebuild = Callable[[], Built]
"""Builds the site as it stands now. It runs in a thread of its own, one call at a time."""
