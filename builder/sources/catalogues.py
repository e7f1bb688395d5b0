"""Where the words of the interface stand in a language: `locale/<tag>.po` among the templates."""

from collections.abc import Iterable, Iterator

FOLDER = "locale/"
ENDING = ".po"


def catalogue(language: str, templates: Iterable[str]) -> str:
    """The name of the catalogue for a BCP 47 tag, or for a wider one; "" where there is none.

    A tag is cut from its end until one fits, whatever its capitals (RFC 4647, 3.4, lookup).
    """
    there = {tag.lower(): tag for tag in catalogued(templates)}
    wanted = language.lower()
    while wanted and wanted not in there:
        wanted = wanted.rpartition("-")[0]
    return f"{FOLDER}{there[wanted]}{ENDING}" if wanted else ""


def catalogued(templates: Iterable[str]) -> Iterator[str]:
    """The tags of the languages that have a catalogue."""
    for name in templates:
        if name.startswith(FOLDER) and name.endswith(ENDING):
            yield name.removeprefix(FOLDER).removesuffix(ENDING)
