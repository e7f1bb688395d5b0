"""The theme: it compiles, keeps the page's security policy, and its guide names all a page has."""

import gzip
import inspect
import pkgutil
import re
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes

from builder.pages import views
from builder.render.catalogues import ENGLISH
from builder.render.cldr import calendar_of
from builder.render.filters import Lent, filters

ROOT = Path(__file__).parents[2]
THEME = ROOT / "templates"
GUIDE = ROOT / "docs" / "templates.md"
TEMPLATES = sorted(p.name for p in THEME.iterdir() if p.is_file())
PAGES = [name for name in TEMPLATES if name.endswith(".html") and not name.startswith("_")]
FILTERS = tuple(filters(Lent(), "en", calendar_of("en"), ENGLISH))
SCRIPTS = sorted((THEME / "assets").glob("*.js"))
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
NOT_FOR_TEMPLATES = {"Data", "Inscription", "SocialCard"}


def environment() -> Environment:
    """The theme's templates with the names of the builder's filters."""
    made = Environment(
        loader=FileSystemLoader(THEME),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.filters.update(dict.fromkeys(FILTERS, str))
    return made


def source(name: str) -> str:
    return (THEME / name).read_text(encoding="utf-8")


def nodes_of(name: str) -> nodes.Template:
    return environment().parse(source(name))


class Tags(HTMLParser):
    """The start tags of a template's own HTML, expressions left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(name: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(without_expressions(name))
    return parser.found


def without_expressions(name: str) -> str:
    """The words of a template as they stand, each expression as `{}`."""
    written: list[str] = []
    depth = 0
    for _, token, value in environment().lex(source(name)):
        if token == "data" and depth == 0:
            written.append(value)
        elif token.endswith("_begin"):
            depth += 1
        elif token.endswith("_end"):
            depth -= 1
            written.append("{}" if token == "variable_end" else "")
    return "".join(written)


def view_fields() -> dict[str, tuple[str, ...]]:
    """The fields of every view that a template may see."""
    modules = [
        import_module(found.name)
        for found in pkgutil.iter_modules(views.__path__, f"{views.__name__}.")
    ]
    members: list[tuple[str, Any]] = [
        member for module in modules for member in inspect.getmembers(module, inspect.isclass)
    ]
    return {
        name: (*value.__struct_fields__, *properties(value))
        for name, value in members
        if value.__module__.startswith(views.__name__) and name not in NOT_FOR_TEMPLATES
    }


def properties(value: type) -> list[str]:
    """What a view makes of its fields when a template asks for it."""
    return [name for name, held in vars(value).items() if isinstance(held, property)]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_compiles(name: str) -> None:
    environment().get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_is_marked_safe(name: str) -> None:
    used = {found.name for found in nodes_of(name).find_all(nodes.Filter)}
    assert not used & {"safe", "xmlattr"}


@pytest.mark.parametrize("name", [n for n in TEMPLATES if n != "timelinejs.json"])
def test_json_stands_in_data_blocks_alone(name: str) -> None:
    """`tojson` is safe in the text of a script element, and breaks out of a quoted attribute."""
    text = (THEME / name).read_text(encoding="utf-8")
    block = r'<script type="application/ld\+json">{{ [^{}]+ \| tojson }}</script>'
    assert "tojson" not in re.sub(block, "", text)


@pytest.mark.parametrize("name", [n for n in TEMPLATES if n != "robots.txt"])
def test_escaping_is_never_switched_off(name: str) -> None:
    assert not list(nodes_of(name).find_all(nodes.ScopedEvalContextModifier))


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_inline_style_or_script(name: str) -> None:
    for tag, attributes in tags(name):
        assert tag not in {"style", "base", "iframe", "object", "embed", "form"}
        is_data = attributes.get("type") == "application/ld+json"
        assert tag != "script" or is_data or attributes.get("src") == "{}"
        assert not [key for key in attributes if key == "style" or key.startswith("on")]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_attribute_is_quoted(name: str) -> None:
    assert "={}" not in without_expressions(name).replace("url={}", "")


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_is_fetched_from_elsewhere(name: str) -> None:
    for tag, attributes in tags(name):
        for key in ("src", "srcset") + (("href",) if tag == "link" else ()):
            assert (attributes.get(key) or "{}").startswith("{}")


@pytest.mark.parametrize("name", ["base.html", "redirect.html"])
def test_security_policy_follows_the_charset(name: str) -> None:
    metas = [attributes for tag, attributes in tags(name) if tag == "meta"]
    assert metas[0] == {"charset": "utf-8"}
    assert metas[1] == {"http-equiv": "Content-Security-Policy", "content": POLICY}


def layouts(name: str) -> list[str]:
    """The templates that a template extends, the nearest first."""
    extended = [found.template.as_const() for found in nodes_of(name).find_all(nodes.Extends)]
    return [*extended, *layouts(extended[0])] if extended else []


@pytest.mark.parametrize("name", [n for n in PAGES if n != "base.html"])
def test_page_has_one_main_heading(name: str) -> None:
    whole = [tag for part in (name, *layouts(name)) for tag, _ in tags(part)]
    assert whole.count("h1") == 1


@pytest.mark.parametrize("name", [n for n in PAGES if n not in ("base.html", "redirect.html")])
def test_page_stands_in_the_layout(name: str) -> None:
    assert layouts(name)[-1:] == ["base.html"]


@pytest.mark.parametrize("name", TEMPLATES)
def test_other_templates_are_named_in_plain(name: str) -> None:
    """A name that is computed would make a page depend on every template."""
    loads = nodes_of(name).find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport))
    assert all(isinstance(getattr(load, "template", None), nodes.Const) for load in loads)


def test_stylesheet_is_complete_in_itself() -> None:
    css = (THEME / "assets" / "style.css").read_bytes()
    assert b"@import" not in css
    assert b"url(" not in css


def packed(*paths: Path) -> int:
    """How many bytes travel: each file compressed on its own, as servers do it."""
    return sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in paths)


def test_one_script_holds_up_the_page_and_it_is_tiny() -> None:
    scripts = [attributes for tag, attributes in tags("base.html") if tag == "script"]
    blocking = [a for a in scripts if "src" in a and "defer" not in a]
    assert len(blocking) == 1
    assert len((THEME / "assets" / "theme.js").read_bytes()) <= 1024


def test_all_script_together_is_small() -> None:
    assert packed(*SCRIPTS) <= 7_400


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_classic_and_fetch_nothing(path: Path) -> None:
    script = path.read_text(encoding="utf-8").replace("import(index)", "", path.name == "search.js")
    for word in ("import ", "import(", "export ", "fetch(", "XMLHttpRequest", "eval(", "innerHTML"):
        assert word not in script


def section(heading: str) -> str:
    """A section of the guide, under its heading of level 3."""
    _, found, rest = GUIDE.read_text(encoding="utf-8").partition(f"\n### {heading}\n")
    return rest.partition("\n### ")[0].partition("\n## ")[0] if found else ""


@pytest.mark.parametrize("view", view_fields())
def test_guide_names_every_field(view: str) -> None:
    rows = [line for line in section(view).splitlines() if line.startswith("| `")]
    assert [row.split("`")[1] for row in rows] == list(view_fields()[view])


@pytest.mark.parametrize("name", [*TEMPLATES, *FILTERS])
def test_guide_names_every_template_and_filter(name: str) -> None:
    assert f"| `{name}` |" in GUIDE.read_text(encoding="utf-8")


def test_guide_names_every_macro_with_what_may_be_left_out() -> None:
    """What must be given may be called otherwise in the guide, where a word says more."""
    written = r"(\w+)\(([^)]*)\)"
    macros = re.findall(rf"{{%-? macro {written}", source("_macros.html"))
    guide = re.findall(rf"`m\.{written}|, `m\.{written}", GUIDE.read_text(encoding="utf-8"))
    told = {(a or c): signature(b or d) for a, b, c, d in guide if "page" not in (b or d)}
    assert {name: signature(takes) for name, takes in macros} == told


def signature(takes: str) -> tuple[int, list[str]]:
    """How many arguments must be given, and those that may be left out."""
    arguments = takes.split(", ") if takes else []
    return sum("=" not in one for one in arguments), [one for one in arguments if "=" in one]


def test_guide_describes_no_view_that_does_not_exist() -> None:
    lines = GUIDE.read_text(encoding="utf-8").splitlines()
    described = {line.removeprefix("### ") for line in lines if line.startswith("### ")}
    assert described == set(view_fields())


@pytest.mark.parametrize("name", [n for n in TEMPLATES if not n.startswith("_")])
def test_template_reads_fields_that_exist(name: str) -> None:
    """`page.x` and `page.head.x` in a template are fields of some view."""
    known = {field for fields in view_fields().values() for field in fields}
    reads = nodes_of(name).find_all(nodes.Getattr)
    ours = [read for read in reads if read_from_page(read)]
    assert {read.attr for read in ours} <= known


def read_from_page(read: nodes.Getattr) -> bool:
    """Whether the attribute is read from `page`, at any depth."""
    start: nodes.Node = read
    while isinstance(start, nodes.Getattr):
        start = start.node
    return isinstance(start, nodes.Name) and start.name == "page"
