"""Ids and slugs that are one to some file systems."""

from collections.abc import Iterable

from builder.ground.diagnostics import Diagnostic, Location, Related, error


def slug_collisions(
    slugs: Iterable[tuple[str, Location]],
) -> tuple[frozenset[int], tuple[Diagnostic, ...]]:
    """The slugs that are one with an earlier one, by their places in the list; and the errors.

    Files whose names are one to some file systems are told as such, and not here as well.
    """
    faults: list[Diagnostic] = []
    places: dict[str, Location] = {}
    left_out: set[int] = set()
    for number, (slug, place) in enumerate(slugs):
        if (folded := slug.casefold()) in places:
            left_out.add(number)
            if place.path.casefold() != places[folded].path.casefold():
                faults.append(_one_slug(slug, place, places[folded]))
        else:
            places[folded] = place
    return frozenset(left_out), tuple(faults)


def _one_slug(slug: str, place: Location, earlier: Location) -> Diagnostic:
    """Two texts that would stand at one address."""
    message = f"“{slug}” is the slug of {earlier.path} too, or differs by capitals alone."
    hint = f"Write another slug into one of the two, such as “slug: {slug}-2”."
    return error("id-collision", message, place, hint, Related(earlier, "The other one is here."))


def id_collision(name: str, place: Location, earlier: Location) -> Diagnostic:
    """Two ids that some file systems cannot tell apart."""
    message = f"“{name}” differs from another one only by capitals, or not at all."
    hint = "Keep one of the two, or give it another id: on some computers they would be one file."
    return error("id-collision", message, place, hint, Related(earlier, "The other one is here."))
