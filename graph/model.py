"""The graph as values (đồ thị): nodes, edges, and what could not be read; no database here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.graph.errors import SchemaError
from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luocdo.graph.records import Issue, Value


@dataclass(frozen=True, slots=True)
class Node:
    """A node; ``properties`` hold no None and not the id."""

    label: str
    id: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge; ``id`` is a function of its type, ends, source file and place."""

    type: str
    id: str
    start: str
    end: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges in the order of their ids; ``issues`` are (file, issue)."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    issues: tuple[tuple[str, Issue], ...] = field(default=())


def check(graph: Graph) -> None:
    """Hold ``graph`` against the schema.

    Raises:
        SchemaError: an unknown label, type, property or pair of ends, or an edge to a node that is
        not there.
    """
    labels = {node.id: node.label for node in graph.nodes}
    if len(labels) != len(graph.nodes):
        message = "hai nút cùng mã"
        raise SchemaError(message)
    for node in graph.nodes:
        _known(
            node.label,
            node.properties,
            {p.name for p in NODE_TYPES[node.label].properties}
            if node.label in NODE_TYPES
            else None,
        )
    for edge in graph.edges:
        kind = EDGE_TYPES.get(edge.type)
        _known(edge.type, edge.properties, {p.name for p in kind.all_properties} if kind else None)
        pair = (labels.get(edge.start, "?"), labels.get(edge.end, "?"))
        if kind is None or pair not in kind.pairs:
            message = f"{edge.type} không nối {pair[0]} với {pair[1]}: {edge.start} -> {edge.end}"
            raise SchemaError(message)


def _known(name: str, properties: Mapping[str, Value], allowed: set[str] | None) -> None:
    if allowed is None:
        message = f"kiểu {name} không có trong lược đồ"
        raise SchemaError(message)
    if unknown := sorted(set(properties) - allowed):
        message = f"{name} không có thuộc tính {', '.join(unknown)}"
        raise SchemaError(message)
