"""site.yaml to settings."""

from builder.ground.diagnostics import Location, error
from builder.load.layout import SITE
from builder.load.parts import Markdown, SettingsRead
from builder.load.reading import decode_mapping, document, prose_reader, without_missing
from builder.load.schema.context import shape_of
from builder.load.schema.format import shape
from builder.load.yaml.nodes import Mapping
from builder.model.settings import Settings
from builder.sources.files import TextFile


def read_settings(file: TextFile, markdown: Markdown) -> SettingsRead:
    """The site's settings, not yet judged by `forms.settings_faults`."""
    read = document(file)
    root = Mapping((), Location(SITE)) if read.root is None else read.root
    if not isinstance(root, Mapping):
        if not read.is_whole:
            return SettingsRead(None, read.diagnostics)
        message = f"site.yaml holds settings as “name: value”, and this is {shape_of(root)}."
        fault = error("wrong-type", message, root.location, "Begin with “title: …”.")
        return SettingsRead(None, (*read.diagnostics, fault))
    reader = prose_reader(markdown, read, SITE, "site")
    found = decode_mapping(shape(Settings), root, reader, owner="The site", place=root)
    diagnostics = found.diagnostics if read.is_whole else without_missing(found.diagnostics)
    if found.values is None:
        return SettingsRead(None, read.diagnostics + diagnostics)
    settings = Settings(origin=found.origin, **found.values)
    return SettingsRead(settings, read.diagnostics + diagnostics)
