"""site.yaml to settings."""

from builder.ground.diagnostics import Location
from builder.load.layout import SITE
from builder.load.readers import Markdown, SettingsRead
from builder.load.reading import decode_document, document, prose_reader
from builder.load.schema.format import shape
from builder.load.yaml.nodes import Mapping
from builder.model.settings import Settings
from builder.sources.files import TextFile


def read_settings(file: TextFile, markdown: Markdown) -> SettingsRead:
    """The site's settings, not yet judged by `forms.settings_faults`."""
    read = document(file)
    place = read.root.location if isinstance(read.root, Mapping) else Location(SITE)
    reader = prose_reader(markdown, read, SITE, "site")
    found = decode_document(
        shape(Settings),
        read,
        reader,
        owner="The site",
        holds="site.yaml holds settings",
        place=place,
    )
    if found.values is None:
        return SettingsRead(None, found.diagnostics)
    return SettingsRead(Settings(origin=found.origin, **found.values), found.diagnostics)
