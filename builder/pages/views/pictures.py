"""Pictures."""

from typing import NamedTuple

from builder.ground.urls import Address


class Picture(NamedTuple):
    """An image of the site: its address, its words, and a digest of its bytes."""

    address: Address
    alt: str
    credit: str
    digest: str
