"""A graph as rows of tables (hàng để ghi): one table per label, one per edge type and pair of labels."""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

from luocdo.graph.model import Graph, Node
from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Row = dict[str, object]


def file_rows(records: Mapping[str, bytes]) -> list[Row]:
    """Return a row per file that was loaded, with the checksum of its record."""
    return [{"id": file, "digest": sha256(line).hexdigest(), "record": None} for file, line in sorted(records.items())]


def node_tables(graph: Graph) -> Iterator[tuple[str, Row]]:
    """Yield (label, row) of each node; a row has all the properties of its label, absent ones are None."""
    for node in (*graph.nodes, *remarks(graph)):
        row: Row = {p.name: node.properties.get(p.name) for p in NODE_TYPES[node.label].properties}
        yield node.label, row | {"id": node.id}


def edge_tables(graph: Graph) -> Iterator[tuple[tuple[str, str, str], Row]]:
    """Yield ((type, from label, to label), row) of each edge, a row with ``id``, ``from_id``, ``to_id`` and properties."""
    labels = {node.id: node.label for node in graph.nodes}
    for edge in graph.edges:
        row: Row = {p.name: edge.properties.get(p.name) for p in EDGE_TYPES[edge.type].all_properties}
        row |= {"id": edge.id, "from_id": edge.start, "to_id": edge.end}
        yield (edge.type, labels[edge.start], labels[edge.end]), row


def node_rows(graph: Graph) -> dict[str, list[Row]]:
    """Return label -> rows; see `node_tables`."""
    tables: dict[str, list[Row]] = defaultdict(list)
    for label, row in node_tables(graph):
        tables[label].append(row)
    return dict(tables)


def edge_rows(graph: Graph) -> dict[tuple[str, str, str], list[Row]]:
    """Return (type, from label, to label) -> rows; see `edge_tables`."""
    tables: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for key, row in edge_tables(graph):
        tables[key].append(row)
    return dict(tables)


def remarks(graph: Graph) -> list[Node]:
    """Return what could not be read as nodes, so that an answer can count it (điều cần xem lại)."""
    nodes: dict[str, Node] = {}
    for file, issue in graph.issues:
        facts = {
            "kind": issue.kind,
            "message": issue.message,
            "source": file,
            "place": issue.place,
            "quote": issue.quote,
            "from_char": issue.from_char,
        }
        key = sha256("\x00".join(str(value) for value in facts.values()).encode()).hexdigest()[:16]
        nodes[key] = Node("Remark", f"remark:{key}", {k: v for k, v in facts.items() if v is not None})
    return list(nodes.values())
