"""What a template asks for and does not get: a sentence, and what there is instead."""

from jinja2 import StrictUndefined
from jinja2.environment import TemplateModule
from jinja2.utils import missing

from builder.ground.guess import did_you_mean, most_like
from builder.ground.values import field_names

BREAK = "\n"
"""Stands between the sentence and the hint: an exception of Jinja's holds one text."""
_GUIDE = "docs/templates.md lists every field a template may use."

_COPY = "Where it is your copy of the theme's, it may be older: compare the two."


class Missing(StrictUndefined):
    """A name or a field that is not there: whatever is done with it raises UndefinedError."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        of, name = self._undefined_obj, str(self._undefined_name)
        if self._undefined_hint:
            return self._undefined_hint
        if of is missing:
            return f"“{name}”{BREAK}{_where_from(name)}"
        if of is None:
            hint = f"What may be None has no fields then: ask before, {{% if … %}}. {_GUIDE}"
            return f"“{name}” is asked of None{BREAK}{hint}"
        if isinstance(of, TemplateModule):
            macros = [macro for macro in vars(of) if not macro.startswith("_")]
            hint = f"{did_you_mean(most_like(name, macros))} {_COPY}".strip()
            return f"“{of.__name__}” has no macro “{name}”{BREAK}{hint}"
        hint = f"{did_you_mean(_meant(name, of))} {_GUIDE}".strip()
        return f"“{type(of).__name__}” has no “{name}”{BREAK}{hint}"


def _where_from(name: str) -> str:
    """What to do about a name that nothing gives."""
    if name == "page":
        return "Import the template that needs it “with context”."
    return (
        "A template sees “page” and its fields, as in page.head.title, and what it sets or imports "
        "itself."
    )


def _meant(name: str, of: object) -> str:
    """The field that may be meant: of the value itself, or of one that it holds; "" for none."""
    own = field_names(of)
    inner = (field for field in own if name in field_names(getattr(of, field)))
    return next((f"{field}.{name}" for field in inner), "") or most_like(name, own)
