"""The one Markdown parser: CommonMark with tables, strikethrough, notes, definitions and spans."""

from functools import cache, partial

from markdown_it import MarkdownIt
from markdown_it.rules_block import (
    blockquote,
    fence,
    heading,
    hr,
    lheading,
    list_block,
    paragraph,
    reference,
)
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def, footnote_ref

from builder.load.markdown.addresses import ATTRIBUTES
from builder.load.markdown.blockrules import (
    BoundedBlock,
    begin,
    heading_pieces,
    paragraph_pieces,
    placed,
)
from builder.load.markdown.inlinerules import (
    bare_link,
    braced,
    braced_span,
    placed_code,
    short_label,
    shown_html,
    sourced_image,
)
from builder.load.markdown.signs import BySign
from builder.load.markdown.state import PlacedInline
from builder.load.markdown.tables import placed_table

DEEPEST = 40

_OPTIONS = {
    # The rule for HTML blocks is off, the inline one is replaced: HTML is recognised and shown.
    "html": True,
    # Only the inline rule for links is on: it finds `https://…` and never guesses at `example.md`.
    "linkify": True,
    "maxNesting": DEEPEST,
    "store_labels": True,
    "tasklists": True,
}


class Parser(MarkdownIt):
    """markdown-it that leaves addresses as they were written; they are judged later."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Every address makes a link: a refused one is reported, not silently left as text."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """The address as written."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """The words as written."""
        return link


@cache
def parser() -> MarkdownIt:
    """The parser, made once. Parsing leaves nothing in it."""
    md = Parser("zero")
    md.inline, md.block = PlacedInline(), BoundedBlock()
    md.configure("commonmark", options_update=_OPTIONS)
    md.enable(["table", "strikethrough", "linkify"])
    md.core.ruler.enableOnly(["block", "inline"])
    md.disable(["html_block", "fragments_join"])
    md.use(footnote_plugin, move_to_end=False)
    md.use(deflist_plugin)
    md.use(attrs_plugin, spans=True, allowed=ATTRIBUTES)
    _place(md)
    return md


def _place(md: MarkdownIt) -> None:
    """Put the rules that keep places where markdown-it's own were, in the same chains."""
    md.inline.ruler.at("html_inline", shown_html)
    md.inline.ruler.at("backticks", placed_code)
    md.inline.ruler.at("image", sourced_image)
    md.inline.ruler.at("linkify", bare_link)
    md.inline.ruler.at("footnote_ref", short_label(partial(footnote_ref, always_match=True)))
    names = md.inline.ruler.get_active_rules()
    rules = dict(zip(names, md.inline.ruler.getRules(""), strict=True))
    md.inline.ruler.at("attr", braced(rules["attr"]))
    md.inline.ruler.at("span", braced_span(rules["span"]))
    placed_heading = placed(heading, heading_pieces)
    block = md.block.ruler
    block.before("table", "begin", begin)
    block.at("table", placed_table, {"alt": ["paragraph", "reference"]})
    ends = ["paragraph", "reference", "blockquote"]  # what a heading may end
    block.at("heading", placed_heading, {"alt": ends})
    block.at("lheading", placed(lheading, paragraph_pieces))
    block.at("paragraph", placed(paragraph, paragraph_pieces))
    signs = {
        fence: "`~",
        blockquote: ">",
        hr: "*-_",
        list_block: "*+-0123456789",
        footnote_def: "[",
        reference: "[",
        placed_heading: "#",
    }
    md.block.ruler = BySign(block, signs)
