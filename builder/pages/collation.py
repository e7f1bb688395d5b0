"""The order of names in the site's language.

Marks and strokes on letters do not count (É stands with E, Ł with L), but for the letters that a
language counts as ones of their own: å, ä and ö come after z in Swedish, ñ after n in Spanish.
After CLDR 46, collation; letters of two signs (Czech ch, Hungarian cs) are left out.
"""

import unicodedata
from collections.abc import Callable
from functools import cache

from builder.ground.text import primary_subtag
from builder.ground.values import Value

_AFTER = "\U0010fff0"
"""Sorts behind every letter: `n` with it stands behind `n` with anything else."""

# Languages, and their own letters behind the letter that each follows.
_OWN = {
    "sv fi": "zåäö",
    "da nb nn no": "zæøå",
    "is": "dð zþæö",
    "es gl": "nñ",
    "pl": "aą cć eę lł nń oó sś zźż",
    "cs sk": "cč rř sš zž",
    "bs hr sl": "cčć dđ sš zž",
    "hu": "oö uü",
    "ro": "aăâ iî sș tț",
    "tr az": "cç gğ hı oö sş uü",
    "et": "sšž wõäöü",
    "lv lt": "cč sš zž",
    "be bg kk ky mk mn ru sr tg": "ий",
    "uk": "ий ії",
}
_TAILORED = {language: rules for some, rules in _OWN.items() for language in some.split()}

# Turkish and Azerbaijani have two letters I, with and without a dot, small and capital.
_NO_CASES: dict[int, str] = {}
_DOTTED = (str.maketrans("Iİ", "ıi"), str.maketrans("ıi", "Iİ"))
_CASES = {"tr": _DOTTED, "az": _DOTTED}


# Letters that Unicode does not take apart, and that sort with others all the same (UTS #10, DUCET).
_PLAIN = str.maketrans({"æ": "ae", "đ": "d", "ħ": "h", "ł": "l", "ø": "o", "œ": "oe"})


class Order(Value, frozen=True):
    """How a language sorts: the key of a name, and the letter it stands under."""

    key: Callable[[str], tuple[str, str]]
    letter: Callable[[str], str]


@cache
def order(language: str) -> Order:
    """The order of a BCP 47 language."""
    base = primary_subtag(language)
    own = _own(_TAILORED.get(base, ""))
    small, capital = _CASES.get(base, (_NO_CASES, _NO_CASES))

    @cache
    def signs(name: str) -> tuple[str, ...]:
        folded = unicodedata.normalize("NFC", name.translate(small).casefold())
        return tuple(sign for c in folded for sign in ((own[c],) if c in own else _plain(c)))

    def key(name: str) -> tuple[str, str]:
        return "".join(signs(name)), name

    def letter(name: str) -> str:
        """The first letter or digit, as it is written in headings; # where there is none."""
        shown = {sign: c for c, sign in own.items()}
        first = next((sign for sign in signs(name) if sign[0].isalnum()), "#")
        return shown.get(first, first[0]).translate(capital).upper()

    return Order(key, letter)


def _own(rules: str) -> dict[str, str]:
    """The sort sign of each of a language's own letters."""
    return {
        letter: rule[0] + chr(ord(_AFTER) + rank)
        for rule in rules.split()
        for rank, letter in enumerate(rule[1:])
    }


@cache
def _plain(letter: str) -> tuple[str, ...]:
    """A letter without its marks and strokes."""
    parts = unicodedata.normalize("NFD", letter).translate(_PLAIN)
    return tuple(c for c in parts if unicodedata.category(c) != "Mn")
