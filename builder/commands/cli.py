"""The command `backstory`, from its arguments to its exit code."""

import gc
import os
import sys
from typing import NoReturn

from builder.commands.exits import CUT_OFF, INTERNAL, INTERRUPTED, REFUSED, told
from builder.commands.places import has_site
from builder.commands.saying import say
from builder.sources.troubles import Refused, Trouble


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    _speak_any_encoding()
    code = run(sys.argv[1:])
    gc.freeze()  # as Python ends, the collector would walk all that was kept, to free it one by one
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command. Returns its exit code: 0, 1 content, 2 usage, 3 machine, 130 interrupt."""
    try:
        return _built(*arguments[1:]) if _is_plain(arguments) else _parsed(arguments)
    except KeyboardInterrupt:
        return told("Interrupted.", "", INTERRUPTED)
    except Refused as refusal:
        return told(str(refusal), refusal.hint, REFUSED)
    except Trouble as trouble:
        return told(str(trouble), trouble.hint, INTERNAL)
    except BrokenPipeError:
        return _cut_off()
    except Exception as failure:
        from builder.commands.crash import crashed

        return crashed(failure)


def _is_plain(arguments: list[str]) -> bool:
    """Whether they ask for a build of a site, and for nothing else.

    Such need no parser: click alone takes longer to load than a build that has nothing to do.
    """
    match arguments:
        case ["build"]:
            return has_site(os.curdir)
        case ["build", site]:
            return not site.startswith("-") and has_site(site)
    return False


def _built(site: str = os.curdir) -> int:
    from builder.commands.building import Asked, build

    try:
        return build(Asked(site))
    except KeyboardInterrupt:
        say(err=True)  # the terminal shows ^C, and stays in that line
        raise


def _parsed(arguments: list[str]) -> int:
    from builder.commands import group

    return group.run(arguments)


def _cut_off() -> int:
    """Whoever read what was said has gone, such as `head`; Python must not say more as it ends.

    See "Note on SIGPIPE" in the documentation of Python's `signal`.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CUT_OFF


def _speak_any_encoding() -> None:
    """A terminal that lacks a letter shows its code instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
