"""Where the files lie that texts and entries name."""

import posixpath

from builder.model.values import Image


def path_from(source: str, written: str) -> str:
    """The path of a file, such as `content/images/bridge.jpg`, as it is `written` in `source`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), written))


def image_path(image: Image) -> str:
    """The path of the file of an image, whose source is told from content/ on."""
    return posixpath.normpath(f"content/{image.src}")
