"""Names in another script than the page's: told to browsers and screen readers by a language tag.

Which language a name belongs to is not known; its script is. BCP 47 has `und` for that: `und-Arab`.
"""

import unicodedata

from builder.ground.text import primary_subtag

# The scripts in which Unicode names letters, as ISO 15924 codes them.
_SCRIPTS = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "CJK": "Hani",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "HANGUL": "Hang",
    "THAI": "Thai",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "TAMIL": "Taml",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
}
# Languages that are not written in Latin letters (CLDR, likely subtags), by their scripts.
_WRITTEN = {
    "Arab": "ar ckb fa ks ps sd ug ur",
    "Hebr": "he yi",
    "Cyrl": "be bg kk ky mk mn ru sr tg uk",
    "Grek": "el",
    "Hani": "ja zh",
    "Hang": "ko",
    "Thai": "th",
    "Deva": "hi mr ne",
    "Beng": "as bn",
    "Taml": "ta",
    "Armn": "hy",
    "Geor": "ka",
}
_USUAL = {language: script for script, some in _WRITTEN.items() for language in some.split()}
_JAPANESE = ("Hani", "Hira", "Kana")


def foreign(text: str, language: str) -> str:
    """The tag for a text whose first letter is not of the language's script; "" where it is."""
    script = next((found for c in text if c.isalpha() and (found := _script(c))), "")
    base = primary_subtag(language)
    usual = _USUAL.get(base, "Latn")
    at_home = script == usual or (base == "ja" and script in _JAPANESE)
    return "" if not script or at_home else f"und-{script}"


def _script(letter: str) -> str:
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")
