"""`backstory schema`: what editors need to complete and check the YAML."""

import json
import os

import click

from builder.commands.exits import DONE
from builder.commands.reports.cells import printable
from builder.commands.saying import say
from builder.load.schema.jsonschema import schema_texts, schemas
from builder.sources.troubles import Refused, unable
from builder.write.cache import begun


@click.command()
@click.argument("folder", metavar="[DIR]", required=False)
def schema(folder: str | None) -> int:
    """Write the JSON Schemas by which editors check what you type.

    There is one for site.yaml, for each sidecar and for front matter, as files in DIR. Without DIR
    they are printed as one object, by name. A first line such as "# yaml-language-server:
    $schema=../docs/schema/people.schema.json" leads an editor to them.
    """
    if folder is None:
        say(json.dumps(schemas(), indent=2))
        return DONE
    if os.path.islink(os.path.abspath(folder)):  # somebody may have committed it
        raise Refused(f"“{folder}” is a symbolic link.", "Name the folder that it leads to.")
    texts = schema_texts()
    try:
        os.makedirs(folder, exist_ok=True)
        for name, text in texts.items():
            with begun(os.path.join(folder, name)) as file:
                file.write(text.encode())
    except OSError as failure:
        raise unable(f"write into “{folder}”", failure) from failure
    say(f"Wrote {len(texts)} schemas into {printable(folder)}.")
    return DONE
