"""The ways in which a build ends early.

    Exception
    ├── Trouble
    │   ├── Refused   asked for something it must not do: exit 2, nothing was touched
    │   └── Unable    the disk or the machine says no: exit 3
    │       └── Unsteady   a file became another meanwhile: to build again is all it needs
    └── Flawed        a template fails while a page is made: exit 1, the old output stays

Faults of the content are never exceptions; they are diagnostics.
"""

from builder.ground.diagnostics import Diagnostic


class Trouble(Exception):
    """A sentence for the user, and in `hint` what to do about it."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.hint = hint


class Refused(Trouble):
    """A folder or an option that would do harm."""


class Unable(Trouble):
    """A file that cannot be read or written, a full disk, another build that does not end."""


class Unsteady(Unable):
    """A file that became another after the build had looked at it; the next build sees it."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} changed while it was being read.", "Build again.")


class Flawed(Exception):
    """A fault in a file of the site that shows only when a page is made from it."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def unable(deed: str, failure: OSError) -> Unable:
    """The trouble for a failed call: `deed` says what was tried, such as `write output/x.html`."""
    reason = failure.strerror or type(failure).__name__
    return Unable(f"Could not {deed}: {reason}.", _advice(failure))


def _advice(failure: OSError) -> str:
    """What to do about a failed call, by the system's number for it; "" where that says too little.

    The numbers differ between systems.
    """
    import errno  # only where something failed

    owner = "Check who owns the folder and its permissions."
    advice = {
        errno.EPERM: owner,
        errno.EACCES: owner,
        errno.ENOSPC: "Free some space on the disk and build again; the next build mends what is "
        "unfinished.",
        errno.EROFS: "The disk is read-only: build into another folder with --output.",
        errno.EDQUOT: "Your quota is used up: free some space and build again.",
    }
    return advice.get(failure.errno or 0, "")
