"""The subcommands of `backstory`. Each is imported when it is asked for."""

from importlib import import_module

import click

from builder import __version__

COMMANDS = (
    "build",
    "serve",
    "check",
    "why",
    "explain",
    "schema",
    "new",
    "draft",
    "publish",
    "clean",
)
"""Each is in a module of its name, under its name."""


class LazyGroup(click.Group):
    """A group whose commands are imported by name, in the order of `COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"builder.commands.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

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
        code: int = cli.main(args=arguments, prog_name="backstory", standalone_mode=False)
        return code
    except click.ClickException as failure:
        failure.show()
        return failure.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
