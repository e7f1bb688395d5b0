"""`backstory serve`: see every save at once."""

import os
import sys
from socket import inet_aton, inet_ntoa
from typing import TYPE_CHECKING, NoReturn

import click

from builder.commands.exits import INTERRUPTED
from builder.commands.options import site_argument, site_folder
from builder.commands.saying import say

if TYPE_CHECKING:
    from builder.commands.previewing import ServeOptions


@click.command()
@site_argument
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    metavar="PORT",
    default=8000,
    show_default=True,
    help="Where to listen; if it is busy, the next free port is taken.",
)
@click.option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on: with the default, this computer alone can look.",
)
@click.option("--open", "browse", is_flag=True, help="Open the browser.")
@click.option(
    "--base-path",
    default="/",
    metavar="/REPO/",
    help="Serve below this path, as GitHub Pages does for projects.",
)
@click.option("--drafts/--no-drafts", default=True, show_default=True, help="Show drafts too.")
def serve(site: str, port: int, host: str, base_path: str, *, browse: bool, drafts: bool) -> int:
    """Show the site on this computer, at your last save.

    SITE is its folder; default: this one. It says the address; Ctrl-C ends it.
    """
    from builder.preview.ports import bind

    root, base, host = site_folder(site), _base(base_path), _in_full(host)
    sockets, got = bind(host, port)
    if port not in (0, got):
        say(f"Port {port} is busy: taking {got}.", err=True)
    _warn(host)

    from builder.commands.previewing import ServeOptions, run

    options = ServeOptions(root, got, host, base, drafts)
    try:
        run(options, sockets, browse=browse)
        _restart(options)
    except KeyboardInterrupt:  # the way to end it, and no mishap
        say("\nThe preview has ended.", err=True)  # the terminal shows ^C, and stays in that line
    return INTERRUPTED


def _base(given: str) -> str:
    """The base path. Raises click.BadParameter where it cannot be one."""
    from builder.preview.requests import base_path

    try:
        return base_path(given)
    except ValueError as fault:
        raise click.BadParameter(str(fault), param_hint="--base-path") from None


def _in_full(host: str) -> str:
    """An IPv4 address written in short, such as 0 or 127.1, as browsers ask for it; else `host`."""
    try:
        return inet_ntoa(inet_aton(host))
    except (OSError, UnicodeError):
        return host


def _warn(host: str) -> None:
    """Say so where others can look too."""
    from builder.preview.access import is_loopback

    if not is_loopback(host):
        say(
            f"Warning: with --host {host}, everybody on your network can read the preview, "
            "drafts too.",
            err=True,
        )


def _restart(options: "ServeOptions") -> NoReturn:
    """Become a new process with the same options, for the builder's own code has changed."""
    say("The builder's own code has changed: starting it anew.", err=True)
    arguments = [
        *("--port", str(options.port), "--host", options.host, "--base-path", options.base),
        "--drafts" if options.drafts else "--no-drafts",
        *("--", options.site),
    ]
    os.execv(sys.executable, [sys.executable, "-m", "builder", "serve", *arguments])
