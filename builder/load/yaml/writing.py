"""Entries as YAML that an editor could have written; read back, it is what was to be written."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from builder.ground.expressions import expression
from builder.load.yaml.quoting import in_marks

Field = str | Mapping[str, str] | Sequence[str | Mapping[str, str]]
"""What a field holds: a text, texts by name, or a list of these."""
_PLAIN = expression(r"(?!null\Z)[^\W_](?:[\w’./?!…–-]|:(?=[\w…])|,(?= )| (?=[^\W_]))*")
"""A text that YAML takes for a text without marks; with a comma, on a line of its own."""


def entry(key: str, fields: Iterable[tuple[str, Field]]) -> str:
    """The lines of an entry under its key, in NFC; fields that hold nothing are left out."""
    lines = [f"  {name}:{_value(value)}" for name, value in fields if value]
    return unicodedata.normalize("NFC", "\n".join((f"{_scalar(key)}:", *lines)))


def _value(value: Field) -> str:
    if isinstance(value, str):
        return f" {_scalar(value)}"
    if isinstance(value, Mapping):
        return "".join(f"\n    {name}: {_scalar(text)}" for name, text in value.items() if text)
    return f" [{', '.join(map(_item, value))}]"


def _item(value: str | Mapping[str, str]) -> str:
    if isinstance(value, str):
        return in_marks(value) if "," in value else _scalar(value)
    return "{" + ", ".join(f"{name}: {_item(text)}" for name, text in value.items()) + "}"


def _scalar(text: str) -> str:
    return text if _PLAIN().fullmatch(text) else in_marks(text)
