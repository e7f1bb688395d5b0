"""How large pictures are, so that a page leaves room for them before they arrive."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import NamedTuple

from builder.ground.urls import Address
from builder.pages.addresses import MEDIA

Read = Callable[[str], bytes]
_ORIENTATION = 0x0112  # Exif 2.3, 4.6.4: from 5 on, the picture is shown turned by a quarter
_TURNED = 5


class Size(NamedTuple):
    """Width and height in pixels, as the picture is shown."""

    width: int
    height: int


def measuring(read: Read) -> Callable[[Address], Size | None]:
    """A function from the address of a picture to its size; None where that is not known.

    `read` gives the bytes of a file of the site, `content/…`; it may raise OSError.
    """

    @cache
    def size(address: Address) -> Size | None:
        try:
            return measured(read("content/" + address.removeprefix(MEDIA)))
        except OSError:
            return None

    return size


def measured(data: bytes) -> Size | None:
    """The size of a picture; None for bytes that are not one."""
    import warnings

    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # nothing is decoded
        try:
            with Image.open(BytesIO(data)) as image:
                turned = image.getexif().get(_ORIENTATION, 1) >= _TURNED
                width, height = image.size
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return None
    return Size(height, width) if turned else Size(width, height)
