"""Words of the interface in the site's language, from the theme's catalogues.

A catalogue is a gettext file, `locale/<language>.po`, beside the templates; a site may add its own.
English needs none: the words in the templates are English.
"""

from collections.abc import Mapping
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from builder.sources.files import SourceFile

FOLDER = "locale/"


def translations(templates: Mapping[str, SourceFile], language: str) -> NullTranslations:
    """The catalogue for a BCP 47 tag, or for its language alone; without one, English."""
    wanted = (language, language.partition("-")[0])
    file = next((f for tag in wanted if (f := templates.get(f"{FOLDER}{tag}.po"))), None)
    return _compiled(file.data) if file else NullTranslations()


def _compiled(po: bytes) -> GNUTranslations:
    """A catalogue, compiled in memory: sites without one need neither import."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(po)))
    compiled.seek(0)
    return GNUTranslations(compiled)
