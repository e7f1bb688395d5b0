"""A catalogue that cannot be used is a fault of the site's, with a place: file and line."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser

from builder.ground.diagnostics import error
from builder.ground.expressions import expression
from builder.render.faults import line_of
from builder.sources.files import TextFile
from builder.sources.troubles import Flawed

_QUOTED = expression(
    r'''(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?) +)?"(?:[^"\\]|\\.)*"'''
)
_PLACE = expression(r"%\((\w+)\)s")
_MOST_FORMS = 9  # Arabic has six
_GUIDE = "docs/translating.md tells how a catalogue is written."


class _Bounded(Catalog):
    """A catalogue of no more plural forms than a language can have: Babel makes room for each."""

    @property
    def num_plurals(self) -> int:
        """The number of forms. Raises ValueError where there are too many."""
        number = super().num_plurals
        if number > _MOST_FORMS:
            raise ValueError(f"no language has {number} plural forms")
        return number


def read(po: TextFile) -> Catalog:
    """The messages of a catalogue. Raises Flawed, and what `readable` turns into it."""
    for number, line in enumerate(po.data.decode().split("\n"), 1):
        text = line.strip().removeprefix("\ufeff")
        if text and not text.startswith("#") and not _QUOTED().fullmatch(text):
            raise _flawed(po, number, "This line of the catalogue cannot be read.", _GUIDE)
    catalog = _Bounded()
    PoFileParser(catalog, abort_invalid=True).parse(BytesIO(po.data))
    if catalog.locale is None:  # Babel hands on the Plural-Forms of a language it knows alone
        catalog.locale = Locale("en")
    for message in catalog:
        _refuse_unfit(po, message)
    return catalog


@contextmanager
def readable(po: TextFile) -> Iterator[None]:
    """Turn what is wrong with a catalogue as a whole into `Flawed`."""
    try:
        yield
    except PoFileError as failure:
        sentence, hint = "This message of the catalogue cannot be read.", _GUIDE
        if "num_plurals" in str(failure):
            sentence = "This message has more forms than its language by Plural-Forms in the head."
            hint = "Take out the last msgstr[…], here and below, or correct nplurals in the head."
        raise _flawed(po, failure.lineno + 1, sentence, hint) from failure
    except (ArithmeticError, LookupError, ValueError) as failure:
        sentence = f"The catalogue cannot be read: {str(failure).rstrip('.')}."
        raise _flawed(po, 1, sentence, "Look at its head, and save it as UTF-8.") from failure


def _refuse_unfit(po: TextFile, message: Message) -> None:
    """Refuse a translation that asks for what its message does not have. Raises Flawed."""
    said, translated = _forms(message.id), _forms(message.string)
    given = dict.fromkeys(_PLACE().findall(" ".join(said)), "")
    if len(said) > 1:
        given["num"] = ""
    for form in translated if message.id and not message.fuzzy else ():
        try:
            form % given
        except (KeyError, TypeError, ValueError) as failure:
            raise _flawed(
                po,
                message.lineno or 1,
                f"The translation of “{said[0]}” cannot be filled in: “{form}”.",
                "Keep what stands between %( and )s as it is in English; a percent sign is %%.",
            ) from failure


def _forms(words: str | list[str] | tuple[str, ...] | None) -> list[str]:
    """The forms of a message: one, or one for each plural."""
    return [words] if isinstance(words, str) else list(words or ())


def _flawed(po: TextFile, line: int, sentence: str, hint: str) -> Flawed:
    """The fault of a catalogue at a line."""
    return Flawed(error("template-failed", sentence, line_of(po, line), hint))
