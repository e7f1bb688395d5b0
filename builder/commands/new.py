"""`backstory new`: a first site, ready to be built, changed and published."""

import os

import click

from builder.commands.exits import DONE
from builder.commands.provenance import requirement
from builder.commands.reports.cells import printable
from builder.commands.saying import say
from builder.ground.ways import way_to
from builder.sources.theme import code_folder
from builder.sources.troubles import Refused, unable

_DOT = "dot-"
"""Stands for the dot of a name such as .gitignore, which would have its effect here already."""

_UNKNOWN = """\
# Which Backstory makes this site. Where this copy came from cannot be told; write it here, such as
#     backstory @ git+https://github.com/OWNER/backstory@COMMIT
"""
_KNOWN = """\
# Which Backstory makes this site: the one that it was begun with. What that stands on is in
# requirements.lock, with hashes.
"""


@click.command()
@click.argument("folder", metavar="DIR")
def new(folder: str) -> int:
    """Make a first site in DIR, a folder that is new or empty.

    It holds a short article with every kind of sidecar, settings for editors, and workflows that
    check and publish it on GitHub.
    """
    _refuse_occupied(folder)
    source = requirement()
    written = _write(folder, {**_starter(), **_schemas(), "requirements.txt": _pinned(source)})
    here = way_to(folder)
    place = f"cd {printable(here)}\n  " if here else ""
    say(f"Made a site of {written} files in “{printable(folder)}”. Look at it:")
    say(f"  {place}backstory serve")
    say("Then put your article into content/, delete moon.md and the .yaml files there, and type:")
    say("  backstory draft my-article.md")
    if not source:
        say("Before you publish it with GitHub Actions: requirements.txt says what to add.")
    return DONE


def _refuse_occupied(folder: str) -> None:
    """Refuse a folder with anything in it but a fresh Git repository.

    Raises:
        Refused: the folder is not empty, not a folder, or cannot be read.
    """
    if not folder.strip() or "\0" in folder:
        raise Refused("The folder needs a name.", "backstory new my-site")
    if not os.path.lexists(folder):
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError as failure:
        raise Refused(f"“{folder}” cannot be used: {failure.strerror}.") from failure
    there = [name for name in names if name != ".git"]
    if there:
        raise Refused(
            f"“{folder}” is not empty: it holds “{there[0]}”.",
            "Choose a new folder, such as: backstory new my-site",
        )


def _starter() -> dict[str, bytes]:
    """The files of the first site that come with the package, by path."""
    top = os.path.join(code_folder(), "starter")
    files: dict[str, bytes] = {}
    for directory, _, names in os.walk(top):
        for name in names:
            disk = os.path.join(directory, name)
            parts = os.path.relpath(disk, top).split(os.sep)
            path = "/".join("." + p.removeprefix(_DOT) if p.startswith(_DOT) else p for p in parts)
            with open(disk, "rb") as file:
                files[path] = file.read()
    return files


def _schemas() -> dict[str, bytes]:
    """What lets an editor complete and check the YAML."""
    from builder.load.schema.jsonschema import schema_texts

    return {f".vscode/schema/{name}": text.encode() for name, text in schema_texts().items()}


def _pinned(source: str) -> bytes:
    """The requirements.txt that names this requirement, or says what to name where it is ""."""
    return (f"{_KNOWN}{source}\n" if source else _UNKNOWN).encode()


def _write(folder: str, files: dict[str, bytes]) -> int:
    """Write new files, none over another; how many there are. Raises Unable."""
    try:
        for path, data in sorted(files.items()):
            target = os.path.join(folder, path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "xb") as file:
                file.write(data)
    except OSError as failure:
        raise unable(f"write into “{folder}”", failure) from failure
    return len(files)
