"""Invented people, acronyms and terms, with the overlaps that names have in life."""

import json

from bench.prose import Writer
from bench.words import Named

ACRONYM_LETTERS = "ABCDEFGHILMNOPRSTUVW"


def invented(writer: Writer, count: int) -> list[Named]:
    """So many entries; no name is used twice."""
    seen: set[str] = set()
    made: list[Named] = []
    terms: list[str] = []
    while len(made) < count:
        named = _one(writer, terms)
        names = {named[0], *named[2]}
        if not names & seen:
            seen |= names
            made.append(named)
    return made


def slug(name: str) -> str:
    """A name as an id: small ASCII letters and digits with hyphens between."""
    return "-".join(
        "".join(c.lower() if c.isascii() and c.isalnum() else " " for c in name).split()
    )


def quoted(text: str) -> str:
    """A text as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)


def _one(writer: Writer, terms: list[str]) -> Named:
    kind = writer.random.random()
    if kind < 0.4:
        return _person(writer)
    if kind < 0.65:
        return _acronym(writer)
    name = _term(writer, terms)
    terms.append(name)
    return name, "term", ()


def _person(writer: Writer) -> Named:
    family = writer.syllables(2, 3).capitalize()
    return f"{writer.first_name()} {family}", "person", (family,)


def _acronym(writer: Writer) -> Named:
    length = writer.random.randint(3, 5)
    name = "".join(writer.random.choice(ACRONYM_LETTERS) for _ in range(length))
    if writer.random.random() >= 0.5:
        return name, "acronym", ()
    return name, "acronym", (" ".join(writer.syllables(2, 2).capitalize() for _ in name),)


def _term(writer: Writer, earlier: list[str]) -> str:
    """Some terms are longer ones of others: there the longest match must win."""
    if earlier and writer.random.random() < 0.15:
        return f"{writer.random.choice(earlier)} {writer.syllables(2, 2)}"
    return " ".join(writer.syllables(2, 3) for _ in range(writer.random.randint(1, 2)))
