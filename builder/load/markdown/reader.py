"""Reading a text of Markdown, from its first letter to its last note."""

from typing import Any

from builder.ground.diagnostics import Diagnostic, Location
from builder.load.limits import first_of
from builder.load.markdown import bounds, faults
from builder.load.markdown.anchors import Anchors
from builder.load.markdown.blocks import Blocks, Source
from builder.load.markdown.draft import Draft
from builder.load.markdown.leftovers import leftovers
from builder.load.markdown.notes import Notes, divide
from builder.load.markdown.parser import parser
from builder.model.prose import Prose

LONGEST = 1_000_000


def read_markdown(
    text: str, path: str, first_line: int, doc_id: str
) -> tuple[Prose, tuple[Diagnostic, ...]]:
    """`text` as prose, and what is wrong with it. Never raises.

    `text`, decoded as `decoding.decode` does it, begins on the line `first_line` of the file at
    `path`, from 1. Ids begin with `doc_id`, unless it is empty: so several texts can stand on one
    page.
    """
    anchors = Anchors(doc_id)
    draft = Draft(anchors)
    place = Location(path, first_line)
    if len(text) > LONGEST:
        return draft.finish(path), (faults.too_long(len(text), LONGEST, place),)
    env: dict[str, Any] = {"steps": bounds.steps(len(text)), "blocks": bounds.blocks(len(text))}
    tokens = parser().parse(text, env)
    source = Source(path, text.split("\n"), first_line)
    body, definitions = divide(tokens)
    notes = Notes(anchors, definitions, env, source.lines)
    blocks = Blocks(draft, notes, source)
    blocks.read(body)
    blocks.read_notes()
    found = leftovers(tokens, env, notes, definitions, source)
    told = first_of((*draft.diagnostics, *found), place)
    return draft.finish(path), told
