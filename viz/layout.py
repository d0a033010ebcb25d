"""Where each box stands (bố cục): layers from left to right, ordered so that arrows cross little;
computed before drawing.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from luocdo.graph.pictures import Picture

LAYER_GAP = 120
ROW_GAP = 40
_LETTER, _MARGIN = (
    7,
    24,
)  # pixels: a letter of a caption on the mean, what stands around the words of a box
_SWEEPS = 6


def as_network(picture: Picture) -> nx.MultiDiGraph[str]:
    """Return a picture as a networkx graph; nodes carry ``layer``."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in picture.nodes:
        network.add_node(node.id, layer=node.layer, kind=node.kind, caption=node.caption)
    for edge in picture.edges:
        network.add_edge(edge.start, edge.end, relation=edge.relation)
    return network


def positions(picture: Picture) -> dict[str, tuple[int, int]]:
    """Return node id -> (x, y) of its middle in pixels: each layer a column, its boxes one above
    the other, left edges even.
    """
    network = as_network(picture).to_undirected()
    layers: dict[int, list[str]] = defaultdict(list)
    for node in picture.nodes:
        layers[node.layer].append(node.id)
    for sweep in range(_SWEEPS):
        for layer in sorted(layers, reverse=bool(sweep % 2)):
            layers[layer] = _by_neighbours(layers[layer], layers, network)
    widths = {node.id: len(node.caption) * _LETTER + _MARGIN for node in picture.nodes}
    places: dict[str, tuple[int, int]] = {}
    left = 0
    for layer in sorted(layers):
        middle = (len(layers[layer]) - 1) / 2
        for row, name in enumerate(layers[layer]):
            places[name] = left + widths[name] // 2, round((row - middle) * ROW_GAP)
        left += max(widths[name] for name in layers[layer]) + LAYER_GAP
    return places


def _by_neighbours(
    members: list[str], layers: dict[int, list[str]], network: nx.MultiGraph[str]
) -> list[str]:
    """Order a layer by the mean place of each node's neighbours; ties keep their order."""
    place = {
        node: row / max(1, len(nodes))
        for nodes in layers.values()
        for row, node in enumerate(nodes)
    }
    own = set(members)

    def mean(node: str) -> float:
        near = [place[other] for other in network.neighbors(node) if other not in own]
        return sum(near) / len(near) if near else place[node]

    return sorted(members, key=mean)
