"""The edit that gives an entry of a sidecar a new first field, on a line or in its braces."""

from builder.ground.diagnostics import Edit, Location
from builder.load.decoding import decode
from builder.load.yaml.nodes import Mapping
from builder.load.yaml.reader import read_yaml
from builder.sources.files import TextFile


def inserted(file: TextFile, id: str, field: str, value: str) -> Edit | None:
    """The edit that gives the entry `id` the field, written as `field: value`.

    None where the entry has such a field already, has no fields, or the file cannot be read.
    """
    text, faults = decode(file.data, file.path)
    document = read_yaml(text, file.path)
    root = document.root if not faults else None
    entry = root.get(id) if isinstance(root, Mapping) else None
    if not isinstance(entry, Mapping) or not entry.pairs or entry.get(field):
        return None
    first, _ = entry.pairs[0]
    start = entry.location
    if document.lines[start.line - 1][start.column - 1] == "{":
        return Edit(first.location._replace(length=0), f"{field}: {value}, ")
    indent = " " * (first.column - 1)
    return Edit(Location(file.path, first.line), f"{indent}{field}: {value}\n")
