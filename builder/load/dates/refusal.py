"""Why a text is no date."""

from builder.ground.values import Value


class Refusal(Value, frozen=True):
    """Why a text is no date, and what to write."""

    message: str
    hint: str
