"""`backstory draft`: entries that an article asks for, in its own words, for an editor to read."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

import click

from builder.build.drafting import Drafted, drafted
from builder.build.reading import read_as_it_is
from builder.build.request import Request
from builder.commands.asking import agreed
from builder.commands.exits import CONTENT, DONE, REFUSED
from builder.commands.offering import offer_fixes, typed
from builder.commands.options import site_argument, site_folder
from builder.commands.places import output_folder
from builder.commands.reports.cells import printable
from builder.commands.reports.style import style_for
from builder.commands.rewriting import show, write
from builder.commands.saying import say
from builder.commands.telling import tell
from builder.ground.codes import CODES
from builder.ground.diagnostics import Diagnostic, counted, failed
from builder.ground.grouping import grouped
from builder.ground.ways import place_below, way_to
from builder.model.refs import KINDS
from builder.propose.entries import Proposal

_NOUNS = {
    "acronym": ("acronym", "acronyms"),
    "organization": ("organization", "organizations"),
    "person": ("person", "people"),
    "place": ("place", "places"),
    "quote": ("quotation", "quotations"),
    "event": ("event", "events"),
}
_LEFT = {
    "person": ("who that is (summary)", "who each of the {} is (summary)"),
    "organization": ("what it does (summary)", "what each of the {} does (summary)"),
    "place": ("what that is (summary)", "what each of the {} is (summary)"),
    "acronym": ("what it means (definition)", "what each of the {} means (definition)"),
    "event": ("a title in your words (title)", "a title in your words for each of the {} (title)"),
    "quote": ("who said one of them (speaker)", "who said {} of them (speaker)"),
}
"""What is left for the editor to write: of one entry of a kind, and of several."""
_SAID = {"acronym": "stands_for", "quote": "speaker"}
"""With such a field, nothing is left to say."""
_NOT_READ = "People, speakers and events are found in English alone: add those here yourself."


@click.command()
@click.argument("article")
@site_argument
@click.option("--yes", is_flag=True, help="Do not ask.")
def draft(article: str, site: str, *, yes: bool) -> int:
    """Propose the entries that ARTICLE asks for, and write them.

    ARTICLE is the file or the slug of an article. People, places, acronyms and the organizations
    behind them, quotations and dated events are put at the ends of their sidecars, in the article's
    own words: what they mean, an editor knows. In an article that is not in English, places,
    acronyms and quotations alone are found. Shows what would be written, and asks.
    """
    root = site_folder(site)
    read = read_as_it_is(Request(root, output_folder(None, root)))
    found = drafted(read, (article, way_to(article, root)))
    if found.hindrances:
        tell(found.hindrances, root, "text")
        offer_fixes(found.hindrances, root)
        say(_why_not(found.hindrances, way_to(root)), err=True)
        return CONTENT
    if not found.rewrites:
        say(f"{printable(found.path)} asks for no entry that is not there.")
        _tell_not_read(found)
        return DONE
    show(found.rewrites, root)
    entries, files = _entries(found), counted(len(found.rewrites), "file")
    beforehand = typed("draft", article, way_to(root), "--yes")
    if not (yes or agreed(f"Write {entries} into {files}?", beforehand)):
        say("Nothing was written.", err=True)
        return REFUSED
    write(found.rewrites, root)
    say(style_for(sys.stdout)("good", f"Wrote {entries} from {printable(found.path)}."))
    _tell_not_read(found)
    say("Read them, and delete what is not meant. What only you know is left to add:")
    for line in _remaining(found.proposals):
        say(line)
    say(f"See what it makes meanwhile: {typed('serve', way_to(root), '--open')}")
    say(f"And what else is amiss: {typed('check', way_to(root))}")
    return DONE


def _why_not(hindrances: Sequence[Diagnostic], base: str) -> str:
    """Why nothing was drafted, and which error to mend first; `base` as for places.

    The list of codes begins with how files are written: such an error may make others.
    """
    if not failed(hindrances):
        return "Mend this first: nothing was written."
    why = "Nothing was written, for a draft is tried on the whole site"
    if len(hindrances) == 1:
        return f"{why}: mend this first."
    order = list(CODES)
    first = min(hindrances, key=lambda one: (order.index(one.code), one.location))
    where = place_below(base, first.location)
    return f"{why}: mend these {len(hindrances)} errors first, beginning with {where}."


def _tell_not_read(found: Drafted) -> None:
    """Say what was not looked for, which is easily taken for what is not there."""
    if not found.is_whole:
        say(_NOT_READ)


def _entries(found: Drafted) -> str:
    """How many there are of each kind: 1 person, 2 acronyms and 4 quotations."""
    counts = Counter(one.ref.kind for one in found.proposals)
    *others, last = (f"{n} {_NOUNS[kind][n > 1]}" for kind, n in counts.items())
    return f"{', '.join(others)} and {last}" if others else last


def _remaining(proposals: Sequence[Proposal]) -> Iterator[str]:
    """A line for each file in which something is left to say, in the order of the proposals."""
    left = grouped((one.ref.kind, one) for one in proposals if not _is_said(one))
    for kind, entries in left.items():
        one, several = _LEFT[kind]
        words = one if len(entries) == 1 else several.format(len(entries))
        yield f"  {KINDS[kind].path}: {words}"


def _is_said(one: Proposal) -> bool:
    return bool(dict(one.fields).get(_SAID.get(one.ref.kind, "")))
