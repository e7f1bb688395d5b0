"""The corpora: neutral news of a given size, the same bytes for the same size on every machine."""

import datetime
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.naming import invented, quoted, slug
from bench.prose import Writer, weights
from bench.words import SAMPLE_ENTRIES, SECTIONS, Named

SEED = 20261122
SIZES = {"S": (1, 30), "M": (1_000, 300), "L": (10_000, 1_000)}
SAMPLE = Path(__file__).parent.parent / "tests" / "seed_article.txt"
DEVICES = frozenset({"con", "nul", "prn"})
"""Names that Windows keeps for devices, so that no file may have them; acronyms come upon them."""
SENTENCES = 46
MENTIONS = 20


class Entry(NamedTuple):
    """A person, an acronym or a term; `body` is Markdown."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    summary: str
    body: str


class Story(NamedTuple):
    """An article; `body` is Markdown."""

    slug: str
    title: str
    date: str
    summary: str
    body: str


class Corpus(NamedTuple):
    """All that a site is laid out from. The edits are made to the first story and entry."""

    size: str
    stories: tuple[Story, ...]
    entries: tuple[Entry, ...]


def corpus(size: str) -> Corpus:
    """The corpus S (the sample article), M, L, or N articles by M entries for `NxM`."""
    writer = Writer(SEED)
    if size == "S":
        entries = _described(writer, SAMPLE_ENTRIES)
        return Corpus(size, (_sample(SAMPLE.read_text(encoding="utf-8")),), entries)
    count, names = counts(size)
    entries = _described(writer, invented(writer, names))
    often = weights(len(entries), 5, 0.7)
    stories = (_story(writer, number, entries, often) for number in range(count))
    return Corpus(size, tuple(stories), entries)


def counts(size: str) -> tuple[int, int]:
    """How many articles and entries. Raises ValueError where `size` is neither a name nor NxM."""
    articles, _, entries = size.lower().partition("x")
    return SIZES.get(size) or (int(articles), int(entries))


def files(made: Corpus) -> Iterator[tuple[str, str]]:
    """The corpus as files, for reading and for comparing: path and text."""
    for story in made.stories:
        yield f"articles/{story.slug}.md", _front(story) + story.body
    yield "entities.yaml", "".join(_listed(entry) for entry in made.entries)
    yield "entities.json", entries_json(made.entries)


def entries_json(entries: Sequence[Entry]) -> str:
    """The entries as JSON, for generators that read data files."""
    return json.dumps([entry._asdict() for entry in entries], ensure_ascii=False)


def _described(writer: Writer, names: Sequence[Named]) -> tuple[Entry, ...]:
    """Entries with texts, and ids of their own."""
    made: dict[str, Entry] = {}
    for name, kind, aliases in names:
        key = _free(slug(name), made)
        body = writer.paragraphs()
        made[key] = Entry(key, name, kind, aliases, writer.plain_sentence(), body)
    return tuple(made.values())


def _free(wanted: str, taken: dict[str, Entry]) -> str:
    number, key = 2, wanted
    while key in taken or key in DEVICES:
        key, number = f"{wanted}-{number}", number + 1
    return key


def _sample(text: str) -> Story:
    """The sample article, its short lines as headings."""
    lines = (line.strip() for line in text.split("\n") if line.strip())
    body = "\n\n".join("## " + line if len(line) < 20 else line for line in lines) + "\n"
    return Story("a00000-seed", "Seed article", "2020-01-07", "The seed article.", body)


def _story(writer: Writer, number: int, entries: Sequence[Entry], often: list[float]) -> Story:
    body = "\n\n".join(_blocks(writer, entries, often)) + "\n"
    title = writer.words(writer.random.randint(4, 8)).capitalize()
    date = datetime.date(2015, 1, 1) + datetime.timedelta(days=number % 3600)
    key = f"a{number:05d}-{slug(title)[:40].strip('-')}"
    return Story(key, title, str(date), writer.plain_sentence(), body)


def _blocks(writer: Writer, entries: Sequence[Entry], often: list[float]) -> Iterator[str]:
    """Headings, paragraphs, quotations, lists and code: about 800 words and 20 mentions."""
    headings = iter(writer.random.sample(SECTIONS, 4))
    written, left = 0, MENTIONS
    while written < SENTENCES:
        if written and written % 12 == 0 and (heading := next(headings, "")):
            yield "## " + heading
        sentences: list[str] = []
        for _ in range(writer.random.randint(3, 5)):
            mention = ""
            if left and writer.random.random() < 0.46:
                entry = entries[writer.pick(often)]
                mention = writer.random.choice([entry.name, *entry.aliases])
                left -= 1
            sentences.append(writer.sentence(mention))
        written += len(sentences)
        yield _block(writer, sentences, entries[0].name)


def _block(writer: Writer, sentences: list[str], name: str) -> str:
    kind = writer.random.random()
    if kind < 0.08:
        return "> " + " ".join(sentences)
    if kind < 0.16:
        return "\n".join("- " + sentence for sentence in sentences)
    if kind < 0.18:
        return f"```\n{name} = {writer.word()}\n```"
    return " ".join(sentences)


def _front(story: Story) -> str:
    keys = {"title": story.title, "slug": story.slug, "summary": story.summary}
    lines = "".join(f"{key}: {quoted(value)}\n" for key, value in keys.items())
    return f"---\n{lines}date: {story.date}\n---\n\n"


def _listed(entry: Entry) -> str:
    aliases = ", ".join(map(quoted, entry.aliases))
    return (
        f"- id: {entry.id}\n  name: {quoted(entry.name)}\n  kind: {entry.kind}\n"
        f"  aliases: [{aliases}]\n  summary: {quoted(entry.summary)}\n  body: |\n"
        f"{indented(entry.body)}"
    )


def indented(text: str) -> str:
    """A text as a YAML block, four spaces in."""
    return "".join(f"    {line}\n" if line else "\n" for line in text.split("\n"))
