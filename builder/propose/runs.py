"""Words with capitals that stand together in an English text, as the words of names do."""

import re
from collections.abc import Iterator

from builder.ground.expressions import expression
from builder.ground.values import Value
from builder.inspect.names.titles import NAME, PARTICLES, titled_names
from builder.model.prose import Prose

_RUN = expression(rf"(?<![\w.’'@#/&-]){NAME}(?:\s(?:(?:{'|'.join(PARTICLES)})[\s-])*{NAME})*")
_WORD = expression(r"\S+")
_GENITIVE = expression(r"[’'](?=s?$)")
_ARTICLE = expression(r"\b(?:[Tt]he|[Aa]n?|St\.)\s$")
OPENINGS = frozenset(
    "A According After Against All Also Although Among An And As At Because Before Between Both "
    "But By Copyright Dear Despite During Earlier Even For From He Hello Her Here Hi His How "
    "However I If In Instead It Its Last Later Like Many Meanwhile Most My Next No Not Now Of On "
    "One Only Or Our Over She Since So Some Still That The Their Then There These They This Those "
    "Though Three Through To Today Together Two Under Unlike Until Upon We What When Where Which "
    "While Who Whose Why With Within Without Yesterday Yet You".split()
)
"""What begins a sentence with a capital, and no name."""


class Run(Value, frozen=True):
    """Words with capitals, at `text[start:end]`, and the title before them, or "".

    `has_article`: “the”, “a” or “an” stands before them, or “St.”, behind which stands a place.
    """

    words: tuple[str, ...]
    start: int
    end: int
    has_article: bool
    title: str

    @property
    def name(self) -> str:
        """The words on one line."""
        return " ".join(self.words)


def runs(prose: Prose) -> Iterator[Run]:
    """The runs in a text, in order, headings left out; a genitive ends one."""
    titles = {titled.start: titled.title for titled in titled_names(prose)}
    for leaf in prose.leaves:
        if leaf.zone != "heading":
            for found in _RUN().finditer(prose.text, leaf.start, leaf.end):
                yield from _apart(prose.text, found, titles)


def _apart(text: str, found: re.Match[str], titles: dict[int, str]) -> Iterator[Run]:
    """The words that were found, divided behind a title and behind a genitive."""
    words: list[re.Match[str]] = []
    for word in _WORD().finditer(text, *found.span()):
        if word.start() in titles:
            words = []
        words.append(word)
        if _GENITIVE().search(word[0]):
            yield from _run(text, words, titles)
            words = []
    yield from _run(text, words, titles)


def _run(text: str, words: list[re.Match[str]], titles: dict[int, str]) -> Iterator[Run]:
    while words and _opens(text, words[0]):
        words = words[1:]
    if words:
        start = words[0].start()
        bare = tuple(_GENITIVE().split(word[0])[0] for word in words)
        end = words[-1].start() + len(bare[-1])
        has_article = _ARTICLE().search(text, max(0, start - 4), start) is not None
        yield Run(bare, start, end, has_article, titles.get(start, ""))


def _opens(text: str, word: re.Match[str]) -> bool:
    """Whether a word begins its sentence and is no name: “But”, “Visiting”."""
    begins = text[max(0, word.start() - 2) : word.start()].strip() in ("", ".", "“", '"')
    return word[0] in OPENINGS or (begins and word[0].endswith("ing"))
