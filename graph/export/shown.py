"""What leaves the house (phần được xuất): no search-only properties, no contacts and no people
whom only contacts reach.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.graph.schema import NODE_TYPES

if TYPE_CHECKING:
    from luocdo.graph.model import Edge, Graph, Node

_PRIVATE = frozenset({"CONTACT"})
_HIDDEN = {
    label: {p.name for p in kind.properties if not p.exported}
    for label, kind in NODE_TYPES.items()
}


def shown(graph: Graph) -> tuple[list[Node], list[Edge]]:
    """Return the nodes and edges of an export, in the order of ids."""
    edges = [edge for edge in graph.edges if edge.type not in _PRIVATE]
    reached = {end for edge in edges for end in (edge.start, edge.end)}
    nodes = [
        replace(
            node,
            properties={k: v for k, v in node.properties.items() if k not in _HIDDEN[node.label]},
        )
        for node in graph.nodes
        if node.label != "Person" or node.id in reached
    ]
    return nodes, edges
