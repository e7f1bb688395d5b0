"""site.yaml to settings."""

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.values import Value
from builder.load.context import shape_of
from builder.load.forms import colour_fault, language_fault, site_url_fault, timezone_fault
from builder.load.nodes import Mapping, Scalar
from builder.load.reading import Markdown, decode, prose_reader, without_missing
from builder.load.schema import shape
from builder.load.yaml import Document
from builder.model.settings import Settings

SITE = "site.yaml"


class SettingsRead(Value, frozen=True):
    """The settings, or None where there is not enough to make them of."""

    settings: Settings | None
    diagnostics: tuple[Diagnostic, ...]


def read_settings(document: Document, markdown: Markdown) -> SettingsRead:
    """The site's settings."""
    root = document.root
    place = Location(SITE)
    if root is None or (isinstance(root, Scalar) and root.is_empty):
        root = Mapping((), place)
    if not isinstance(root, Mapping):
        if not document.is_whole:
            return SettingsRead(None, document.diagnostics)
        message = f"site.yaml holds settings as “name: value”, and this is {shape_of(root)}."
        fault = error("wrong-type", message, root.location, "Begin with “title: …”.")
        return SettingsRead(None, (*document.diagnostics, fault))
    reader = prose_reader(markdown, document, SITE, "site")
    found = decode(shape(Settings), root, reader, owner="The site", place=root)
    told = found.diagnostics if document.is_whole else without_missing(found.diagnostics)
    faults = document.diagnostics + told
    if found.values is None:
        return SettingsRead(None, faults)
    settings = Settings(origin=found.origin, **found.values)
    return SettingsRead(settings, faults + _judged(settings))


def no_settings() -> SettingsRead:
    """What is said of a folder without site.yaml."""
    message = "There is no site.yaml, which holds the site's settings."
    hint = "Write one, with a line “title: …” to begin with."
    return SettingsRead(None, (error("missing-settings", message, Location(SITE), hint),))


def _judged(settings: Settings) -> tuple[Diagnostic, ...]:
    """Faults of values that are texts to the schema."""
    places = settings.origin.fields

    def place(field: str) -> Location:
        return places.get(field, settings.origin.location)

    return (
        *site_url_fault(settings.url, place("url")),
        *timezone_fault(settings.timezone, place("timezone")),
        *language_fault(settings.language, place("language")),
        *colour_fault(settings.theme.accent, place("theme.accent")),
    )
