"""`backstory explain`: what a code means, with an example and how to mend it."""

import os
import sys

import click

from builder.commands.exits import DONE
from builder.commands.reports.style import Style, style_for
from builder.commands.saying import say
from builder.ground.codes import CODES
from builder.ground.guess import did_you_mean, most_like
from builder.sources.theme import diagnostics_folder
from builder.sources.troubles import unable


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explain the CODE that stands in brackets after a message.

    Without CODE all are listed.
    """
    style = style_for(sys.stdout)
    if code is None:
        say(_listed(style))
        return DONE
    word = code.strip().strip("[]").lower()
    if word not in CODES:
        raise click.UsageError(_unknown(word))
    say(_readable(_page(word), style))
    return DONE


def _listed(style: Style) -> str:
    """A line for each code: how much it weighs, and what it means."""
    width = max(map(len, CODES))
    return "\n".join(
        f"{style('place', code.ljust(width))}  {style(known.severity, known.severity.ljust(7))}  "
        f"{known.meaning}"
        for code, known in CODES.items()
    )


def _unknown(word: str) -> str:
    near = did_you_mean(most_like(word, CODES, alike=0.5))
    sentences = (f"There is no code “{word}”.", near, "All codes: backstory explain")
    return " ".join(filter(None, sentences))


def _page(code: str) -> str:
    """The page of a code, as Markdown. Raises Unable."""
    path = os.path.join(diagnostics_folder(), f"{code}.md")
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError as failure:
        raise unable(f"read the page of “{code}”", failure) from failure


def _readable(page: str, style: Style) -> str:
    """A page of Markdown for a terminal: headings stand out, examples are indented."""
    lines: list[str] = []
    inside = False
    for line in page.rstrip().split("\n"):
        if line.startswith("```"):
            inside = not inside
            name = line.strip("`").partition(" ")[2] if inside else ""
            lines += [style("code", f"    {name}")] if name else []
        elif inside:
            lines.append(f"    {line}".rstrip())
        elif line.startswith("#"):
            lines.append(style("place", line.lstrip("# ")))
        else:
            lines.append(line)
    return "\n".join(lines)
