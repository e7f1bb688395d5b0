"""JSON Schemas (Draft 2020-12) from the classes that validate: editors complete and check by them.

YAML 1.2 editors read `1979` as a number and an empty value as null, so both are allowed where the
builder takes a text, or a field may be left out.
"""

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias, get_args, get_origin

from builder.ground.values import is_kind
from builder.load.schema.format import is_union, shape
from builder.load.schema.shapes import Field
from builder.model.articles import FrontMatter, PageFrontMatter
from builder.model.dates import Edtf, Single
from builder.model.entries import ALLOWED, ENTRY_TYPES
from builder.model.prose import Prose
from builder.model.refs import KINDS, Ref
from builder.model.settings import Settings
from builder.model.values import Coordinates, Href, Moment, Url

Json: TypeAlias = dict[str, Any]


def _ref(kinds: Iterable[str]) -> Json:
    return {"type": "string", "pattern": rf"^({'|'.join(kinds)}):\S+$"}


_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Json = {"type": ["string", "number", "boolean"]}
_DAY = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = r"[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)? ?([Zz]|[+-][0-9]{2}:?[0-9]{2})"
_EDTF_END = (
    r"(-?[0-9]{4}(-(0[1-9]|1[0-2]|2[1-4])(-(0[1-9]|[12][0-9]|3[01]))?)?"
    r"|-?[0-9]{3}X|-?[0-9]{2}XX|-?[0-9]{4}-(XX(-XX)?|(0[1-9]|1[0-2])-XX)|Y-?[1-9][0-9]{4,9}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[^/]+)[?~%]?"
)
_SIMPLE: dict[object, Json] = {
    str: _TEXT,
    Prose: _TEXT,
    bool: {"type": "boolean"},
    Ref: _ref(KINDS),
    Href: {"type": "string", "pattern": r"^\S*$"},
    Url: {"type": "string", "pattern": r"^([Hh][Tt][Tt][Pp][Ss]?://\S+|mailto:\S+|tel:\S+)?$"},
    Edtf: {
        "type": ["string", "integer"],
        "pattern": rf"^(\.\.|{_EDTF_END})?(/(\.\.|{_EDTF_END})?)?$",
        "examples": ["2020-01-05", "2020-01", "1979~", "1979-11-04/1981-01-20", "197X"],
    },
    Single: {
        "type": ["string", "integer"],
        "pattern": rf"^({_EDTF_END})?$",
        "examples": ["2020-01-05", "2020-01", "1979~", "197X"],
    },
    datetime.date: {"type": "string", "pattern": f"^{_DAY}$"},
    Moment: {"type": "string", "pattern": f"^{_DAY}({_TIME})?$"},
    Coordinates: {
        "type": "array",
        "prefixItems": [
            {"type": "number", "minimum": -180, "maximum": 180},
            {"type": "number", "minimum": -90, "maximum": 90},
        ],
        "items": False,
        "minItems": 2,
    },
}


def schemas() -> dict[str, Json]:
    """Every schema by its name: one for each sidecar (`people`), `site`, `article` and `page`."""
    sidecars = {
        kind.folder: _sidecar(kind.sidecar, ENTRY_TYPES[kind.name]) for kind in KINDS.values()
    }
    return sidecars | {
        "site": _file("site.yaml", Settings),
        "article": _file("front matter of content/*.md", FrontMatter),
        "page": _file("front matter of content/pages/*.md", PageFrontMatter),
    }


def schema_texts() -> dict[str, str]:
    """The text of every schema file by its name (`people.schema.json`)."""
    return {
        f"{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas().items()
    }


def _sidecar(file: str, cls: type[Any]) -> Json:
    definitions: dict[str, Json] = {}
    entry = _object(cls, definitions)
    return {
        "$schema": _DRAFT,
        "title": file,
        "description": f"{entry.pop('description')} Each key is the id of an entry.",
        "type": ["object", "null"],
        "additionalProperties": entry,
        "$defs": dict(sorted(definitions.items())),
    }


def _file(title: str, cls: type[Any]) -> Json:
    definitions: dict[str, Json] = {}
    body = _object(cls, definitions)
    return {
        "$schema": _DRAFT,
        "title": title,
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: Any, definitions: dict[str, Json]) -> Json:
    form = shape(cls)
    result: Json = {
        "description": (cls.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {
            field.name: _property(cls, field, definitions) for field in form.fields.values()
        },
        "additionalProperties": False,
    }
    if form.required:
        result["required"] = [field.name for field in form.required]
    return result


def _property(cls: Any, field: Field, definitions: dict[str, Json]) -> Json:
    allowed = ALLOWED.get((cls.__name__.lower(), field.name))
    found = _ref(allowed) if allowed and field.type is Ref else _type(field.type, definitions)
    if field.takes_one:
        found = {"anyOf": [found["items"], found]}
    if not field.is_required:
        found = _or_null(found)
    return {"description": field.description, **found}


def _or_null(schema: Json) -> Json:
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if isinstance(schema.get("type"), list):
        return {**schema, "type": [*schema["type"], "null"]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}


def _type(type_: Any, definitions: dict[str, Json]) -> Json:
    if type_ in _SIMPLE:
        return _SIMPLE[type_]
    origin, args = get_origin(type_), get_args(type_)
    if origin is Literal:
        return {"enum": list(args)}
    if origin is tuple:
        return {"type": "array", "items": _type(args[0], definitions)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _or_null(_type(args[1], definitions))}
    if is_union(type_):
        return _TEXT
    if is_kind(type_):
        return _reference(type_, definitions)
    raise TypeError(f"the format has no schema for {type_}")


def _reference(cls: Any, definitions: dict[str, Json]) -> Json:
    definitions[cls.__name__] = _object(cls, definitions)
    reference = {"$ref": f"#/$defs/{cls.__name__}"}
    return {"anyOf": [_TEXT, reference]} if shape(cls).shorthand else reference
