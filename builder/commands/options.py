"""What several commands take: a site, its output, an address, the form of what they say."""

import os

import click

from builder.commands.places import has_site
from builder.commands.reports.cells import harmless
from builder.commands.telling import FORMS

_MISNAMED = ("site.yml", "site.yaml.txt")
"""What editors make of the name; Windows shows the second as site.yaml."""


def site_folder(given: str) -> str:
    """The folder of the site. Raises click.UsageError where there is no site."""
    if has_site(given):
        return given
    if os.path.isfile(given):
        raise click.UsageError(f"“{harmless(given)}” is a file: name the folder that it is in.")
    if not os.path.isdir(given):
        raise click.UsageError(f"There is no folder “{harmless(given)}”.")
    for name in _MISNAMED:
        if os.path.isfile(os.path.join(given, name)):
            raise click.UsageError(f"Rename {name} to site.yaml: only that is read.")
    where = "this folder" if given == os.curdir else f"“{harmless(given)}”"
    above = os.path.normpath(os.path.join(given, os.pardir))
    if has_site(above):
        raise click.UsageError(
            f"There is no site in {where}, but in the one above it: {_example(harmless(above))}"
        )
    raise click.UsageError(
        f"There is no site in {where}: it has no site.yaml. "
        f"Go to the folder of your site, or name it: {_example('my-site')}"
    )


def _example(site: str) -> str:
    """The command that runs, with what it cannot do without, and a site."""
    context = click.get_current_context()
    wanted = (one for one in context.command.params if isinstance(one, click.Argument))
    words = (one.human_readable_name.upper() for one in wanted if one.required)
    return " ".join((context.command_path, *words, site))


def site_address(given: str | None) -> str | None:
    """The address of --url. Raises click.BadParameter unless a site can have it."""
    from builder.ground.urls import home_of, home_refusal

    if given and (reason := home_refusal(given)):
        message = f"{reason} (write it as {home_of(given)})"
        raise click.BadParameter(message, param_hint="--url")
    return given


site_argument = click.argument("site", default=".")
"""The argument SITE: the folder of the site, as `site_folder` takes it."""
output_option = click.option(
    "--output", "-o", metavar="DIR", help="Where the pages go; default: SITE/output."
)
"""The option --output of what builds, as `places.output_folder` takes it."""
strict_option = click.option("--strict", is_flag=True, help="Take warnings for errors.")
"""The option --strict."""
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="text for people, on stderr; the others for programs, on stdout.",
)
"""The option --format, as the argument `form`."""
