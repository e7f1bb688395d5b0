"""How large pictures are, so that a page leaves room for them; whether they tell of a place."""

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO

from builder.ground.urls import Address
from builder.ground.values import Value
from builder.pages.addresses import MEDIA

ReadFile = Callable[[str], bytes]
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "AVIF")
"""Those that are published: Pillow would try some forty more on the bytes of a stranger."""
_DAMAGED = (LookupError, OSError, RuntimeError, SyntaxError, TypeError, ValueError)
"""What it raises on bytes that it cannot make sense of."""
_ORIENTATION = 0x0112  # Exif 2.3, 4.6.4: from 5 on, the picture is shown turned by a quarter
_TURNED = range(5, 9)
_GPS = 0x8825  # Exif 2.3, 4.6.3: the tags of a place; of these 2 is its latitude, 4 its longitude
_COORDINATES = frozenset({2, 4})
_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS = frozenset({b"IDAT", b"fdAT", b"acTL", b"fcTL"})  # PNG 3rd edition, 11.2.3 and 11.3.6
_XMP_COORDINATES = rb"GPSL(at|ong)itude\b"


class Size(Value, frozen=True):
    """Width and height in pixels, as the picture is shown."""

    width: int
    height: int


class Look(Value, frozen=True):
    """What a look at a picture finds: its size, and whether it holds coordinates of a place."""

    size: Size
    tells_place: bool


def measuring(read: ReadFile) -> Callable[[Address], Size | None]:
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
    look = looked_at(data)
    return look.size if look else None


def looked_at(data: bytes) -> Look | None:
    """What there is to know of a picture besides what it shows; None for what is none."""
    import warnings

    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of many pixels, and of metadata that are damaged
        try:
            with Image.open(BytesIO(_without_pixels(data)), formats=_FORMATS) as image:
                exif = Image.Image.getexif(image)
                gps, xmp = exif.get_ifd(_GPS), image.info.get("xmp", b"")
                is_turned = exif.get(_ORIENTATION) in _TURNED
                width, height = image.size
        except (*_DAMAGED, Image.DecompressionBombError):
            return None
    size = Size(height, width) if is_turned else Size(width, height)
    in_xmp = isinstance(xmp, bytes) and re.search(_XMP_COORDINATES, xmp)
    return Look(size, bool(_COORDINATES & gps.keys() or in_xmp))


def _without_pixels(data: bytes) -> bytes:
    """A PNG with its metadata alone: Pillow would unpack all pixels to see what stands behind them.

    A file of less than a megabyte may hold so many that they fill most of one gigabyte.
    """
    if not data.startswith(_PNG):
        return data
    kept, start = [_PNG], len(_PNG)
    while start < len(data):
        end = start + 12 + int.from_bytes(data[start : start + 4])
        if data[start + 4 : start + 8] not in _PIXELS:
            kept.append(data[start:end])
        start = end
    return b"".join(kept)
