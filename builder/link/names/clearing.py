"""Without forms that make finding slow: too many that are the same, or that end each other."""

from collections import Counter
from collections.abc import Sequence
from itertools import compress

from builder.ground.crowding import MOST, crowded
from builder.ground.diagnostics import Diagnostic, error
from builder.link.names.forms import Form

_NAMESAKES = 50
"""Forms that may be the same: at each of its places all are weighed."""


def uncrowded(forms: Sequence[Form]) -> tuple[tuple[Form, ...], tuple[Diagnostic, ...]]:
    """The forms without those that are too many, and the error that tells of the first of these."""
    claims = Counter(form.text for form in forms)
    phrases = {phrase for form in forms for phrase in form.not_in}
    shared = {text for text, times in claims.items() if times > _NAMESAKES}
    refused = shared.union(crowded(phrases.union(claims)))
    if not refused:
        return tuple(forms), ()
    is_kept = [refused.isdisjoint((form.text, *form.not_in)) for form in forms]
    first = forms[is_kept.index(False)]
    return tuple(compress(forms, is_kept)), (_crowded(first, is_shared=first.text in shared),)


def _crowded(form: Form, *, is_shared: bool) -> Diagnostic:
    if is_shared:
        sentence = f"More than {_NAMESAKES} names are “{form.text}”."
        hint = "Leave it out of other_names; of several entries for one thing make one."
    else:
        sentence = f"More than {MOST} names are each the end of the next, as “{form.text}” is."
        hint = "Take out those that are the end of others."
    return error("crowded-names", sentence, form.location, hint)
