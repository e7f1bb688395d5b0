"""Where the file of a picture lies."""

import posixpath

from builder.model.values import Image


def picture_path(source: str, src: str) -> str:
    """The path of a picture's file, such as `content/images/bridge.jpg`.

    Args:
        source: The path of the file that shows it, to which `src` is relative.
        src: The picture as it was written.
    """
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), src))


def image_path(image: Image) -> str:
    """The path of the file of an image, whose source is told from content/ on."""
    return posixpath.normpath(f"content/{image.src}")
