"""Names that are everyday words: listed as a name, “he” would link wherever it stands."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.text import is_english
from builder.link.names.naming import every_name
from builder.model.content import Content

_EVERYDAY = frozenset(
    "a an and he her hers herself him himself his i in it its me my of our ours she that the their "
    "theirs them they this to us we who you your".split()
)


def everyday_names(content: Content) -> Iterator[Diagnostic]:
    """`everyday-name`: articles, pronouns and the like among the names of a site in English.

    All in capitals it is another word: US, IT, WHO.
    """
    if not is_english(content.settings.language):
        return
    for name in every_name(content):
        word = name.written
        if name.is_sought and word in (word.lower(), word.title()) and word.lower() in _EVERYDAY:
            yield warning(
                "everyday-name",
                f"“{word}” is an everyday word, which would link wherever it stands.",
                name.location,
                "Take it out: who or what it means, the words around it tell. If it must be shown "
                "as a name, give it `match: never`.",
            )
