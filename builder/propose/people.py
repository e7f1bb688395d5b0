"""People whom an article in English names in full, where something shows that they are people.

Capital letters do not show it: places and organizations have them too. What shows it is a common
given name, a title or a word such as “lawyer” before the name, years of life behind it, or that the
article goes on to call them by the surname alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from builder.ground.expressions import expression
from builder.ground.text import one_form
from builder.ground.values import Value, replaced
from builder.inspect.names.accents import plain
from builder.inspect.names.somebody import is_somebody
from builder.inspect.names.titles import NO_PERSON, POSTS, is_honour, is_title
from builder.model.articles import Article
from builder.model.dates import MONTHS, WEEKDAYS
from builder.propose.namewords import GIVEN_NAMES, PLACES, THINGS
from builder.propose.personsigns import is_shown
from builder.propose.runs import Run, runs
from builder.propose.samepeople import Key, called_alone, same_people, spellings

_SMALL = expression(r"\b[a-z]+\b")
_PARTS = frozenset(("Abdul", "Kim"))
"""Given names that begin a longer one as well, or are a surname that stands first: Kim Jong-un."""
_NO_NAMES = NO_PERSON.union(THINGS, MONTHS, WEEKDAYS)


class Person(Value, frozen=True):
    """A person's full name, how it sorts, other names that the article uses, and a post.

    What the article does not show is "".
    """

    name: str
    sort_name: str
    other_names: tuple[str, ...]
    post: str


def people(article: Article, known: Iterable[str]) -> Iterator[Person]:
    """The people whom the text names in full, in order, but for those with a known name.

    `known` are the names of all entries, made comparable. As in the text itself, people whose first
    and last names are the same are one, with their accents or without.
    """
    text, closed = article.body.text, article.body.under("code", "nolink")
    found = [run for run in runs(article.body) if not closed.overlap(run.start, run.end)]
    names = frozenset(known)
    known_ends = set(map(_ends, names))
    alone = _alone(found)
    surnames = alone.difference(word.capitalize() for word in _SMALL().findall(text))
    named = _shown(text, found, surnames)
    called = called_alone(named, found, article.front.title)
    beginnings = {run.name.rpartition(" ")[0] for same in named.values() for run in same}
    for key, same in named.items():
        name, *others = spellings(same)
        if name not in beginnings and _ends(one_form(name)) not in known_ends:
            post = next((run.title for run in same if run.title in POSTS), "")
            surname = next((last for last in _lasts(same) if last in alone), "")
            is_called = key in called and one_form(surname) not in names
            yield _person(name, others, surname, post, is_called=is_called)


def _shown(text: str, found: Sequence[Run], surnames: set[str]) -> dict[Key, list[Run]]:
    """The people of a text, with the runs that name them in full.

    That a surname stands alone shows that its name is a person's; but not where another person has
    it, nor where the name has an article: the Dow Jones.
    """
    named = same_people(_full(found))
    shown = {key for key, same in named.items() if any(_shows(text, run) for run in same)}
    lasts = {last for _, last in shown}
    things = {run.name for run in found if run.has_article and not run.title}
    return {
        key: same
        for key, same in named.items()
        if key in shown
        or (
            key[1] not in lasts
            and not surnames.isdisjoint(_lasts(same))
            and things.isdisjoint(run.name for run in same)
        )
    }


def _shows(text: str, run: Run) -> bool:
    """Whether a name, or what is around it, shows that it is a person's."""
    return run.words[0] in GIVEN_NAMES or is_shown(text, run)


def _lasts(same: Iterable[Run]) -> list[str]:
    """The surnames in a person's names: they differ by accents at most."""
    named = (_named(run.words) for run in same)
    return list(dict.fromkeys(words[-1] for words in named if len(words) > 1))


def _ends(name: str) -> Key:
    """The first word of a name, and the last, without accents."""
    return plain(name.partition(" ")[0]), plain(name.rpartition(" ")[2])


def _person(
    name: str, others: Sequence[str], surname: str, post: str, *, is_called: bool
) -> Person:
    """A person; `is_called`: the surname alone means them, and becomes one of their names.

    Where that ends the name, the site sorts by it, and no `sort_name` is needed.
    """
    if surname and is_called:
        sort_name = "" if name.endswith(f" {surname}") else _sort_name(name, surname)
        return Person(name, sort_name, (*others, surname), post)
    return Person(name, _sort_name(name, surname or _surname(name)), tuple(others), post)


def _surname(name: str) -> str:
    """What stands behind a common given name, if that is one word; of more it may be a part."""
    given, *rest = _named(name.split())
    return rest[0] if len(rest) == 1 and given in GIVEN_NAMES.difference(_PARTS) else ""


def _sort_name(name: str, surname: str) -> str:
    """“Seely, William III”; "" without a surname."""
    rest = " ".join(word for word in name.split() if word != surname)
    return f"{surname}, {rest}" if surname else ""


def _named(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without a numeral behind it: “William Seely” of “William Seely III”."""
    return words[:-1] if set(words[-1]) <= set("IVX") else words


def _alone(found: Iterable[Run]) -> set[str]:
    """The words that stand alone as names do: more often without an article than with one."""
    counts = Counter[str]()
    for run in found:
        if len(run.words) == 1:
            counts[run.words[0]] += -1 if run.has_article else 1
    return {word for word, count in counts.items() if count > 0}


def _full(found: Iterable[Run]) -> Iterator[tuple[Key, Run]]:
    """What may be full names, each with its first and last word; the rest of the run left out."""
    for run in found:
        bare = replaced(run, words=tuple(_bare(run.words)))
        if _may_be_person(bare):
            yield (plain(bare.words[0]), plain(_named(bare.words)[-1])), bare


def _bare(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without those for somebody before it, or letters such as FRS behind."""
    told = [index for index, word in enumerate(words[:-1], 1) if is_somebody(word.lower())]
    words = words[told[-1] :] if told else words
    while len(words) > 2 and is_honour(words[-1]):
        words = words[:-1]
    return words


def _may_be_person(run: Run) -> bool:
    """Whether nothing about the words of a name speaks against a person's."""
    if not 2 <= len(run.words) <= 5 or (run.has_article and not run.title):
        return False
    return not (
        run.words[0] in PLACES
        or len(run.words[-1].strip(".")) < 2
        or any(_is_no_name(word) for word in run.words)
    )


def _is_no_name(word: str) -> bool:
    """Whether a word stands in no person's name: an acronym, a title, a word for a thing."""
    return is_honour(word) or is_title(word) or word in _NO_NAMES
