"""Words of the interface that a site's own catalogue lacks: readers are shown English ones."""

from collections.abc import Iterator, Mapping

from babel.messages.catalog import Message

from builder.ground.diagnostics import Diagnostic, Location, counted, short, warning
from builder.ground.text import is_english
from builder.render.cataloguefaults import read
from builder.sources.catalogues import FOLDER, catalogue
from builder.sources.files import TextFile

_THEME = f"theme/{FOLDER}"
_FEW = 5


def untranslated_words(templates: Mapping[str, TextFile], language: str) -> Iterator[Diagnostic]:
    """`untranslated-language` at the site's catalogue, where the theme has messages that it lacks.

    So it is after an update that brought new ones. In English it may say a few of them otherwise,
    and the others stay as they are meant. Each catalogue of the theme has all of them.

    Raises:
        Flawed: a message cannot be used.
    """
    name = catalogue(language, templates)
    whole = next((file for file in templates.values() if file.path.startswith(_THEME)), None)
    is_theirs = not name or templates[name].path.startswith(_THEME)
    if is_theirs or whole is None or is_english(language):
        return
    own = read(templates[name])
    lacking = [one for one in read(whole) if one.id and not _is_said(own.get(one.id))]
    if lacking:
        those = ", ".join(f"“{short(_words(one))}”" for one in lacking[:_FEW])
        more = " …" if len(lacking) > _FEW else ""
        stay = "stays" if len(lacking) == 1 else "stay"
        yield warning(
            "untranslated-language",
            f"{counted(len(lacking), 'message')} of the interface {stay} English: {those}{more}.",
            Location(templates[name].path),
            "Write a msgstr for each: docs/translating.md tells where the theme's catalogues are.",
        )


def _is_said(message: Message | None) -> bool:
    """Whether there is a translation; one that is marked as fuzzy is left out."""
    if message is None or message.fuzzy:
        return False
    said = message.string
    return bool(said) if said is None or isinstance(said, str) else all(said)


def _words(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]
