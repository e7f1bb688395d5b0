"""The texts of entries and further pages, studied together: they change seldom, and are short."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from builder.ground.values import decoding, name_of
from builder.inspect.examining import Known
from builder.inspect.standing import standing
from builder.link.choosing import mentions
from builder.link.lexicon import Lexicon
from builder.load.content import articles_in
from builder.model.annotations import TextKey
from builder.model.content import Content
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.model.studies import Searched
from builder.sources.files import TextFile
from builder.write.memory import Memory

_OF = "site.yaml"
"""The file that what is found out about all texts is remembered of."""


def study_texts(
    frame: Content, lexicon: Lexicon, known: Known, texts: Mapping[str, TextFile], memory: Memory
) -> Mapping[TextKey, Searched]:
    """What is in every text of entries and further pages; remembered while no file of them changes.

    Args:
        frame: The site without its articles.
        lexicon: Its names.
        known: The same, as checks know them.
        texts: The files of the site.
        memory: What earlier builds found out.
    """
    articles = frozenset(articles_in(texts))
    files = sorted((f.path, f.digest) for path, f in texts.items() if path not in articles)
    key = name_of((lexicon.identity, known.identity, files))
    data = memory.get("texts", _OF, "", key)
    if data is not None:
        return dict(_decoded()(data))
    found = {text: _searched(prose, host, lexicon, known) for text, host, prose in frame.texts}
    memory.note("texts", _OF, "", key, list(found.items()))
    return found


def _searched(prose: Prose, host: Ref | None, lexicon: Lexicon, known: Known) -> Searched:
    found = mentions(prose, lexicon.names, lexicon.subjects, lexicon.linking, host)
    stands = standing(prose.text, found.mentions, known.finder)
    return Searched(found.mentions, found.doubts, stands)


@cache
def _decoded() -> Any:
    return decoding(tuple[tuple[TextKey, Searched], ...])
