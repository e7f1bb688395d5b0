"""Sidecars: `people.yaml` and its like, each a mapping from ids to entries of one kind."""

from builder.ground.diagnostics import Diagnostic, Location, error, with_article
from builder.ground.slugs import fault, slugify
from builder.ground.values import Value, replaced
from builder.load.collisions import id_collision
from builder.load.limits import most_parts, too_many
from builder.load.readers import Markdown, Sidecar
from builder.load.reading import decode_mapping, document, prose_reader, without_missing
from builder.load.schema.context import shape_of
from builder.load.schema.format import shape
from builder.load.schema.forms import alias_faults
from builder.load.schema.shapes import Shape
from builder.load.sidecar_slips import entry_hint, indented, no_ids, no_mapping
from builder.load.yaml.nodes import Mapping, Node, Pair, Scalar
from builder.load.yaml.reader import Document
from builder.model.entries import ENTRY_TYPES, Acronym, Entry, Named
from builder.model.refs import ANY, Kind, Ref
from builder.sources.files import TextFile

_NO_ENTRY = ("#", "---", "%")
_NO_HEAD = (" ", "\t", "{", "[", "- ")


class _File(Value, frozen=True):
    """A sidecar to be read: the kind of its entries, their format, and the reader of prose."""

    kind: Kind
    form: Shape
    document: Document
    path: str
    markdown: Markdown


def read_sidecar(kind: Kind, source: TextFile, markdown: Markdown) -> Sidecar:
    """The entries of one kind, in the order of the file."""
    read = document(source)
    file = _File(kind, shape(ENTRY_TYPES[kind.name]), read, source.path, markdown)
    root, ids = read.root, _textual_ids(kind, read)
    if root is None or not (read.is_whole or isinstance(root, Mapping)):
        return Sidecar({}, ids, read.diagnostics)
    unknown = frozenset({Ref(kind.name, ANY)})
    if not isinstance(root, Mapping):
        return Sidecar({}, unknown, (*read.diagnostics, no_mapping(kind, root)))
    if slip := no_ids(kind, root, file.form):
        return Sidecar({}, unknown, (*read.diagnostics, slip))
    ids = ids.union(Ref(kind.name, key.text) for key, _ in root.pairs)
    root, slips = indented(root, file.form)
    faults = [*read.diagnostics, *slips, *_faulty_ids(kind, root)]
    entries: dict[Ref, Entry] = {}
    left = most_parts(sum(map(len, read.lines)))
    for pair in root.pairs:
        place = pair[0].location
        if left < 0:
            faults.append(_too_intricate(place))
            break
        if too_many(faults, place):
            break
        is_cut = not read.is_whole and pair is root.pairs[-1]
        entry, found = _cut_entry(pair, file) if is_cut else _entry(pair, file)
        faults += found
        if entry is not None:
            entries[entry.ref] = entry
            left -= sum(len(prose.parts) for _, prose in entry.texts)
    return Sidecar(entries, ids - entries.keys(), tuple(faults))


def _entry(pair: Pair, file: _File) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
    key, node = pair
    if isinstance(node, Scalar) and node.is_empty:
        node = Mapping((), key.location)
    if not isinstance(node, Mapping):
        message = f"The fields of “{key.text}” are wanted here, and this is {shape_of(node)}."
        hint = entry_hint(key, node, file.form)
        return None, (error("wrong-type", message, node.location, hint),)
    kind = file.kind.name
    reader = prose_reader(file.markdown, file.document, file.path, f"{kind}-{key.text}")
    found = decode_mapping(file.form, node, reader, owner=f"The {kind} “{key.text}”", place=key)
    if found.values is None:
        return None, found.diagnostics
    if file.form.type is Acronym:
        found.values.setdefault("short", key.text)
    entry: Entry = file.form.type(ref=Ref(kind, key.text), origin=found.origin, **found.values)
    aliases = entry.aliases if isinstance(entry, Named) else ()
    return entry, found.diagnostics + alias_faults(aliases, entry.origin)


def _cut_entry(pair: Pair, file: _File) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
    """An entry in which the reading ended, as far as it was read.

    Without its quotation or passages: they may go on where nothing was read.
    """
    key, node = pair
    if not isinstance(node, Mapping):  # the fault that ended the reading is all that can be said
        return None, ()
    words = {field.name for field in file.form.fields.values() if field.takes_one}
    kept = tuple(field for field in node.pairs if field[0].text not in words)
    entry, found = _entry((key, replaced(node, pairs=kept)), file)
    return entry, without_missing(found)


def _too_intricate(place: Location) -> Diagnostic:
    message = "The texts of this file hold so many blocks that it is not read from this entry on."
    hint = "Take out what is repeated by mistake, and divide long tables and lists."
    return error("text-too-intricate", message, place, hint)


def _textual_ids(kind: Kind, document: Document) -> frozenset[Ref]:
    """Where reading broke off: what may be the ids of the whole file, lines that are not indented.

    Where the file does not begin with such a line, as JSON does not, any id (`ANY`).
    """
    if document.is_whole:
        return frozenset()
    lines = (line for line in document.lines if line.strip() and not line.startswith(_NO_ENTRY))
    if next(lines, "").startswith(_NO_HEAD):
        return frozenset({Ref(kind.name, ANY)})
    heads = (line.partition(":")[0] for line in document.lines if line[:1].strip(" \t#-"))
    return frozenset(Ref(kind.name, head.strip("\"' ;=,.")) for head in heads)


def _faulty_ids(kind: Kind, root: Mapping) -> list[Diagnostic]:
    faults: list[Diagnostic] = []
    seen: dict[str, Location] = {}
    for key, entry in root.pairs:
        if why := fault(key.text):
            message = f"“{key.text}” cannot be the id of {with_article(kind.name)}: {why}."
            faults.append(error("bad-id", message, key.location, _id_hint(kind, key.text, entry)))
        if too_many(faults, key.location):
            break
        folded = key.text.casefold()
        if folded in seen:
            faults.append(id_collision(key.text, key.location, seen[folded]))
        seen.setdefault(folded, key.location)
    return faults


def _id_hint(kind: Kind, text: str, entry: Node) -> str:
    """What to write for an id that cannot be one; of an acronym, its key was its short form too."""
    proposal = slugify(text.removeprefix(f"{kind.name}:"))
    if not proposal or fault(proposal):
        return "Write an id such as mark-esper."
    is_short = kind.name == "acronym" and isinstance(entry, Mapping) and not entry.get("short")
    return f"Write {proposal}, and below it “short: {text}”." if is_short else f"Write {proposal}."
