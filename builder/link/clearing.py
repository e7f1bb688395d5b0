"""Forms that can be looked for: those of which not too many end at one place."""

from collections import Counter
from collections.abc import Sequence
from itertools import compress

from builder.ground.crowding import MOST, crowded
from builder.ground.diagnostics import Diagnostic, error
from builder.link.forms import Form


def uncrowded(forms: Sequence[Form]) -> tuple[tuple[Form, ...], tuple[Diagnostic, ...]]:
    """The forms without those that are too many, and the error that tells of the first of these."""
    claims = Counter(form.text for form in forms)
    claims.update({phrase for form in forms for phrase in form.not_in})
    refused = frozenset(crowded(claims))
    if not refused:
        return tuple(forms), ()
    is_kept = [refused.isdisjoint((form.text, *form.not_in)) for form in forms]
    first = forms[is_kept.index(False)]
    told = error(
        "crowded-names",
        f"More than {MOST} names and phrases are the same, or end each other, as “{first.text}” "
        "does.",
        first.location,
        "Take out those that are the end of others, or the same; entries may be one.",
    )
    return tuple(compress(forms, is_kept)), (told,)
