"""All checks of content, in one call."""

from builder.ground.diagnostics import Diagnostic
from builder.inspect.quotations import quotations
from builder.inspect.references import references
from builder.model.annotations import Linked
from builder.model.content import Content


def inspect(content: Content, linked: Linked) -> tuple[Diagnostic, ...]:
    """What a careful colleague would remark on, once everything is read and linked."""
    return (*references(content), *quotations(content, linked))
