"""Small values for tests: prose without Markdown, forms without sidecars."""

from builder.ground.diagnostics import Location
from builder.ground.values import replaced
from builder.link.names.forms import Form
from builder.model.prose import Atom, Leaf, Mark, Prose, Run
from builder.model.refs import Ref


def prose(text: str, marks: tuple[Mark, ...] = (), atoms: tuple[Atom, ...] = ()) -> Prose:
    """A text of paragraphs, set apart by empty lines."""
    parts: list[str | Leaf] = []
    start = 0
    for paragraph in text.split("\n\n"):
        parts += ["<p>", Leaf(start, start + len(paragraph)), "</p>\n"]
        start += len(paragraph) + 2
    return Prose("digest", text, tuple(parts), marks, atoms, (), "a.md", (Run(0, len(text), 1, 1),))


def form(text: str, ref: str = "", **fields: object) -> Form:
    """A form of an entry that is named after it unless told otherwise."""
    kind, _, id_ = (ref or f"term:{text.lower().replace(' ', '-')}").partition(":")
    made = Form(
        text, Ref(kind, id_), Ref(kind, id_), Location("x.yaml"), text[:1].islower(), (), ()
    )
    return replaced(made, **fields)
