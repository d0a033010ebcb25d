"""Where each box stands (bố cục): layers from left to right, ordered so that arrows cross little; computed before drawing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from luocdo.graph.pictures import Picture

LAYER_GAP = 420
ROW_GAP = 56
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
    """Return node id -> (x, y) in pixels, each layer a column, columns centred on one line."""
    network = as_network(picture).to_undirected()
    layers: dict[int, list[str]] = defaultdict(list)
    for node in picture.nodes:
        layers[node.layer].append(node.id)
    for sweep in range(_SWEEPS):
        for layer in sorted(layers, reverse=bool(sweep % 2)):
            layers[layer] = _by_neighbours(layers[layer], layers, network)
    return {
        node: (column * LAYER_GAP, round((row - (len(layers[layer]) - 1) / 2) * ROW_GAP))
        for column, layer in enumerate(sorted(layers))
        for row, node in enumerate(layers[layer])
    }


def _by_neighbours(members: list[str], layers: dict[int, list[str]], network: nx.MultiGraph[str]) -> list[str]:
    """Order a layer by the mean place of each node's neighbours; ties keep their order."""
    place = {node: row / max(1, len(nodes)) for nodes in layers.values() for row, node in enumerate(nodes)}
    own = set(members)

    def mean(node: str) -> float:
        near = [place[other] for other in network.neighbors(node) if other not in own]
        return sum(near) / len(near) if near else place[node]

    return sorted(members, key=mean)
