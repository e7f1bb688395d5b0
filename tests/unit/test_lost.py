"""builder.render.lost: what a site's own templates hold and no page shows."""

import pytest

from builder.ground.digests import digest
from builder.render.lost import lost
from builder.sources.files import SourceFile

THEME = {
    "base.html": "{% block head %}{% endblock %}{% block main %}{% endblock %}",
    "letters.html": '{% extends "base.html" %}{% block main %}{% block entries %}{% endblock %}'
    "{% endblock %}",
    "page.html": '{% extends "base.html" %}',
}


def told(own: dict[str, str]) -> list[tuple[str, int, str]]:
    """What is said of these templates over the theme's: path, line, hint."""
    made = {name: ("theme", text) for name, text in THEME.items()}
    made |= {name: ("templates", text) for name, text in own.items()}
    templates = {
        name: SourceFile(f"{folder}/{name}", text.encode(), digest(text.encode()))
        for name, (folder, text) in made.items()
    }
    found = lost(templates, {*THEME, "assets/style.css"})
    return [(one.location.path, one.location.line, one.hint) for one in found]


@pytest.mark.parametrize(
    ("name", "text", "line", "hint"),
    [
        ("page.html", "\n{% block mian %}a{% endblock %}", 2, "Did you mean “main”?"),
        ("page.html", "\n{% block x %}a{% endblock %}", 2, "The blocks are: head, main."),
        ("page.html", "\n\n <p>a", 3, "The blocks are: head, main."),
        ("page.html", "\n{{ page }}", 2, "The blocks are: head, main."),
    ],
)
def test_what_stands_in_no_block_of_the_layout_is_told(
    name: str, text: str, line: int, hint: str
) -> None:
    own = {name: '{% extends "base.html" %}' + text}
    assert told(own) == [(f"templates/{name}", line, hint)]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("pgae.html", "Did you mean “templates/page.html”?"),
        ("style.css", "Did you mean “templates/assets/style.css”?"),
        ("people/page.html", "Did you mean “templates/page.html”?"),
        ("zzz", "docs/templates.md lists the templates that make pages"),
    ],
)
def test_a_file_that_nothing_uses_is_told(name: str, hint: str) -> None:
    ((path, line, said),) = told({name: "{% if %}"})
    assert (path, line) == (f"templates/{name}", 1)
    assert hint in said


@pytest.mark.parametrize(
    "own",
    [
        {"page.html": '{# a #}\n{% extends "base.html" %}\n{% set a = 1 %}\n'},
        {"page.html": '{% extends "letters.html" %}{% block entries %}a{% endblock %}'},
        {"page.html": '{% extends "letters.html" %}{% block head %}a{% endblock %}'},
        {
            "page.html": '{% extends "base.html" %}{% block main %}{% block own %}{% endblock %}'
            "{% endblock %}"
        },
        {"page.html": '{% include "_own.html" %}', "_own.html": "a"},
        {
            "page.html": '{% from "_own.html" import a %}',
            "_own.html": "{% macro a() %}{% endmacro %}",
        },
        {"page.html": "{% extends name %}{% block own %}{% endblock %}"},
        {"page.html": '{% extends "page.html" %}{% block own %}{% endblock %}'},
        {"page.html": '\ufeffa{% extends "base.html" %}'},
        {"base.html": "<html>{% block main %}{% endblock %}"},
        {"page.html": '{% include "kinds/" ~ page.kind %}', "kinds/one": "a"},
        {
            "page.html": '{% extends "own.html" %}{% block entries %}a{% endblock %}',
            "own.html": "{% extends page.layout %}{% block main %}{% endblock %}",
        },
        {"README.md": "Ours.", "locale/pt.po": "a"},
    ],
)
def test_what_is_shown_is_not_told(own: dict[str, str]) -> None:
    assert told(own) == []


@pytest.mark.parametrize(
    "text", ["{{ 1" + "+1" * 5_000 + " }}", "{{ " + "(" * 3_000 + ")" * 3_000 + " }}"]
)
def test_a_template_that_nests_too_deeply_is_one_that_nothing_uses(text: str) -> None:
    ((path, line, _),) = told({"own": text})
    assert (path, line) == ("templates/own", 1)
