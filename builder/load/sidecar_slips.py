"""Slips in the shape of a sidecar: what stands where entries and their fields are wanted."""

from typing import TypeGuard

from builder.ground.diagnostics import Diagnostic, counted, error, short
from builder.ground.slugs import slugify
from builder.ground.values import replaced
from builder.load.schema.context import shape_of
from builder.load.schema.shapes import Shape
from builder.load.yaml.nodes import Mapping, Node, Pair, Scalar, Sequence
from builder.model.entries import Term
from builder.model.refs import Kind

_EACH_ENTRY = "Write each entry as “its-id:”, and its fields below it, indented by two spaces."


def no_mapping(kind: Kind, root: Node) -> Diagnostic:
    """The error of a sidecar that is a list or a text."""
    message = f"{kind.sidecar} holds entries by their ids, and this is {shape_of(root)}."
    is_list = isinstance(root, Sequence)
    hint = f"Take out the hyphens. {_EACH_ENTRY}" if is_list else _EACH_ENTRY
    return error("wrong-type", message, root.location, hint)


def no_ids(kind: Kind, root: Mapping, form: Shape) -> Diagnostic | None:
    """The error of a sidecar whose ids do not stand where they should; None of others.

    Its entries stand below a key of their own, as a mapping or a list, or its first one has no id.
    """
    if not root.pairs:
        return None
    (key, value), *others = root.pairs
    if not others and _are_entries(value, form):
        message = f"“{key.text}” holds all entries, and is read as the id of one."
        return error("wrong-type", message, key.location, _lifted(key, value))
    if not others and isinstance(value, Sequence) and key.text in (kind.name, kind.folder):
        message = f"{kind.sidecar} holds entries by their ids, and “{key.text}” holds a list."
        hint = f"Delete this line, and take out the hyphens below it. {_EACH_ENTRY}"
        return error("wrong-type", message, key.location, hint)
    are_fields = all(name.text in form.fields for name, _ in root.pairs[:2])
    if others and are_fields and isinstance(value, Scalar):
        message = f"“{key.text}” is a field, and stands where the id of its entry is wanted."
        return error("wrong-type", message, key.location, _unnamed(value))
    return None


def _unnamed(value: Node) -> str:
    """What to do about an entry without an id, that begins with this value."""
    id_ = slugify(short(value.text)) if isinstance(value, Scalar) else ""
    return f"Write “{id_ or 'its-id'}:” above it, and indent the fields of the entry by two spaces."


def _lifted(key: Scalar, entries: Mapping) -> str:
    """What to do so that entries stand where the key is that they stand below."""
    first = entries.pairs[0][0]
    if first.line == key.line:
        return f"Take out “{key.text}:” and the braces around the entries. {_EACH_ENTRY}"
    indent = counted(first.column - key.column, "space")
    return f"Delete this line, and {indent} at the beginning of every line below it."


def _are_entries(node: Node, form: Shape) -> TypeGuard[Mapping]:
    """Whether these are entries by their ids: each has a field, and is none."""
    if not isinstance(node, Mapping) or not node.pairs:
        return False
    return all(
        key.text not in form.fields
        and isinstance(value, Mapping)
        and any(name.text in form.fields for name, _ in value.pairs)
        for key, value in node.pairs
    )


def entry_hint(key: Scalar, node: Node, form: Shape) -> str:
    """What to type where the fields of an entry are wanted."""
    first = form.required[0].name
    if isinstance(node, Sequence):
        return f"Take out the hyphen: the fields of an entry begin with “{first}: …”, indented."
    name, colon, rest = node.text.partition(":") if isinstance(node, Scalar) else ("", "", "")
    if colon and name in form.fields and rest:
        return f"Write “{name}: {short(rest)}”, with a space after the colon."
    words = short(node.text) if isinstance(node, Scalar) and node.text else "…"
    if form.type is Term:  # a glossary on paper has the term, a colon, and what it means
        lines = f"“term: {short(key.text)}” and “definition: {words}”"
        return f"Write {lines} on the next lines, indented by two spaces."
    return f"Write “{first}: {words}” on the next line, indented by two spaces."


def indented(root: Mapping, form: Shape) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The mapping without fields that stand among the ids, and an error for the first of each run.

    The entry above such fields is left out too: it would only be said to lack them.
    """
    kept: list[tuple[Scalar, Node]] = []
    faults: list[Diagnostic] = []
    is_run = False
    for key, value in root.pairs:
        if key.text not in form.fields or isinstance(value, Mapping):
            kept.append((key, value))
            is_run = False
            continue
        if not is_run and kept:
            faults.append(_outdented((key, value), kept.pop()))
            is_run = True
        elif not is_run:
            kept.append((key, value))
    return (replaced(root, pairs=tuple(kept)), tuple(faults)) if faults else (root, ())


def _outdented(field: Pair, entry: Pair) -> Diagnostic:
    """The error of a field among the ids: of the entry above, or of one that has no id."""
    (key, value), (above, fields) = field, entry
    if isinstance(fields, Mapping) and fields.get(key.text):
        message = f"“{key.text}” stands among the ids, and “{above.text}” above it has one already."
        return error("wrong-type", message, key.location, _unnamed(value))
    message = f"“{key.text}” is not indented, so it reads as an id like “{above.text}” above it."
    hint = f"Indent the fields of an entry by two spaces: “  {key.text}: …”."
    return error("wrong-type", message, key.location, hint)
