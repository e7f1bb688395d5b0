"""The subcommands of `backstory`. Each is imported when it is asked for."""

from importlib import import_module

import click

from builder import __version__
from builder.commands.exits import DONE

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


def run(arguments: list[str]) -> int:
    """Run the command that these arguments ask for. Returns its exit code.

    Raises:
        KeyboardInterrupt, Refused, Trouble: as the command does.
    """
    try:
        code = cli.main(args=arguments, prog_name="backstory", standalone_mode=False)
        return code if isinstance(code, int) else DONE
    except click.ClickException as failure:
        failure.show()
        return failure.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
