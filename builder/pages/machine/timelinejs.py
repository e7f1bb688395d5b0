"""The timeline for TimelineJS3, `data/timelinejs.json`."""

from builder.ground.expressions import expression
from builder.model.dates import Day
from builder.model.entries import Event
from builder.pages.addresses import entry_address
from builder.pages.material import Material
from builder.pages.parts import entry_text
from builder.pages.site import absolute
from builder.pages.views.machine import TimelineData, TimelineSlide

_PARTS = {"day": 3, "month": 2}
_WRITTEN = expression(r"Y?(-?)([0-9X]+)(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def timeline_data(material: Material) -> TimelineData:
    """Every event as a slide. Events known only by their end begin there."""
    return TimelineData(
        title=material.content.settings.title,
        slides=tuple(_slide(material, event) for event in material.events),
    )


def _slide(material: Material, event: Event) -> TimelineSlide:
    first, last = event.date.start or event.date.end, event.date.end
    return TimelineSlide(
        id=event.ref.id,
        title=event.title,
        date=event.date.text,
        start=_parts(first),
        end=_parts(last) if event.date.is_interval else (),
        summary=entry_text(material, event, "summary"),
        url=absolute(material.content.settings, entry_address(event.ref)),
    )


def _parts(day: Day | None) -> tuple[str, ...]:
    """Year, month and day, as far as they are known; a decade or century begins with its year.

    They are those of the text, for the bounds of a day know the years 1 to 9999 only.
    """
    written = day and _WRITTEN().match(day.text)
    if not day or not written:
        return ()
    sign, digits, month, number = written.groups()
    year = str(int(sign + digits.replace("X", "9" if sign else "0")))
    return (year, month, number)[: _PARTS.get(day.precision, 1)]
