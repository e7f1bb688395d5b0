"""builder.render.faults: a template that fails is told with its file and line."""

from pathlib import Path

import pytest

from builder.build.building import build
from builder.ground.diagnostics import Location
from builder.ground.digests import digest
from builder.model.prose import Prose
from builder.pages.page import ViewPage
from builder.pages.views.machine import Robots
from builder.render import coordinates
from builder.render.orders import ordered
from builder.render.renderer import renderer
from builder.sources.files import SourceFile
from builder.sources.troubles import Flawed
from tests.project import no_file
from tests.smallsite import request, site

PAGE = ViewPage("robots.txt", "robots.txt", lambda: Robots(""))


def no_text(digest: str) -> Prose:
    """There is no text."""
    raise KeyError(digest)


def rendered(text: str) -> bytes:
    """The page made from a template, which may include `part.html` and import `macros.html`."""
    files = {
        "robots.txt": text,
        "part.html": "part\n{{ page.nothing }}",
        "macros.html": "{% macro word() %}{{ page }}{% endmacro %}",
    }
    templates = {
        name: SourceFile(f"templates/{name}", data.encode(), digest(data.encode()))
        for name, data in files.items()
    }
    return renderer(templates, "en", "tests").using(no_text, no_file).write(ordered(PAGE)).data


@pytest.mark.parametrize(
    ("text", "path", "line", "column", "words"),
    [
        ("a\n  {{ page.nothing }}", "robots.txt", 2, 3, "“Robots” has no “nothing”"),
        ("a\n\n{% if %}", "robots.txt", 3, 1, "cannot be read"),
        ("{{ page.sitemap | nofilter }}", "robots.txt", 1, 1, "nofilter"),
        ("a\n{% include 'none.html' %}", "robots.txt", 2, 1, "There is no template “none.html”."),
        ("a\n{% include 'part.html' %}", "part.html", 2, 1, "“Robots” has no “nothing”"),
        ("{{ 1 / 0 }}", "robots.txt", 1, 1, "ZeroDivisionError"),
        ("{{ page.sitemap + 1 }}", "robots.txt", 1, 1, "TypeError"),
        ("a\n{{ page | prose }}", "robots.txt", 2, 1, "“prose” takes a text of the page"),
        ("{{ 7 | plain }}", "robots.txt", 1, 1, "was given “int”"),
        ("{{ 7 | date }}", "robots.txt", 1, 1, "“date” takes a date"),
        ("{{ [] | href }}", "robots.txt", 1, 1, "“href” takes an address"),
        ("{{ 'a' | date('b') }}", "robots.txt", 1, 1, "“date” was given more than it takes"),
        ("{{ none | prose(numbered=5) }}", "robots.txt", 1, 1, "takes ids as “numbered”"),
        ("{{ none | prose('', [1]) }}", "robots.txt", 1, 1, "takes notes of the page as “notes”"),
        ("{{ none | prose(digits=5) }}", "robots.txt", 1, 1, "was given more than it takes"),
        ("{{ once(page.sitemap) }}", "robots.txt", 1, 1, "object is not callable"),
        ("{{ _('a %(b)s') }}", "robots.txt", 1, 1, "“a %(b)s” cannot be filled in"),
        ("{{ _('a %(b)s', c=1, d=2) }}", "robots.txt", 1, 1, "and was given c, d"),
        ("{{ _([]) }}", "robots.txt", 1, 1, "“gettext” takes a text: unhashable type: 'list'"),
        ("{{ ngettext('a', '100%!', 2) }}", "robots.txt", 1, 1, "“100%!” cannot be filled in"),
        ("{% macro a() %}{% endmacro %}{{ once(a, 3) }}", "robots.txt", 1, 1, "macro 'a' takes"),
        ("{% macro a() %}{% endmacro %}{{ a(3) }}", "robots.txt", 1, 1, "TypeError"),
        ("{{ 3 | join }}", "robots.txt", 1, 1, "TypeError"),
        (r"{{ '\ud800' }}", "robots.txt", 1, 1, "UnicodeEncodeError"),
        ("{{ 1" + "+1" * 5_000 + " }}", "robots.txt", 1, 1, "nests too deeply"),
        ("{{ " + "(" * 3_000 + ")" * 3_000 + " }}", "robots.txt", 1, 1, "nests too deeply"),
        ("{% for x in [1] %}" * 30 + "{% endfor %}" * 30, "robots.txt", 1, 1, "nests too deeply"),
        ("a\n{% import 'robots.txt' as x %}", "robots.txt", 2, 1, "uses itself without end"),
        ("a\n{% include 'robots.txt' %}", "robots.txt", 2, 1, "uses itself without end"),
        ("a\n{% if 1 %}{% for i in [] %}\n{% endfor %}", "robots.txt", 2, 1, "“if” begins here"),
        ("{% block a %}\n{% if 1 %}\n{% endblock %}", "robots.txt", 2, 1, "“if” begins here"),
        ("{% block a %}\n  {%- if 1 %}\nb", "robots.txt", 2, 3, "“if” begins here"),
        ("{% for i in range(10**30) %}{% endfor %}", "robots.txt", 1, 1, "100,000 numbers at most"),
        ("{{ range('a') }}", "robots.txt", 1, 1, "“range” takes whole numbers"),
    ],
)
def test_a_fault_has_a_place(text: str, path: str, line: int, column: int, words: str) -> None:
    with pytest.raises(Flawed) as flaw:
        rendered(text)
    diagnostic = flaw.value.diagnostic
    assert diagnostic.location[:3] == Location(f"templates/{path}", line, column)[:3]
    assert diagnostic.location.length > 0
    assert words in diagnostic.message


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("dateline=3", "“prose” takes words as “dateline”, and was given “int”"),
        ("notes=[1]", "“prose” takes notes of the page as “notes”, and was given “int”"),
    ],
)
def test_what_a_text_is_given_besides_has_a_place(tmp_path: Path, given: str, words: str) -> None:
    template = f"a\n{{{{ page.body | prose({given}) }}}}"
    (told,) = build(request(site(tmp_path, {"templates/article.html": template}))).diagnostics
    assert told.location[:2] == ("templates/article.html", 2)
    assert words in told.message


