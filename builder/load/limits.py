"""How much is read, so that time and memory stay bounded whatever a file holds."""

from builder.ground.diagnostics import Diagnostic, Location, error

DEEPEST = 32
"""How deep lists and mappings of YAML may stand in each other."""
FAULTS = 1_000
"""How many faults of a file, or of a text in it, are told."""
_HINT = "Mend those that are told first: they may have one cause."


def most_parts(length: int) -> int:
    """How many block tags and stretches of text a file of so many characters may hold in all."""
    return 15_000 + length // 10


def first_of(faults: tuple[Diagnostic, ...], place: Location) -> tuple[Diagnostic, ...]:
    """The faults of a text that was read to its end: the first of them, and how many there are."""
    if len(faults) <= FAULTS:
        return faults
    message = f"This text has {len(faults)} faults; the first {FAULTS} are told."
    first = sorted(faults, key=lambda fault: fault.location)[:FAULTS]
    return (*first, error("too-many-faults", message, place, _HINT))


def too_many(faults: list[Diagnostic], place: Location) -> bool:
    """Whether the reading of a file ends because of its many faults; then that is said too."""
    if len(faults) < FAULTS:
        return False
    if faults[-1].code != "too-many-faults":
        message = f"The file has more than {FAULTS} faults; what follows was not read."
        faults.append(error("too-many-faults", message, place, _HINT))
    return True
