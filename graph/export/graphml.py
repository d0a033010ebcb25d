"""GraphML, for Gephi and its like: the whole graph with its properties, written by networkx."""

from __future__ import annotations

import re
from typing import BinaryIO

from luocdo.graph.export.shown import shown
from luocdo.graph.model import Graph, Node
from luocdo.graph.network import as_network
from luocdo.graph.schema import NODE_TYPES
from luocdo.graph.visible import visible

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold


def write(graph: Graph, stream: BinaryIO) -> None:
    """Write nodes with their label and a name to show, edges with their type."""
    import networkx as nx  # noqa: PLC0415 - slow to import, and only this format needs it

    nodes, edges = shown(graph)
    named = tuple(
        Node(node.label, node.id, {**node.properties, "caption": _caption(node)}) for node in nodes
    )
    network = as_network(Graph(named, tuple(edges)))
    for _, facts in network.nodes(data=True):
        facts |= {name: _printable(value) for name, value in facts.items()}
    for _, _, facts in network.edges(data=True):
        facts |= {name: _printable(value) for name, value in facts.items()}
    nx.write_graphml(network, stream, named_key_ids=True)


def _caption(node: Node) -> str:
    return str(node.properties.get(NODE_TYPES[node.label].caption) or node.id)


def _printable(value: object) -> object:
    return visible(_UNPRINTABLE.sub(" ", value)) if isinstance(value, str) else value