def test_a_mistake_of_our_own_filters_is_not_the_templates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(coordinates, "wording", lambda translate: lambda text: text.no_method())
    with pytest.raises(AttributeError):
        rendered("{{ page.sitemap | coordinates }}")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("{{ page.sitemp }}", "Did you mean “sitemap”?"),
        ("{{ title }}", "A template sees “page” and its fields"),
        ("{% import 'macros.html' as m %}{{ m.wrod() }}", "Did you mean “word”?"),
        ("{% import 'macros.html' as m %}{{ m.xyz() }}", "it may be older: compare the two"),
        ("{% import 'macros.html' as m %}{{ m.word() }}", "“with context”"),
        ("{{ none.address }}", "{% if … %}"),
        ("{% include 'macro.html' %}", "Did you mean “macros.html”?"),
        ("{{ page | nofilter }}", "docs/templates.md lists the filters"),
        ("{% if page | nofilter %}{% endif %}", "docs/templates.md lists the filters"),
        ("{% extends 'robots.txt' %}", "extend base.html instead"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "needs an end"),
        ("{{ page.sitemap }", "is closed with }}"),
        ("{% block a \n<p>", "Close the tag with %}"),
        ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "Jinja's own guide"),
        ("{{ page.zzz }}", "docs/templates.md lists every field a template may use."),
        ("{% macro a() %}", "Write {% endmacro %} where it ends."),
    ],
)
def test_a_fault_says_what_to_do(text: str, hint: str) -> None:
    with pytest.raises(Flawed) as flaw:
        rendered(text)
    said = flaw.value.diagnostic.hint
    assert hint in said
    assert said == said.strip()


def test_a_field_that_the_head_has_is_proposed_with_it(tmp_path: Path) -> None:
    template = {"templates/404.html": "{{ page.title }}"}
    (told,) = build(request(site(tmp_path, template))).diagnostics
    assert "Did you mean “head.title”?" in told.hint


def test_what_fails_in_the_theme_names_the_line_of_the_site_that_led_there(tmp_path: Path) -> None:
    template = 'a\n{% import "_macros.html" as m with context %}\n{{ m.sources(3) }}'
    (told,) = build(request(site(tmp_path, {"templates/404.html": template}))).diagnostics
    assert told.location.path == "theme/_macros.html"
    assert [other.location[:2] for other in told.related] == [("templates/404.html", 3)]


def test_the_byte_order_mark_of_an_editor_is_no_text_of_the_page() -> None:
    assert rendered("\ufeffa") == b"a"
