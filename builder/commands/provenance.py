"""Where this copy of Backstory came from: the line with which pip installs the same one again."""

import json
import os
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

from builder import __version__
from builder.publish.git import repository
from builder.sources.theme import code_folder
from builder.sources.troubles import Trouble

_NAME = "backstory"


def requirement() -> str:
    """A requirement (PEP 508) that names this very Backstory; "" where that cannot be told.

    An installed package says where it came from in direct_url.json (PEP 610); without that file
    it came from an index, by its version. A checkout is named by its remote and its commit.
    """
    try:
        said = distribution(_NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        return _of_checkout()
    return _of_record(json.loads(said)) if said else f"{_NAME}=={__version__}"


def _of_record(record: dict[str, Any]) -> str:
    """The requirement for what direct_url.json says."""
    version = record.get("vcs_info")
    if version:
        return _pinned(str(record["url"]), str(version["commit_id"]))
    return _of_checkout() if "dir_info" in record else ""


def _of_checkout() -> str:
    """The requirement for the checkout that this code lies in.

    "" where it was copied there, as into the .venv of another project, whose repository is found.
    """
    folder = os.path.realpath(os.path.dirname(code_folder()))
    try:
        checkout = repository(folder)
        if os.path.realpath(checkout.folder) != folder:
            return ""
        url = checkout.tell("remote", "get-url", "origin")
        return _pinned(url, checkout.tell("rev-parse", "HEAD"))
    except Trouble:
        return ""


def _pinned(url: str, commit: str) -> str:
    """A Git repository on the web at a commit; "" for a place that others cannot reach."""
    if url.startswith("git@"):
        url = "https://" + url.removeprefix("git@").replace(":", "/", 1)
    if not url.startswith("https://") or "@" in url or any(sign.isspace() for sign in url):
        return ""  # with an @ there may be a password in it
    return f"{_NAME} @ git+{url}@{commit}"
