"""Events that are entered twice: readers would see them twice on the timeline."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.grouping import grouped
from builder.ground.text import one_form
from builder.model.content import Content
from builder.model.entries import Event


def repeated_events(content: Content) -> Iterator[Diagnostic]:
    """`event-repeated`: an event with the title and the date of one before it."""
    events = content.of_type(Event)
    alike = grouped(((one_form(one.title).casefold(), one.date), one) for one in events)
    for first, *others in alike.values():
        for other in others:
            yield warning(
                "event-repeated",
                "This event has an entry already, and readers would see it twice.",
                other.origin.location,
                "Delete one of the two. Where it is told in several places, one entry has them all "
                "in its `passage`, as a list.",
                Related(first.origin.location, "the other entry"),
            )
