"""The texts of entries and further pages, studied together: they change seldom, and are short."""

from collections.abc import Mapping

from builder.ground.values import Value, decoding, name_of
from builder.inspect.examining import KnownNames
from builder.inspect.names.standing import standing
from builder.link.names.choosing import mentions
from builder.link.names.lexicon import Lexicon
from builder.model.annotations import TextKey
from builder.model.content import Content
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.model.studies import Searched
from builder.write.memory import OF_SITE, Memory


class _Known(Value, frozen=True):
    """What is remembered of a text: the digest it had, and what was found in it."""

    digest: str
    found: Searched


def study_texts(
    frame: Content, lexicon: Lexicon, known: KnownNames, memory: Memory
) -> Mapping[TextKey, Searched]:
    """What is in every text of entries and further pages; a text is searched where it changed.

    Args:
        frame: The site without its articles.
        lexicon: Its names.
        known: The same, as checks know them.
        memory: What earlier builds found out.
    """
    key = name_of((lexicon.identity, known.identity))
    data = memory.get("texts", OF_SITE, "", key)
    before = dict(decoding(tuple[tuple[TextKey, _Known], ...])(data)) if data is not None else {}
    found = {
        text: _recalled(before.get(text), prose) or _searched(prose, host, lexicon, known)
        for text, host, prose in frame.texts
    }
    kept = [(text, _Known(prose.digest, found[text])) for text, _, prose in frame.texts]
    if kept != list(before.items()):
        memory.note("texts", OF_SITE, "", key, kept)
    return found


def _recalled(known: _Known | None, prose: Prose) -> Searched | None:
    """What was found in a text before; None where it has changed, or a doubt has its place."""
    if known is None or known.digest != prose.digest or known.found.doubts:
        return None
    return known.found


def _searched(prose: Prose, host: Ref | None, lexicon: Lexicon, known: KnownNames) -> Searched:
    found = mentions(prose, lexicon, host)
    stands = standing(prose.text, found.mentions, known.finder)
    return Searched(found.mentions, found.doubts, stands)
