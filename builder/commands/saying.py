"""How commands say something to whoever called them."""

import sys


def say(text: str = "", *, err: bool = False, nl: bool = True) -> None:
    """Write a line to stdout, or to stderr; it is there at once. A closed stream takes nothing."""
    stream = sys.stderr if err else sys.stdout
    if stream is None:  # `>&-`
        return
    stream.write(f"{text}\n" if nl else text)
    stream.flush()
