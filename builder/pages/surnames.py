"""By what a person is sorted, on the page of all people and in the data."""

from builder.model.entries import Person


def surname_first(person: Person) -> str:
    """The `sort_name`; without one, the shortest other name that ends the full one stands first."""
    ends = (other.name for other in person.other_names if person.name.endswith(f" {other.name}"))
    surname = min(ends, key=len, default="")
    turned = f"{surname}, {person.name.removesuffix(surname).strip()}" if surname else person.name
    return person.sort_name or turned
