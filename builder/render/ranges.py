"""`range` as templates have it: of no more numbers than a page can bear."""

from jinja2 import TemplateRuntimeError

MOST = 100_000


def bounded(*given: int) -> range:
    """Python's range. Raises TemplateRuntimeError where it has more than MOST numbers."""
    try:
        numbers = range(*given)
    except (TypeError, ValueError) as failure:
        raise TemplateRuntimeError(f"“range” takes whole numbers: {failure}") from failure
    if numbers[MOST:]:
        raise TemplateRuntimeError(f"“range” gives {MOST:,} numbers at most, and more are wanted")
    return numbers
