"""Node and edge types (kiểu nút, kiểu cạnh), declared once: DDL, checks, exports, colours and
documentation derive from here.

Terms follow ELI (European Legislation Identifier) for relations between documents and W3C ORG for
units; the Vietnamese term stands beside each. Nodes are declared in `node_types`, edges in
`edge_types`.
"""

from __future__ import annotations

from luocdo.graph.declaring import EVIDENCE, EdgeType, NodeType, Property
from luocdo.graph.edge_types import EDGES
from luocdo.graph.node_types import NODES

__all__ = [
    "DERIVING",
    "EDGES",
    "EDGE_TYPES",
    "EVIDENCE",
    "NODES",
    "NODE_TYPES",
    "EdgeType",
    "NodeType",
    "Property",
]

NODE_TYPES: dict[str, NodeType] = {node.label: node for node in NODES}
EDGE_TYPES: dict[str, EdgeType] = {edge.name: edge for edge in EDGES}
DERIVING = ("IMPLEMENTS", "BASED_ON", "AMENDS", "GUIDES", "ATTACHED_TO")
