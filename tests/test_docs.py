"""What the documentation says of commands is what they are."""

import re
from pathlib import Path

import click
import pytest

from builder.commands.group import COMMANDS, cli
from tests.screenshots import INTO, SHOTS, gallery

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(
    re.findall(r"^## backstory (\w+).*?\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
)


def command(name: str) -> click.Command:
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    return found


def options(name: str) -> set[str]:
    """The names of the options of a command."""
    listed = [p for p in command(name).params if isinstance(p, click.Option)]
    return {word for option in listed for word in (*option.opts, *option.secondary_opts)}


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    assert SECTIONS.keys() == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented_and_no_other(name: str) -> None:
    table = "\n".join(line for line in SECTIONS[name].splitlines() if line.startswith("| `"))
    documented = set(re.findall(r"`(--?[\w-]+)", table))
    assert documented == options(name)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_is_in_the_heading(name: str) -> None:
    listed = [p for p in command(name).params if isinstance(p, click.Argument)]
    heading = re.search(rf"^## backstory {name}(.*)$", PAGE, re.MULTILINE)
    assert heading is not None
    expected = " ".join(argument.make_metavar(click.Context(command(name))) for argument in listed)
    assert heading[1].strip() == expected


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"| `backstory {name}" in readme


@pytest.mark.parametrize(
    "path",
    [
        "docs/commands.md",
        "docs/checking.md",
        "docs/data.md",
        "docs/fields.md",
        "docs/first-article.md",
        "docs/screenshots/README.md",
        "README.md",
    ],
)
def test_links_between_pages_lead_somewhere(path: str) -> None:
    text = re.sub(
        r"^```.*?^```", "", (ROOT / path).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    for target in re.findall(r"\[[^\]]*\]\(([^)#:]+)\)", text):
        assert (ROOT / path).parent.joinpath(target).exists(), target


@pytest.mark.parametrize(
    "path", ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/promises.md", "docs/templates.md"]
)
def test_modules_that_are_named_are_there(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w/.-]+\.py)`", text))
    assert {
        one for one in named if not list(ROOT.glob(one)) + list(ROOT.glob(f"*/**/{one}"))
    } == set()


def test_the_promises_name_tests_and_commands_that_exist() -> None:
    text = (ROOT / "docs/promises.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/.-]+)`", text)
    assert len(named) > 30
    assert [path for path in named if not (ROOT / path).exists()] == []
    for target in re.findall(r"`make (\w+)", text):
        assert re.search(rf"^{target}: ", makefile, re.MULTILINE), target


def test_one_page_shows_every_picture_with_what_it_shows() -> None:
    assert (INTO / "README.md").read_text(encoding="utf-8") == gallery()
    assert {path.stem for path in INTO.glob("*.png")} == {shot.name for shot in SHOTS}
