"""From a YAML text to the fields of a value: what sidecars, front matter and settings share."""

from typing import Any

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.slugs import slugify
from builder.ground.values import Value, replaced
from builder.load.decoding import decode
from builder.load.readers import Markdown
from builder.load.schema.context import Context, ProseReader, shape_of
from builder.load.schema.records import read_fields
from builder.load.schema.shapes import Shape
from builder.load.yaml.nodes import Mapping, Scalar
from builder.load.yaml.positions import carried, carried_fault, places
from builder.load.yaml.reader import Document, read_yaml
from builder.model.prose import Prose
from builder.model.values import Origin
from builder.sources.files import TextFile


class Decoded(Value, frozen=True):
    """The fields of a value as arguments for its class, and their places.

    `values` is None where a required field is missing or wrong.
    """

    values: dict[str, Any] | None
    origin: Origin
    diagnostics: tuple[Diagnostic, ...]


def document(file: TextFile) -> Document:
    """The YAML of a file."""
    text, faults = decode(file.data, file.path)
    read = read_yaml(text, file.path)
    return replaced(read, diagnostics=faults + read.diagnostics)


def prose_reader(markdown: Markdown, document: Document, path: str, owner: str) -> ProseReader:
    """A reader for the Markdown values of one owner; `owner` begins the ids that they are given."""

    def read(scalar: Scalar, field: str) -> tuple[Prose, tuple[Diagnostic, ...]]:
        scalar = _with_paragraphs(scalar, document)
        prose, faults = markdown(scalar.text, path, 1, f"{owner}-{slugify(field)}")
        where = places(scalar, document)
        return carried(prose, where), tuple(carried_fault(fault, where) for fault in faults)

    return read


def _with_paragraphs(scalar: Scalar, document: Document) -> Scalar:
    """The scalar with an empty line wherever its source has one.

    Of lines that YAML folds, an empty one leaves a line feed alone (YAML 1.2.2, 6.5), which to
    Markdown ends no paragraph. Lines that are indented more stay as they are, and then so does all.
    So it does between quotation marks where a program wrote it, which means each line feed.
    """
    is_folded = scalar.style != "literal" and scalar.line < scalar.last_line
    if not is_folded or "\n" not in scalar.text or "\n " in scalar.text:
        return scalar
    if scalar.style in ("single", "double") and _knows_line_feeds(scalar, document):
        return scalar
    return replaced(scalar, text=scalar.text.replace("\n", "\n\n"))


def _knows_line_feeds(scalar: Scalar, document: Document) -> bool:
    """Whether a quoted text has two line feeds for a paragraph, or escapes any, as PyYAML does."""
    first, last = scalar.line - document.first_line, scalar.last_line - document.first_line
    lines = document.lines[first : last + 1] if scalar.style == "double" else ()
    has_escaped = any("\\n" in line.replace("\\\\", "") for line in lines)
    return has_escaped or "\n\n" in scalar.text


def decode_mapping(
    form: Shape, node: Mapping, prose: ProseReader, *, owner: str, place: Scalar | Mapping
) -> Decoded:
    """Decode a mapping by a format.

    Args:
        form: the format.
        node: the mapping.
        prose: the reader of Markdown values.
        owner: the beginning of a sentence, such as "The person “mark-esper”".
        place: the node that stands for the whole: an entry's key, the mapping itself.
    """
    context = Context(prose, [], {})
    values = read_fields(form, node, context, owner=owner, place=place)
    origin = Origin(place.location, context.places)
    return Decoded(values, origin, tuple(context.diagnostics))


def decode_document(
    form: Shape, document: Document, prose: ProseReader, *, owner: str, holds: str, place: Location
) -> Decoded:
    """Decode the one mapping that a text of YAML holds, with all that is wrong with the text.

    Args:
        form: the format.
        document: the text, once read.
        prose: the reader of Markdown values.
        owner: the beginning of a sentence, such as "The site".
        holds: the beginning of another: "site.yaml holds settings".
        place: where the whole stands.
    """
    root, faults = document.root, document.diagnostics
    is_judged = document.is_whole
    if is_judged and root is not None and not isinstance(root, Mapping):
        message = f"{holds} as “name: value”, and this is {shape_of(root)}."
        faults += (error("wrong-type", message, root.location, "Begin with “title: …”."),)
        is_judged = False
    whole = Mapping(root.pairs if isinstance(root, Mapping) else (), place)
    found = decode_mapping(form, whole, prose, owner=owner, place=whole)
    told = found.diagnostics if is_judged else without_missing(found.diagnostics)
    return replaced(found, diagnostics=faults + told)


def without_missing(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What is said of a mapping that was not read to its end, which may hold what is missing."""
    return tuple(fault for fault in diagnostics if fault.code != "missing-field")
