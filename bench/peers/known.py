"""The peers, in the order in which they are shown."""

from typing import Final

from bench.peers.eleventy import ELEVENTY
from bench.peers.hugo import HUGO
from bench.peers.mkdocs import MKDOCS
from bench.peers.peer import Peer
from bench.peers.pelican import PELICAN
from bench.peers.zola import ZOLA

PEERS: Final[tuple[Peer, ...]] = (HUGO, ZOLA, ELEVENTY, PELICAN, MKDOCS)
