"""The generators that are compared, each with its layout of the corpus and its way to build."""

from bench.peers import backstory, eleventy, hugo, mkdocs
from bench.peers.peer import Peer

PEERS: tuple[Peer, ...] = (hugo.PEER, eleventy.PEER, mkdocs.PEER, backstory.PEER)
"""The first is what the others are measured against; the last is ours."""
