"""Git, called as a program: the one door to the repository a site lives in."""

import os
import shlex
import subprocess
from typing import NamedTuple

from builder.sources.troubles import Refused, Unable

_REMOTE = "remote:"
"""With what the server's words begin in Git's complaint."""
_UNREAD = "fatal: Could not read from remote repository."
_OWN = ("fatal:", "error:")
_NO_REASON = ("To ", "hint:", "error: failed to push some refs")
"""Begin what Git says besides, or of every push that fails: the reason stands beside it."""
_LAST = 3
"""Lines of a hook that are told: what went wrong stands at its end."""
_PATIENCE = 120.0
_NONE = "not a git repository (or any"
"""Git's words where it has looked for a repository in all folders above, and found none."""
_ELSEWHERE = frozenset(
    f"GIT_{name}"
    for name in ("DIR", "COMMON_DIR", "WORK_TREE", "INDEX_FILE", "OBJECT_DIRECTORY", "PREFIX")
)
"""Variables by which Git tells its hooks of a repository: the site's is where the site lies."""
_EXPLICIT = "safe.bareRepository"
_OWN_ONLY = ("-c", f"{_EXPLICIT}=explicit")
"""Settings are those of the repository that the site lies in: of files in the site that look like a
bare one, which a stranger may have committed, Git would run the programs they name (git-config,
`safe.bareRepository`)."""
_LOOKING = "--no-optional-locks"
"""Looking changes nothing: it needs no room on the disk, and nobody's commit has to wait."""


class Answer(NamedTuple):
    """What Git said: its exit code, its output as bytes, its complaint as text."""

    code: int
    output: bytes
    complaint: str

    @property
    def text(self) -> str:
        """The output as text, without the line end."""
        return self.output.decode("utf-8", "backslashreplace").strip()


class Repository(NamedTuple):
    """The work tree of a repository, by its top folder; how many seconds a remote has.

    `index_file` is of an index that stands in for its own, "" for none.
    """

    folder: str
    patience: float = _PATIENCE
    index_file: str = ""

    def ask(self, *arguments: str, given: bytes = b"") -> Answer:
        """Run Git in the work tree, with `given` as its standard input. Never raises on its code.

        Raises:
            Unable: there is no Git on this machine.
        """
        return _run(self.folder, arguments, given, index=self.index_file)

    def inquire(self, *arguments: str) -> Answer:
        """Run Git where it asks a remote, which may stay silent for ever. Never raises on its code.

        Raises:
            Unable: there is no Git on this machine, or no answer came in time.
        """
        try:
            return _run(self.folder, arguments, limit=self.patience)
        except subprocess.TimeoutExpired:
            raise Unable(
                f"The remote did not answer within {self.patience:g} seconds.",
                "Check the network and the address (git remote -v), and see whether it answers "
                f"when asked by hand, which has no limit: {shlex.join(('git', *arguments))}",
            ) from None

    def tell(self, *arguments: str, given: bytes = b"") -> str:
        """Run Git and return its output as text.

        Raises:
            Unable: Git does not do it; the message holds Git's own words.
        """
        answer = self.ask(*arguments, given=given)
        if answer.code:
            raise Unable(f"“git {arguments[0]}” failed: {said(answer)}.")
        return answer.text


def repository(site: str) -> Repository:
    """The repository in which the folder `site` lies.

    Raises:
        Refused: it lies in none, or holds what Git would take for one.
        Unable: there is no Git on this machine, or it does not read the repository: it does not
            trust the folder's owner, or cannot make sense of its settings.
    """
    answer = _run(site, ("rev-parse", "--show-toplevel"))
    if not answer.code:
        return Repository(answer.output.decode("utf-8", "surrogateescape").rstrip("\n"))
    if _NONE in answer.complaint:
        raise Refused(
            "This site is not in a Git repository, so there is no branch to publish it on.",
            "Make one (git init), commit the site, and add the remote: "
            "git remote add origin ADDRESS",
        )
    if _EXPLICIT in answer.complaint:
        raise Refused(
            f"Files in “{site}” would be taken for a Git repository, whose settings run programs.",
            "See who put them there, and take them out: HEAD, config, objects/, refs/",
        )
    raise Unable(
        f"Git does not read this repository: {said(answer)}.",
        "Work as the user who owns it, or say that you trust it: "
        "git config --global --add safe.directory FOLDER"
        if "safe.directory" in answer.complaint
        else "See what Git says of it, and mend that: git status",
    )


def said(answer: Answer) -> str:
    """What Git complained about, on one line and without its stop.

    Where the other side said something itself, its words are the reason, or those of a hook, and
    Git's own only say that there was one.
    """
    lines = [line.strip() for line in answer.complaint.splitlines() if line.strip()]
    if _UNREAD in lines[1:]:  # what ssh said stands just before
        return _bare(lines[lines.index(_UNREAD) - 1]).rstrip(".")
    reasons = [_bare(line) for line in lines if line.startswith(_REMOTE)]
    if any(reasons):
        return " ".join(filter(None, reasons)).rstrip(".")
    lines = [line for line in lines if not line.startswith(_NO_REASON)] or lines
    own = [line for line in lines if line.startswith(_OWN)][:1] or lines[-_LAST:]
    return _bare(" ".join(own)).rstrip(".") if own else f"exit code {answer.code}"


def _bare(line: str) -> str:
    """A line without who says it."""
    for speaker in (_REMOTE, "ssh:", *_OWN):
        line = line.removeprefix(speaker).lstrip()
    return line


def _run(
    folder: str,
    arguments: tuple[str, ...],
    given: bytes = b"",
    limit: float | None = None,
    index: str = "",
) -> Answer:
    """Git in English, so that its words can be told from one another. Raises TimeoutExpired."""
    environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    if index:
        environment["GIT_INDEX_FILE"] = index
    try:
        done = subprocess.run(
            ["git", _LOOKING, *_OWN_ONLY, *arguments],
            cwd=folder,
            env={**environment, "LC_ALL": "C"},
            input=given,
            capture_output=True,
            timeout=limit,
            check=False,
        )
    except FileNotFoundError:
        raise Unable("Git is not installed on this machine.", "https://git-scm.com/") from None
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "backslashreplace"))
