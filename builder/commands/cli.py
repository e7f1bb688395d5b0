"""The command `backstory`. Each subcommand is imported when it is asked for."""

import gc
import sys
from importlib import import_module
from typing import NoReturn

import click

from builder import __version__
from builder.commands.exits import INTERNAL, INTERRUPTED, REFUSED, told
from builder.sources.troubles import Refused, Trouble

COMMANDS = {
    "build": "builder.commands.build:build",
    "serve": "builder.commands.serve:serve",
    "check": "builder.commands.check:check",
    "why": "builder.commands.why:why",
    "explain": "builder.commands.explain:explain",
    "schema": "builder.commands.schema:schema",
    "new": "builder.commands.new:new",
    "publish": "builder.commands.publish:publish",
    "clean": "builder.commands.clean:clean",
}


class LazyGroup(click.Group):
    """A group whose commands are imported by name, in the order of the table."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name. Raises NoSuchCommand with the one that was meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as unknown:
            name = unknown.command_name
            raise click.exceptions.NoSuchCommand(name, possibilities=COMMANDS, ctx=ctx) from None


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="backstory %(version)s")
def cli() -> None:
    """Turn a news article into a microsite that explains itself."""


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    _speak_any_encoding()
    code = run(sys.argv[1:])
    gc.freeze()  # as Python ends, the collector would walk all that was kept, to free it one by one
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command. Returns its exit code: 0, 1 content, 2 usage, 3 machine, 130 interrupt."""
    try:
        code = cli.main(args=arguments, prog_name="backstory", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as failure:
        failure.show()
        return failure.exit_code
    except (click.Abort, KeyboardInterrupt):
        return told("Interrupted.", "", INTERRUPTED)
    except Refused as refusal:
        return told(str(refusal), refusal.hint, REFUSED)
    except Trouble as trouble:
        return told(str(trouble), trouble.hint, INTERNAL)
    except Exception as failure:
        from builder.commands.crash import crashed

        return crashed(failure)


def _speak_any_encoding() -> None:
    """A terminal that lacks a letter shows its code instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
