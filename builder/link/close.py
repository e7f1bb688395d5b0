"""Close reading of an article: the mentions in each of its texts, and the sentences around them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from builder.ground.values import Value, name_of
from builder.link.names.choosing import mentions
from builder.link.names.lexicon import Lexicon
from builder.link.sentences import Sentences
from builder.model.annotations import Mention, mention_anchor, mentioned
from builder.model.articles import Article
from builder.model.refs import Ref
from builder.model.studies import NAME_LENGTH, Close, Doubt, Met, Names, Naming, Said, Text

T = TypeVar("T")


class Reading(Value, frozen=True):
    """What close reading finds: for the article itself, for its study, and for pages of entries.

    `said`: for each subject of the body, as `kind:id`, the sentences that mention it. `gist`: a
    digest of whom the body names how often, in which sentences and with whom. `met`, `names`,
    `linked`, `together` and `doubts` are those of `Study`.
    """

    close: Close
    said: Mapping[str, tuple[Said, ...]]
    met: tuple[Met, ...]
    names: Names
    linked: tuple[int, ...]
    together: tuple[tuple[int, ...], ...]
    doubts: tuple[Doubt, ...]
    gist: str


def read_closely(article: Article, lexicon: Lexicon) -> Reading:
    """The mentions of an article, the sentences around those of its body, what is undecided."""
    texts: list[Text] = []
    doubts: list[Doubt] = []
    above: set[Ref] = set()
    for field, prose in article.texts:
        found = mentions(prose, lexicon, above=above)
        above.update(mention.subject for mention in found.mentions)
        texts.append(Text(field, prose.digest, found.mentions))
        doubts += found.doubts
    body = texts[-1].mentions
    sentences = Sentences(article.body)
    numbers = [sentences.numbers(mention.start, mention.end) for mention in body]
    said = _said(body, numbers, sentences)
    met = _places(mentioned(_mentions(texts)))
    names, together = tuple(_names(article, body, said, met)), tuple(_together(body, numbers, met))
    return Reading(
        close=Close(tuple(texts)),
        said={str(subject): found for subject, found in said.items()},
        met=tuple(lexicon.numbers.get(ref, ref) for ref in met),
        names=Names.of(names),
        linked=tuple(_places(met[m.ref] for m in _mentions(texts) if m.choice.links)),
        together=together,
        doubts=tuple(doubts),
        gist=_gist(names, together, tuple(met)),
    )


def _mentions(texts: Iterable[Text]) -> Iterator[Mention]:
    return (mention for text in texts for mention in text.mentions)


def _places(found: Iterable[T]) -> dict[T, int]:
    """Each thing once, in the order of reading, with its number: {a: 0, b: 1} of a, b, a."""
    return {one: place for place, one in enumerate(dict.fromkeys(found))}


def _said(
    body: Iterable[Mention], numbers: Iterable[tuple[int, int]], sentences: Sentences
) -> dict[Ref, tuple[Said, ...]]:
    """By subject, every sentence that mentions it, once; `numbers` are those of each mention."""
    found: dict[Ref, dict[str, Said]] = defaultdict(dict)
    looked: set[tuple[Ref, int, int]] = set()
    for mention, (begins, ends) in zip(body, numbers, strict=True):
        where = mention.subject, begins, ends
        if where in looked:  # a long sentence may name somebody thousands of times
            continue
        looked.add(where)
        said = sentences.around(mention.start, mention.end, mention_anchor(mention.ref, mention.n))
        found[mention.subject].setdefault(said.before + said.match + said.after, said)
    return {ref: tuple(once.values()) for ref, once in found.items()}


def _names(
    article: Article,
    body: Iterable[Mention],
    said: Mapping[Ref, tuple[Said, ...]],
    met: Mapping[Ref, int],
) -> Iterator[Naming]:
    """Whom the body names, in the order in which it does; `met` has their places."""
    counted = Counter((mention.ref, mention.subject) for mention in body)
    where = article.slug, article.front.title
    named = {
        subject: name_of((where, sentences))[:NAME_LENGTH] for subject, sentences in said.items()
    }
    for (ref, subject), times in counted.items():
        yield Naming(met[ref], met[subject], times, named[subject])


def _gist(names: Iterable[Naming], together: Iterable[tuple[int, ...]], met: Sequence[Ref]) -> str:
    named = [(met[n.entry], met[n.subject], n.times, n.sentences) for n in names]
    return name_of((named, [[met[place] for place in places] for places in together]))


def _together(
    body: Iterable[Mention], numbers: Iterable[tuple[int, int]], met: Mapping[Ref, int]
) -> Iterator[tuple[int, ...]]:
    """The subjects of every sentence that names several, a person among them."""
    named: dict[int, dict[Ref, None]] = defaultdict(dict)
    for mention, (begins, _) in zip(body, numbers, strict=True):
        named[begins].setdefault(mention.subject)
    for subjects in named.values():
        if len(subjects) > 1 and any(ref.kind == "person" for ref in subjects):
            yield tuple(met[ref] for ref in subjects)
