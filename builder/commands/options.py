"""What several commands take: a site, an output folder, an address."""

import os

import click


def site_folder(given: str) -> str:
    """The folder of the site. Raises click.UsageError where there is no site."""
    if given.strip() and os.path.lexists(os.path.join(given, "site.yaml")):
        return given
    if not os.path.isdir(given):
        raise click.UsageError(f"There is no folder “{given}”.")
    where = "this folder" if given == os.curdir else f"“{given}”"
    raise click.UsageError(
        f"There is no site in {where}: it has no site.yaml. "
        "Go to the folder of your site, or name it: backstory build my-site"
    )


def output_folder(given: str | None, site: str) -> str:
    """The output folder: as given, relative to where the user stands; else output/ in the site."""
    if given is None:
        return os.path.normpath(os.path.join(site, "output"))
    return given


def site_address(given: str | None) -> str | None:
    """The address of --url. Raises click.BadParameter unless it is one of the web."""
    from builder.ground.urls import refusal

    if given is None or given == "":
        return given
    reason = refusal(given)
    if reason or not given.lower().startswith(("https://", "http://")):
        raise click.BadParameter(
            f"{reason or 'it does not begin with https://'} (write it as https://example.org/)",
            param_hint="--url",
        )
    return given


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def way_to(site: str) -> str:
    """What to put before the paths of a site's files so that they lead there from here."""
    try:
        way = os.path.relpath(site)
    except ValueError:  # another drive
        return site
    return "" if way == os.curdir else way.replace(os.sep, "/")
