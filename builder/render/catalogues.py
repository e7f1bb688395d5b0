"""Words of the interface in the site's language, from the theme's catalogues.

A catalogue is a gettext file, `locale/<language>.po`, beside the templates; a site may add its own.
English needs none: the words in the templates are English.
"""

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO

from jinja2 import TemplateRuntimeError
from markupsafe import Markup

from builder.ground.values import Value
from builder.sources.catalogues import catalogue
from builder.sources.files import TextFile


class Words(Value, frozen=True):
    """Gives words for English ones: `gettext` for a text, `ngettext` for one or for many."""

    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]


_COUNTS = range(201)
"""Numbers for which Plural-Forms must give a form: most rules look at two digits."""
ENGLISH = Words(lambda text: text, lambda one, many, count: one if count == 1 else many)


def translations(templates: Mapping[str, TextFile], language: str) -> Words:
    """The words for a BCP 47 tag, or for a wider one; without a catalogue, English.

    Raises:
        Flawed: the catalogue cannot be read, or a translation in it cannot be filled in.
    """
    name = catalogue(language, templates)
    return _compiled(templates[name]) if name else ENGLISH


def wordings(words: Words) -> dict[str, Callable[..., Markup]]:
    """What templates call for words, by name: gettext of Jinja's new style, which fills in values.

    Jinja's own looks for each word anew, on each page; a site has some hundred words. They raise
    TemplateRuntimeError where a template does not give the values that the words ask for.
    """

    @cache
    def pattern(text: str) -> Markup:
        return Markup(words.gettext(text))

    @cache
    def plain(text: str) -> Markup:
        return _filled(pattern(text), {})

    def gettext(text: str, /, **values: object) -> Markup:
        try:
            return _filled(pattern(text), values) if values else plain(text)
        except TypeError as failure:
            raise TemplateRuntimeError(f"“gettext” takes a text: {failure}") from failure

    def ngettext(one: str, many: str, num: int, /, **values: object) -> Markup:
        try:
            found = Markup(words.ngettext(one, many, num))
        except TypeError as failure:
            sentence = f"“ngettext” takes two texts and a number: {failure}"
            raise TemplateRuntimeError(sentence) from failure
        return _filled(found, {"num": num, **values})

    return {"gettext": gettext, "_": gettext, "ngettext": ngettext}


def _filled(pattern: Markup, values: Mapping[str, object]) -> Markup:
    try:
        return pattern % values
    except (KeyError, TypeError, ValueError) as failure:
        given = ", ".join(values) or "nothing"
        sentence = f"“{pattern}” cannot be filled in, and was given {given}"
        raise TemplateRuntimeError(sentence) from failure


def _compiled(po: TextFile) -> Words:
    """A catalogue, compiled in memory; sites without one need none of the imports."""
    from gettext import GNUTranslations

    from babel.messages.mofile import write_mo

    from builder.render.cataloguefaults import read, readable

    compiled = BytesIO()
    with readable(po):
        write_mo(compiled, read(po))
        compiled.seek(0)
        found = GNUTranslations(compiled)
        for count in _COUNTS:
            found.ngettext(po.path, po.path, count)  # any words do: the form is asked for first
    return Words(found.gettext, found.ngettext)
