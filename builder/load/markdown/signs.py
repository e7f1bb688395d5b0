"""Block rules by the sign a line begins with: a rule is not asked where its sign does not stand.

markdown-it asks every rule at every line, and at every line of a paragraph again, whether it ends
there. Most lines begin with a letter, and then nearly all of them have nothing to say.
"""

from collections.abc import Mapping, Sequence

from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

from builder.load.markdown.blockrules import Rule


class BySign(Ruler[Rule]):
    """The rules of another ruler, to which none is added from now on; each chain is one rule."""

    def __init__(self, ruler: Ruler[Rule], signs: Mapping[Rule, str]) -> None:
        """`signs` are the characters that a rule's lines begin with; others fit every line."""
        super().__init__()
        self._ruler = ruler
        self._signs = signs
        self._chains: dict[str, list[Rule]] = {}

    def getRules(self, chainName: str = "") -> list[Rule]:  # noqa: N802, N803
        """The rules of a chain, as the one that asks those of them that a line may be for."""
        if chainName not in self._chains:
            self._chains[chainName] = [by_sign(self._ruler.getRules(chainName), self._signs)]
        return self._chains[chainName]

    def get_active_rules(self) -> list[str]:
        """The names of all of them."""
        return self._ruler.get_active_rules()


def by_sign(rules: Sequence[Rule], signs: Mapping[Rule, str]) -> Rule:
    """One rule that does what these do, asked in their order, until the first that matches."""
    usual = tuple(rule for rule in rules if rule not in signs)
    special = {
        sign: tuple(rule for rule in rules if sign in signs.get(rule, sign))
        for sign in set("".join(signs.values()))
    }

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        for rule in special.get(state.src[at : at + 1], usual):
            if rule(state, start, end, silent):
                return True
        return False

    return run
