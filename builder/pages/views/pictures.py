"""Pictures."""

from builder.ground.urls import Address
from builder.ground.values import Value


class Picture(Value, frozen=True):
    """An image of the site: its address, its words, and a digest of its bytes."""

    address: Address
    alt: str
    credit: str
    digest: str
