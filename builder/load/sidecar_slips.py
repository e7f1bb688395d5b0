"""Slips in the shape of a sidecar: what stands where entries and their fields are wanted."""

from builder.ground.diagnostics import Diagnostic, error, short
from builder.ground.values import replaced
from builder.load.schema.context import shape_of
from builder.load.schema.shapes import Shape
from builder.load.yaml.nodes import Mapping, Node, Scalar, Sequence
from builder.model.entries import Term
from builder.model.refs import Kind


def no_mapping(kind: Kind, root: Node) -> Diagnostic:
    """The error of a sidecar that is a list or a text."""
    message = f"{kind.sidecar} holds entries by their ids, and this is {shape_of(root)}."
    hint = "Write each entry as “its-id:”, and its fields below it, indented by two spaces."
    if isinstance(root, Sequence):
        hint = f"Take out the hyphens. {hint}"
    return error("wrong-type", message, root.location, hint)


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
            above, _ = kept.pop()
            faults.append(_outdented(key, above))
            is_run = True
        elif not is_run:
            kept.append((key, value))
    return (replaced(root, pairs=tuple(kept)), tuple(faults)) if faults else (root, ())


def _outdented(key: Scalar, above: Scalar) -> Diagnostic:
    message = f"“{key.text}” is not indented, so it reads as an id like “{above.text}” above it."
    hint = f"Indent the fields of an entry by two spaces: “  {key.text}: …”."
    return error("wrong-type", message, key.location, hint)
