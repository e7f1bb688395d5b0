"""Words of the interface in the site's language, from the theme's catalogues.

A catalogue is a gettext file, `locale/<language>.po`, beside the templates; a site may add its own.
English needs none: the words in the templates are English.
"""

from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from builder.sources.catalogues import catalogue
from builder.sources.files import TextFile


def translations(templates: Mapping[str, TextFile], language: str) -> NullTranslations:
    """The words for a BCP 47 tag, or for a wider one; without a catalogue, English."""
    name = catalogue(language, templates)
    return _compiled(templates[name].data) if name else NullTranslations()


def _compiled(po: bytes) -> GNUTranslations:
    """A catalogue, compiled in memory: sites without one need neither import."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(po)))
    compiled.seek(0)
    return GNUTranslations(compiled)
