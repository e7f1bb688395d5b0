"""What many pages share is written once for a build, and is a function of what it was given."""

from collections.abc import Callable

from builder.model.prose import Prose
from builder.pages.views.texts import Text
from builder.render.orders import Order
from builder.render.renderer import renderer
from builder.sources.files import SourceFile
from tests.project import no_file

PIECE = b"{% macro piece(text) %}<b>{{ text }}</b>{% endmacro %}"
PAGE = b'{% from "piece.html" import piece %}{{ once(piece, page.digest) }}'


def rendered(template: bytes, piece: bytes = PIECE) -> Callable[[str], bytes]:
    """A function from a value to the page that `template` makes of it."""
    files = {"once.html": template, "piece.html": piece}
    theme = {name: SourceFile(f"templates/{name}", data, name) for name, data in files.items()}
    rendering = renderer(theme, "en", "these tools").using(_no_text, no_file)
    return lambda value: rendering.write(Order("once.html", Text(value), None)).data


def _no_text(digest: str) -> Prose:
    raise KeyError(digest)


def test_each_value_has_its_own_piece() -> None:
    render = rendered(PAGE)
    assert [render(value) for value in "aba"] == [b"<b>a</b>", b"<b>b</b>", b"<b>a</b>"]


def test_what_is_printed_is_escaped_once() -> None:
    assert rendered(PAGE)("<&") == b"<b>&lt;&amp;</b>"


def test_a_macro_that_sees_the_page_is_never_taken_from_another() -> None:
    template = PAGE.replace(b"import piece", b"import piece with context").replace(
        b"page.digest", b"1"
    )
    render = rendered(template, PIECE.replace(b"{{ text }}", b"{{ page.digest }}"))
    assert [render(value) for value in "ab"] == [b"<b>a</b>", b"<b>b</b>"]
