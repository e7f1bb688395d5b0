"""Why a text is no date."""

from typing import NamedTuple


class Refusal(NamedTuple):
    """Why a text is no date, and what to write. `is_known`: the slip was recognised."""

    message: str
    hint: str
    is_known: bool = True
