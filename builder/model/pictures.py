"""Where the file of a picture lies."""

import posixpath


def picture_path(source: str, src: str) -> str:
    """The path of a picture's file, such as `content/images/bridge.jpg`.

    Args:
        source: The path of the file that shows it, to which `src` is relative.
        src: The picture as it was written; with a slash before it, counted from content/.
    """
    if src.startswith("/"):
        return "content" + posixpath.normpath(src)
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), src))
