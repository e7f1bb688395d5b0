"""Photographs as cameras make them: with the place where they were taken, or what looks like it."""

from collections.abc import Mapping
from io import BytesIO

from PIL import Image

GPS = 0x8825
GREENWICH: Mapping[int, object] = {1: "N", 2: (51.0, 28.0, 40.0), 3: "W", 4: (0.0, 0.0, 5.0)}
XMP = b"<rdf:Description exif:GPSLatitude='51,28.67N' exif:GPSLongitude='0,0.08W'/>"


def photograph(
    kind: str = "JPEG", gps: Mapping[int, object] = GREENWICH, xmp: bytes = b""
) -> bytes:
    """A small photograph whose Exif metadata hold these GPS tags, and its XMP metadata these."""
    exif, made = Image.Exif(), BytesIO()
    exif[0x010F] = "Camera"
    exif[0x0112] = 1
    exif.get_ifd(GPS).update(gps)
    Image.new("RGB", (30, 20)).save(made, kind, exif=exif, xmp=xmp)
    return made.getvalue()
