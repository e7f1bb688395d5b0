"""Names whose letters come from two alphabets, though they look like one: Еsper with a Cyrillic Е.

Such a name matches nothing that is typed the usual way, and nobody can see why. The pairs are from
Unicode's list of confusable characters (UTS 39).
"""

import unicodedata
from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, warning
from builder.link.names.naming import Name, names_of
from builder.model.content import Content
from builder.model.entries import Named

_CYRILLIC = "АВЕЅІЈКМНОРСТУХаеіјорсухѕԁһԛԝ"
_AS_CYRILLIC = "ABESIJKMHOPCTYXaeijopcyxsdhqw"
_GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινυ"
_AS_GREEK = "ABEZHIKMNOPTYXoivu"
_LOOKS_LIKE = dict(zip(_CYRILLIC + _GREEK, _AS_CYRILLIC + _AS_GREEK, strict=True))


def mixed_scripts(content: Content) -> Iterator[Diagnostic]:
    """`mixed-script-name`: names with Latin letters and others that look like them in one word."""
    for entry in content.of_type(Named):
        for name in names_of(entry):
            if not name.written.isascii() and (char := _stranger(name)):
                yield _mixed(name, char)


def _stranger(name: Name) -> str:
    """The first letter that only looks Latin, in a word with Latin letters; "" if none does."""
    for word in name.text.replace("-", " ").split():
        if any(_is_latin(char) for char in word):
            for char in word:
                if char in _LOOKS_LIKE:
                    return char
    return ""


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN ")


def _mixed(name: Name, char: str) -> Diagnostic:
    script = unicodedata.name(char).partition(" ")[0].capitalize()
    latin = _LOOKS_LIKE[char]
    return warning(
        "mixed-script-name",
        f"“{name.written}” mixes alphabets: its “{char}” is {script} (U+{ord(char):04X}).",
        name.location,
        f"Type the Latin “{latin}” in its place.",
    )
