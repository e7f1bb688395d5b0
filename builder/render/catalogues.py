"""Words of the interface in the site's language, from the theme's catalogues.

A catalogue is a gettext file, `locale/<language>.po`, beside the templates; a site may add its own.
English needs none: the words in the templates are English.
"""

from collections.abc import Callable, Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from markupsafe import Markup

from builder.sources.catalogues import catalogue
from builder.sources.files import TextFile


def translations(templates: Mapping[str, TextFile], language: str) -> NullTranslations:
    """The words for a BCP 47 tag, or for a wider one; without a catalogue, English."""
    name = catalogue(language, templates)
    return _compiled(templates[name].data) if name else NullTranslations()


def wordings(words: NullTranslations) -> dict[str, Callable[..., Markup]]:
    """What templates call for words, by name: gettext of Jinja's new style, which fills in values.

    Jinja's own looks for each word anew, on each page; a site has some hundred words.
    """

    @cache
    def pattern(text: str) -> Markup:
        return Markup(words.gettext(text))

    @cache
    def plain(text: str) -> Markup:
        return pattern(text) % {}

    def gettext(text: str, /, **values: object) -> Markup:
        return pattern(text) % values if values else plain(text)

    def ngettext(one: str, many: str, num: int, /, **values: object) -> Markup:
        return Markup(words.ngettext(one, many, num)) % {"num": num, **values}

    return {"gettext": gettext, "_": gettext, "ngettext": ngettext}


def _compiled(po: bytes) -> GNUTranslations:
    """A catalogue, compiled in memory: sites without one need neither import."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(po)))
    compiled.seek(0)
    return GNUTranslations(compiled)
