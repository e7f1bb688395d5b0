"""The command `backstory`, from its arguments to its exit code."""

import os
import sys
from typing import NoReturn

from builder.commands.exits import CUT_OFF, INTERNAL, INTERRUPTED, REFUSED, ended
from builder.commands.places import has_site, output_folder, processors
from builder.commands.saying import say
from builder.sources.troubles import Refused, Trouble


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    _speak_any_encoding()
    code = run(sys.argv[1:])
    os._exit(code)  # `say` has said all at once; Python would first free one by one all it holds


def run(arguments: list[str]) -> int:
    """Run one command. Returns its exit code: 0, 1 content, 2 usage, 3 machine, 130 interrupt."""
    try:
        site = _plain_site(arguments)
        return _parsed(arguments) if site is None else _updated(site)
    except KeyboardInterrupt:
        return ended("Interrupted.", "", INTERRUPTED)
    except Refused as refusal:
        return ended(str(refusal), refusal.hint, REFUSED)
    except Trouble as trouble:
        return ended(str(trouble), trouble.hint, INTERNAL)
    except BrokenPipeError:
        return _cut_off()
    except Exception as failure:
        if isinstance(failure.__cause__, KeyboardInterrupt):  # it came while a class was made
            return ended("Interrupted.", "", INTERRUPTED)
        from builder.commands.crash import crashed

        return crashed(failure)


def _plain_site(arguments: list[str]) -> str | None:
    """The site, where they ask for a build of one and for nothing else; else None.

    Such need no parser: click alone takes longer to load than a build that has nothing to do.
    """
    match arguments:
        case ["build"] if has_site(os.curdir):
            return os.curdir
        case ["build", site] if not site.startswith("-") and has_site(site):
            return site
    return None


def _updated(site: str) -> int:
    try:
        from builder.build.request import Request
        from builder.commands.updating import update

        return update(Request(site, output_folder(None, site), processes=processors()))
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
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return CUT_OFF


def _speak_any_encoding() -> None:
    """A terminal that lacks a letter shows its code instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
