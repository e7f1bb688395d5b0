"""Inline rules in the places of markdown-it’s own: HTML shown, code placed, links bounded."""

from collections.abc import Callable

from markdown_it.rules_inline import StateInline, backtick, html_inline, image

Rule = Callable[[StateInline, bool], bool]

_COMMENT = "<!--"
_LONGEST_LABEL = 200
_LONGEST_ADDRESS = 2000
_SCHEME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.+-")


def shown_html(state: StateInline, silent: bool) -> bool:
    """HTML stays text. Its first character becomes a token, so that it can be reported."""
    start = state.pos
    if html_inline(state, True):
        length = state.pos - start
    elif state.src.startswith(_COMMENT, start):  # its end stands in another block
        length = len(_COMMENT)
    else:
        return False
    state.pos = start
    if not silent:
        token = state.push("html_shown", "", 0)
        token.content = state.src[start]
        token.meta["source"] = state.src[start : start + length]
    state.pos = start + 1
    return True


def placed_code(state: StateInline, silent: bool) -> bool:
    """Inline code. CommonMark takes a space off both ends, so its content may begin one later."""
    start, count = state.pos, len(state.tokens)
    found = backtick(state, silent)
    for token in state.tokens[count:]:
        if token.type == "code_inline" and token.map:
            fence = len(token.markup)
            stripped = state.pos - start - 2 * fence > len(token.content)
            token.map[1] += fence + stripped
    return found


def sourced_image(state: StateInline, silent: bool) -> bool:
    """A picture; one with a title has its source too, in which the title is found."""
    start, count = state.pos, len(state.tokens)
    found = image(state, silent)
    for token in state.tokens[count:]:
        if "title" in token.attrs:
            token.meta["source"] = state.src[start : state.pos]
    return found


def short_label(rule: Rule) -> Rule:
    """A footnote rule that looks for the end of a label no further than labels go."""

    def run(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not state.src.startswith("[^", start):
            return False
        if state.src.find("]", start, min(start + _LONGEST_LABEL, state.posMax)) < 0:
            return False
        return rule(state, silent)

    return run


def braced(rule: Rule) -> Rule:
    """The rule of braces, asked only where one stands: it copies all of the text that follows."""

    def run(state: StateInline, silent: bool) -> bool:
        return state.src.startswith("{", state.pos) and rule(state, silent)

    return run


def braced_span(rule: Rule) -> Rule:
    """The rule of spans, `[words]{…}`, asked only where a brace follows: it copies likewise."""

    def run(state: StateInline, silent: bool) -> bool:
        if not state.src.startswith("[", state.pos):
            return False
        end = state.md.helpers.parseLinkLabel(state, state.pos, False)
        return end >= 0 and state.src.startswith("{", end + 1) and rule(state, silent)

    return run


def bare_link(state: StateInline, silent: bool) -> bool:
    """`https://…` in plain text (markdown-it's own rule searches all the text before it)."""
    pos = state.pos
    if state.linkLevel > 0 or not state.src.startswith("://", pos):
        return False
    scheme = _scheme_before(state.pending[-len("_https") :].lower())
    if not scheme or state.md.linkify is None:
        return False
    start = pos - len(scheme)
    text = state.src[start : min(start + _LONGEST_ADDRESS, state.posMax)]
    match = state.md.linkify.match_at_start(text)
    if match is None or len(match.url) == _LONGEST_ADDRESS:
        return False
    url = str(match.url).rstrip("*")  # stars at the end are emphasis
    if not silent:
        state.pending = state.pending[: -len(scheme)]
        state.pos = start
        state.push("link_open", "a", 1).attrs = {"href": url}
        state.tokens[-1].markup = "linkify"
        state.push("text", "", 0).content = url
        state.push("link_close", "a", -1)
    state.pos = start + len(url)
    return True


def _scheme_before(pending: str) -> str:
    """`http` or `https` when the text ends in that very word, else ""."""
    for scheme in ("https", "http"):
        if pending.endswith(scheme):
            before = pending[-len(scheme) - 1 : -len(scheme)]
            return "" if before in _SCHEME else scheme
    return ""
