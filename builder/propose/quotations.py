"""Quotations of an article that have no entry, with who said them where that is plain."""

from collections import Counter
from collections.abc import Iterable, Iterator

from builder.ground.text import Folded
from builder.inspect.quotations.proposing import quotation_fields, quotation_id
from builder.link.anchors.anchoring import TextQuoteSelector, is_alone
from builder.model.refs import Ref
from builder.model.studies import Marked
from builder.propose.entries import Proposal


def proposed_quotations(
    quoted: Iterable[Marked], compared: Folded, taken: Counter[str], which: str
) -> Iterator[Proposal]:
    """An entry for each quotation that can be told from the same words elsewhere in the article.

    Args:
        quoted: The quotations that have no entry.
        compared: The article's text made comparable.
        taken: The ids of the quotations that there are, in small letters; those of these are added.
        which: The slug of the article, where an entry must name it, else "".
    """
    for one in quoted:
        if is_alone(TextQuoteSelector((one.words,), one.prefix, one.suffix), compared):
            fields = quotation_fields(one, which, "")
            yield Proposal(Ref("quote", quotation_id(one, taken)), tuple(fields.items()))
