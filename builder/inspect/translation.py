"""`untranslated-language`: the theme has no words in the site's language, so they are English."""

from collections.abc import Collection, Iterator

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.text import is_english
from builder.load.schema.forms import language_fault
from builder.model.settings import Settings
from builder.sources.catalogues import ENDING, FOLDER, catalogue, catalogued

ENGLISH = "en"
"""The language of the words in the templates, which needs no catalogue."""


def untranslated(settings: Settings, templates: Collection[str]) -> Iterator[Diagnostic]:
    """A warning if neither the theme nor the site has a catalogue for the site's language.

    Args:
        settings: The site's.
        templates: The names of all templates, those of the theme and those of the site.
    """
    language = settings.language
    place = settings.origin.at("language")
    is_known = not language or is_english(language)
    if is_known or catalogue(language, templates) or language_fault(language, place):
        return
    yield warning(
        "untranslated-language",
        f"The words of the interface are English: there is no catalogue for “{language}”.",
        place,
        _hint(language, frozenset(catalogued(templates))),
    )


def _hint(language: str, there: frozenset[str]) -> str:
    """What to do; `there` are the languages that have a catalogue."""
    underlined = language.replace("-", "_")  # as other programs name a catalogue
    if underlined in there:
        return f"Rename templates/{FOLDER}{underlined}{ENDING} to {language}{ENDING}."
    return (
        f"Add templates/{FOLDER}{language}{ENDING} (docs/translating.md tells how), "
        f"or write a language that has one: {', '.join(sorted({ENGLISH, *there}))}."
    )
