"""`backstory why`: why words link or do not, why a quotation counts, where a date comes from."""

import sys
import unicodedata
from collections.abc import Iterator

import click

from builder.build.checking import check
from builder.build.request import Request
from builder.build.understanding import Planned
from builder.commands.exits import CONTENT, DONE
from builder.commands.options import site_argument, site_folder
from builder.commands.places import output_folder
from builder.commands.reports.answers import (
    Telling,
    on_event,
    on_likeness,
    on_quote,
    on_unnamed,
    on_words,
)
from builder.commands.reports.cells import printable
from builder.commands.reports.style import style_for
from builder.commands.saying import say
from builder.commands.telling import tell
from builder.ground.diagnostics import failed
from builder.ground.ways import way_to
from builder.link.anchors.comparing import alike
from builder.link.anchors.likeness import Likeness, likeness
from builder.link.names.explaining import Reason, why_entry, why_words
from builder.model.articles import Article
from builder.model.entries import Event, Named, Quote
from builder.model.refs import Ref
from builder.model.studies import Close

_ENOUGH = 4
"""From so many words on, a part of a quotation is enough to ask for it."""


@click.command()
@click.argument("word")
@site_argument
@click.option("--drafts", is_flag=True, help="Look into drafts too.")
def why(word: str, site: str, *, drafts: bool) -> int:
    """Say why WORD links where it stands in the articles, or does not.

    WORD may be a name, several words in quotation marks, the id of an entry, the id or the words of
    a quotation, the id of an event or the article's words for its date.
    """
    root = site_folder(site)
    understood = check(Request(root, output_folder(None, root), drafts=drafts))
    if understood.planned is None:
        tell(understood.diagnostics, root, "text")
        return CONTENT
    if failed(understood.diagnostics):
        say("The content has errors, and not all could be read: backstory check", err=True)
    style = style_for(sys.stdout)
    telling = Telling(understood.planned, understood.diagnostics, way_to(root), style)
    sought = unicodedata.normalize("NFC", word.strip())
    answers = _answers(sought, telling)
    if not answers:
        answers = [on_unnamed(entry, telling) for entry in _of_id(sought, understood.planned)]
    if not answers:
        say(f"“{printable(word)}” stands in no article, and is no id.", err=True)
        answers = list(on_likeness(_alike(sought, understood.planned), telling))
    if answers:
        say("\n\n".join(answers))
    return DONE


def _answers(word: str, telling: Telling) -> list[str]:
    entries = list(_entries(word, telling))
    reasons = _reasons(word, telling.planned)
    # Words of a quotation or a date were meant as such, unless they are a name too.
    return entries + [on_words(why, telling) for why in reasons if why.ref or not entries]


def _of_id(word: str, planned: Planned) -> Iterator[Named]:
    entries = planned.content.entries.values()
    return (entry for entry in entries if isinstance(entry, Named) and _is_id(word, entry.ref))


def _alike(word: str, planned: Planned) -> Likeness:
    return likeness(word, planned.content, planned.linked, planned.reader.article)


def _entries(word: str, telling: Telling) -> Iterator[str]:
    for entry in telling.planned.content.entries.values():
        is_id = _is_id(word, entry.ref)
        if isinstance(entry, Quote) and (is_id or _is_said(word, entry)):
            yield on_quote(entry, telling)
        elif isinstance(entry, Event) and (is_id or _is_dated(word, entry)):
            yield on_event(entry, telling)


def _reasons(word: str, planned: Planned) -> tuple[Reason, ...]:
    content, linked = planned.content, planned.linked
    ids = [ref for ref in content.entries if _is_id(word, ref) and ref in linked.subjects]
    reader = planned.reader

    def read(slug: str) -> tuple[Article, Close]:
        return reader.article(slug), reader.close(slug)

    found = why_words(word, content, read)
    return found or tuple(r for ref in ids for r in why_entry(ref, content, linked, read))


def _is_id(word: str, ref: Ref) -> bool:
    """Whether a word is how an entry may be called: `person:mark-esper`, `Mark-Esper`."""
    return word.casefold() in (str(ref).casefold(), ref.id.casefold())


def _is_said(word: str, quote: Quote) -> bool:
    words, said = alike(word), alike(" ".join(quote.exact))
    return words == said or (len(words.split()) >= _ENOUGH and words in said)


def _is_dated(word: str, event: Event) -> bool:
    return bool(event.date_text) and alike(word).casefold() == alike(event.date_text).casefold()
