"""Bytes to text: UTF-8 only, one kind of line end, and no character that hides or deceives.

Every fault has its line and column, and reading goes on with a mended text, so that one run can
tell everything that is wrong with a file.
"""

import posixpath
import unicodedata

from builder.ground.diagnostics import Diagnostic, Edit, Fix, Location, error, warning
from builder.ground.expressions import expression
from builder.load.conflicts import without_conflicts
from builder.load.garbled import garbled

MENDED = "\N{REPLACEMENT CHARACTER}"

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_BIDI = "\u202a-\u202e\u2066-\u2069"
# Control characters but tab and line feed; U+2028 and U+2029, which some programs take for line
# ends and others do not; a byte order mark inside the text; surrogates and non-characters.
_REFUSED = expression(
    f"[{_BIDI}\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_OVERRIDES = frozenset(("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"))
_DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"%PDF-")
"""How files of word processors begin: .docx and .odt, old .doc, rich text, PDF."""
_MOST = 20  # a file of nothing but faults is described by its first few


def decode(data: bytes, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a file, with line feeds as line ends and without a byte order mark.

    Args:
        data: the bytes of the file.
        path: its path, for the diagnostics.

    Returns:
        The text, mended where it was faulty, and `bad-encoding`, `control-character`,
        `bidi-override` and `merge-conflict` errors, or `not-nfc` and `garbled-text` warnings.
    """
    text, faults = _decoded(data, path)
    text = text.removeprefix(_BOM)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if faults:  # what is refused in a text that was guessed is no fault of its own
        text = _REFUSED().sub(MENDED, text)
    else:
        text, faults = mend(text, path)
    text, conflicts = without_conflicts(text, path)
    return text, faults + conflicts or _decomposed(text, path) + garbled(text, path)


def _decomposed(text: str, path: str) -> tuple[Diagnostic, ...]:
    """The `not-nfc` warning: letters and accents stand apart, as some programs save them."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return ()
    lines = enumerate(text.split("\n"), 1)
    apart = [(n, line) for n, line in lines if not unicodedata.is_normalized("NFC", line)]
    edits = tuple(
        Edit(Location(path, number, 1, len(line)), unicodedata.normalize("NFC", line))
        for number, line in apart
    )
    number, line = apart[0]
    same = len(posixpath.commonprefix([line, edits[0].replacement]))
    fault = warning(
        "not-nfc",
        "Accents are stored apart from their letters here, where some searches do not find them.",
        Location(path, number, same + 1, 1),
        "Type “backstory check --fix”: it joins them (Unicode NFC), and readers see no difference.",
    )
    return (fault._replace(fix=Fix("Join letters and accents (Unicode NFC).", edits)),)


def _decoded(data: bytes, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    if data.startswith(_DOCUMENTS):
        message = "This is no plain text, but a document of a word processor under another name."
        hint = "Open it there, and save it as plain text with the encoding UTF-8."
        return "", (error("bad-encoding", message, Location(path), hint),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        guess, codec = _guess(data)
        # Bytes of UTF-16 are no letters to count: such a file is wrong as a whole.
        before = "" if codec == "utf-16" else data[: fault.start].decode("utf-8")
        return data.decode(codec, "replace"), (_bad_encoding(before, guess, path),)
    return text, ()


def _bad_encoding(before: str, guess: str, path: str) -> Diagnostic:
    before = before.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    message = f"The file is not UTF-8 text; it looks like {guess.upper()}."
    if guess == "damaged":
        message = "The file is damaged: the bytes here are not UTF-8 text."
    return error(
        "bad-encoding", message, _behind(before, path), "Save it again with the encoding UTF-8."
    )


def _behind(before: str, path: str) -> Location:
    """The character of a file that follows this beginning of its text."""
    return Location(path, before.count("\n") + 1, len(before) - before.rfind("\n"), 1)


def _guess(data: bytes) -> tuple[str, str]:
    """What the bytes look like, for people, and the codec to go on with."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16", "utf-16"
    if any(char > "\x7f" for char in data.decode("utf-8", "ignore")):
        return "damaged", "utf-8"
    return "Windows-1252", "cp1252"


def mend(text: str, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """`text` with refused characters replaced by U+FFFD, and an error for each of the first few."""
    found = list(_REFUSED().finditer(text))
    if not found:
        return text, ()
    faults = tuple(
        _refusal(match[0], _behind(text[: match.start()], path), len(found))
        for match in found[:_MOST]
    )
    return _REFUSED().sub(MENDED, text), faults


def mend_at(text: str, place: Location) -> tuple[str, tuple[Diagnostic, ...]]:
    """`mend` for what an entity or an escape stands for: all of it stands at this place."""
    mended, faults = mend(text, place.path)
    return mended, tuple(fault._replace(location=place) for fault in faults)


def _refusal(char: str, place: Location, count: int) -> Diagnostic:
    name = f"U+{ord(char):04X}"
    if known := unicodedata.name(char, ""):
        name += f", {known.lower()}"
    more = f" The file holds {count} such characters." if count > _MOST else ""
    if unicodedata.bidirectional(char) in _OVERRIDES:
        message = (
            f"An invisible character makes the text here read otherwise than it is ({name}).{more}"
        )
        hint = "Delete it; right-to-left words need no such character."
        return error("bidi-override", message, place, hint)
    message = f"A character that cannot be shown stands here ({name}).{more}"
    is_misread = "\x80" <= char <= "\x9f"  # bytes of UTF-8 that were read as Latin-1
    hint = "Copy the words anew: a program has misread them." if is_misread else "Delete it."
    return error("control-character", message, place, hint)
