"""Regular expressions that are compiled when first used: it takes as long as searching a page."""

import re
from collections.abc import Callable
from functools import cache, partial


def expression(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """A function that gives the compiled expression; it is compiled when it is first asked for."""
    return cache(partial(re.compile, pattern, flags))
