"""From a site's folder to every page as a value, and all that is wrong: what build and check share.

Nothing is written here, and nothing is kept.
"""

from pathlib import Path
from typing import NamedTuple

from builder.build.choosing import chosen
from builder.build.comparing import ASSETS
from builder.ground.diagnostics import Diagnostic, in_order
from builder.inspect.checks import inspect
from builder.inspect.consequences import without_consequences
from builder.inspect.interface import untranslated
from builder.inspect.silence import silenced
from builder.link.linking import link
from builder.load.content import load
from builder.model.annotations import Linked
from builder.model.content import Content
from builder.pages.plan import plan
from builder.pages.views import Page
from builder.sources.files import Sources
from builder.sources.site import read_sources
from builder.sources.stats import Table


class Planned(NamedTuple):
    """The content of this build, its annotations, and every file of the site as a value."""

    content: Content
    linked: Linked
    pages: tuple[Page, ...]


class Understood(NamedTuple):
    """What was read, what it means (None where site.yaml cannot be used), and what is wrong."""

    sources: Sources
    planned: Planned | None
    diagnostics: tuple[Diagnostic, ...]


def understand(
    root: str,
    theme: str,
    *,
    url: str | None = None,
    drafts: bool = False,
    known: Table | None = None,
) -> Understood:
    """Read, understand, link, inspect and plan the site in `root`; all faults in order, each once.

    Args:
        root: The folder of the site.
        theme: The folder of the default theme.
        url: The address that replaces the one in site.yaml.
        drafts: Whether drafts belong to the site.
        known: The stat table of an earlier build: pictures it knows are not read again.
    """
    sources, unread = read_sources(Path(root), Path(theme), known)
    everything, unclear = load(sources.texts)
    if everything is None:
        return Understood(sources, None, in_order([*unread, *unclear]))
    content = chosen(everything, url, drafts)
    linked, unlinked = link(content)
    doubtful = inspect(content, linked, sources.media)
    pages, misplaced = plan(content, linked, sources.media, _assets(sources))
    remarks = without_consequences(doubtful, unclear, content)
    foreign = untranslated(content.settings, sources.templates)
    said = (*unread, *unclear, *unlinked, *remarks, *misplaced, *foreign)
    told = in_order(silenced(said, everything, content.withheld))
    return Understood(sources, Planned(content, linked, pages), told)


def _assets(sources: Sources) -> dict[str, str]:
    """The digests of the theme's own files, style and script, by name."""
    return {
        name: file.digest for name, file in sources.templates.items() if name.startswith(ASSETS)
    }
