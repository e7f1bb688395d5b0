"""People's names behind titles, in English texts: “President Trump”, “Gen. Mark Milley”."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from builder.ground.automaton import Hit, finder
from builder.ground.expressions import expression
from builder.ground.grouping import grouped
from builder.ground.values import Value
from builder.model.prose import Prose, leaf_at

# A single name may follow the personal ones; after the others, which begin other names too (General
# Motors, King Street), two are wanted.
_PERSONAL_POSTS = (
    *("President", "Vice President", "Prime Minister", "Premier", "Senator", "Congressman"),
    *("Congresswoman", "Pope"),
)
_PERSONAL = (
    *_PERSONAL_POSTS,
    *("Ayatollah", "Professor", "Colonel", "Admiral", "Sergeant", "Sheikh", "Mr", "Mrs", "Ms"),
    *("Dr", "Prof", "Gen", "Lt Gen", "Maj Gen", "Brig Gen", "Col", "Lt Col", "Lt", "Sgt", "Capt"),
    *("Cmdr", "Adm", "Sen", "Rep", "Gov", "Rev"),
)
_PLAIN_POSTS = (
    *("Governor", "Chancellor", "Minister", "Ambassador", "Mayor", "Foreign Minister"),
    *("Defence Minister", "Defense Minister", "Finance Minister", "Interior Minister"),
    *("Health Minister", "Secretary of State", "Defense Secretary", "Defence Secretary"),
    *("Foreign Secretary", "Home Secretary", "Secretary-General", "Secretary General"),
    *("Attorney General", "Speaker", "Chief Justice", "Archbishop", "Supreme Leader"),
)
_PLAIN = (
    *_PLAIN_POSTS,
    *("General", "Major General", "Brigadier General", "Lieutenant General", "Captain"),
    *("Lieutenant", "Commander", "Judge", "Justice", "King", "Queen", "Prince", "Princess", "Lord"),
    *("Lady", "Sir", "Dame", "Bishop", "Cardinal", "Imam", "Rabbi", "Reverend", "Crown Prince"),
)
POSTS = frozenset((*_PERSONAL_POSTS, *_PLAIN_POSTS))
"""The titles that tell a post, and not a rank or a form of address."""
# A capitalised word after a title that makes it another thing than a person.
NO_PERSON = frozenset(
    "Academy Accounting Act Administration Affairs Agency Airport And Assembly Assistant "
    "Associates Avenue Award Bird Board Bridge Bureau Center Centre Chair Church City College "
    "Commission Commissioner Committee Company Conference Corps Council Counsel County Court Day "
    "Department Deputy Directorate District Drive Elect Electric Emeritus Executive For "
    "Foundation Fund Group Harbour Hospital Hotel House In Innovation Inspector Institute Island "
    "Lake League Library Manager Medal Mills Minister Ministry Motors Museum Of Office Officer "
    "Order Park Party Prize Program Programme Project Region Regulation Relativity Release Report "
    "Research Road School Secretary Series Service Services Society Staff Station Store Street "
    "System Systems Team The Tower Trust Union University Ward Who".split()
)


# Some also join the name with a hyphen: al-Maliki.
PARTICLES = (
    *("al", "el", "bin", "ibn", "de", "del", "della", "da", "di", "du", "la", "le"),
    *("van", "von", "der", "den", "ter"),
)
LARGE = "[A-Z\u00c0-\u00de\u0100-\u017f\u0391-\u03a9\u0410-\u042f]"
_LETTER = "(?:[^\\W\\d_]|[\u0300-\u036f])"  # an accent may stand apart from its letter
NAME = rf"(?:{LARGE}\.\s?)*{LARGE}{_LETTER}*(?:[-’']{_LETTER}+)*"
_FOLLOWING = expression(rf"(?:\s(?:(?:{'|'.join(PARTICLES)})[\s-])*{NAME}){{1,4}}")


def is_title(word: str) -> bool:
    """Whether a single word is a title that stands before names."""
    return word in _PERSONAL or word in _PLAIN


class _Beginnings(Value, frozen=True):
    """Finds the first words of titles; for each of them the titles, the longest first."""

    find: Callable[[str], list[Hit]]
    titles: tuple[tuple[str, ...], ...]


@cache
def _beginnings() -> _Beginnings:
    longest_first = sorted((*_PERSONAL, *_PLAIN), key=len, reverse=True)
    found = grouped((re.split("[ -]", title)[0], title) for title in longest_first)
    return _Beginnings(finder(found), tuple(map(tuple, found.values())))


class TitledName(Value, frozen=True):
    """A person's name at `text[start:end]`, and the title before it, on one line."""

    title: str
    start: int
    end: int


def titled_names(prose: Prose) -> Iterator[TitledName]:
    """People's names behind titles in the running text."""
    for before, after in _titled(prose):
        title, start = " ".join(before[1].split()), after.start() + 1
        if name := _person(title, after[0][1:]):
            yield TitledName(title, start, start + len(name))


def _titled(prose: Prose) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """The titles in the running text, each with something like a name that follows it."""
    text, leaves, titles = prose.text, prose.leaves, _beginnings().titles
    done = 0
    for first, start, end in _beginnings().find(text):
        if start < done or not _is_word(text, start, end):
            continue
        leaf = leaf_at(leaves, start)
        for title in titles[first] if leaf.zone != "heading" else ():
            before = _expression(title).match(text, start, leaf.end)
            after = before and _FOLLOWING().match(text, before.end(), leaf.end)
            if before and after:
                if not _begins_with_title(after[0]):  # else the name is that one's
                    yield before, after
                    done = after.end()
                break


def _begins_with_title(following: str) -> bool:
    """Whether the words after a title begin with another; King alone is a surname there."""
    first, *others = following.split()
    return first in _PERSONAL or (first in _PLAIN and bool(others))


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital begins and ends there, not behind a hyphen."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before in ("_", "-") or "a" <= after <= "z")


@cache
def _expression(title: str) -> re.Pattern[str]:
    """A title before a space. Few are in a text: to compile them all takes its time."""
    words = title.replace(" ", r"\.?\s")
    return re.compile(rf"({words})\.?(?=\s)")


def _person(title: str, following: str) -> str:
    """The words after a title that are a person's name; "" where they are something else."""
    words: list[str] = []
    for word in re.split(r"\s", following):
        bare = re.split(r"[’'](?=s?$)", word)[0]
        if bare in NO_PERSON or bare in _PERSONAL:
            return ""
        if not _begins_large(bare) and bare not in PARTICLES:
            break
        words.append(bare)
        if bare != word:
            break
    while words and (words[-1] in PARTICLES or is_honour(words[-1])):
        words.pop()
    single = title.replace(".", "") in _PERSONAL
    named = [word for word in words if _begins_large(word) and len(word.strip(".")) > 1]
    if len(words) < (1 if single else 2) or not named or all(word.isupper() for word in named):
        return ""
    return following[: len(" ".join(words))]


def _begins_large(word: str) -> bool:
    particle, _, name = word.partition("-")
    return word[:1].isupper() or (particle in PARTICLES and name[:1].isupper())


def is_honour(word: str) -> bool:
    """Whether it is letters after a name, such as DBE; III and other numerals belong to it."""
    return len(word) > 1 and word.isupper() and word.isalpha() and not set(word) <= set("IVX")
