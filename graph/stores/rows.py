"""A graph as rows of tables (hàng để ghi): one table per label, one per edge type and pair of
labels.
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING

from luocdo.graph.model import Edge, Node
from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES
from luocdo.graph.stores.growth import has_known_label, label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from luocdo.graph.records import Issue
    from luocdo.graph.stores.growth import Telling

Row = dict[str, object]


def checksums_of(records: Mapping[str, bytes]) -> dict[str, str]:
    """Return file -> the checksum of its record, in hexadecimal digits."""
    return {file: sha256(line).hexdigest() for file, line in records.items()}


def file_rows(checksums: Mapping[str, str]) -> list[Row]:
    """Return a row per file that was loaded, with the checksum of its record."""
    return [
        {"id": file, "digest": checksum, "record": None}
        for file, checksum in sorted(checksums.items())
    ]


def node_tables(graph: Telling) -> Iterator[tuple[str, Row]]:
    """Yield (label, row) of each node; a row has all the properties of its label, absent ones are
    None.
    """
    for node in chain(graph.nodes, remarks(graph.issues)):
        yield node.label, node_row(node)


def edge_tables(graph: Telling) -> Iterator[tuple[tuple[str, str, str], Row]]:
    """Yield ((type, from label, to label), row) of each edge, a row with ``id``, ``from_id``,
    ``to_id`` and properties.
    """
    others = {node.id: node.label for node in graph.nodes if not has_known_label(node)}
    for edge in graph.edges:
        start, end = (others.get(key) or label_of(key) for key in (edge.start, edge.end))
        yield (edge.type, start, end), edge_row(edge)


def node_row(node: Node) -> Row:
    """Return a node as a row with all the properties of its label."""
    row: Row = {p.name: node.properties.get(p.name) for p in NODE_TYPES[node.label].properties}
    return row | {"id": node.id}


def edge_row(edge: Edge) -> Row:
    """Return an edge as a row with ``id``, ``from_id``, ``to_id`` and all the properties of its
    type.
    """
    row: Row = {p.name: edge.properties.get(p.name) for p in EDGE_TYPES[edge.type].all_properties}
    return row | {"id": edge.id, "from_id": edge.start, "to_id": edge.end}


def node_rows(graph: Telling) -> dict[str, list[Row]]:
    """Return label -> rows; see `node_tables`."""
    tables: dict[str, list[Row]] = defaultdict(list)
    for label, row in node_tables(graph):
        tables[label].append(row)
    return dict(tables)


def edge_rows(graph: Telling) -> dict[tuple[str, str, str], list[Row]]:
    """Return (type, from label, to label) -> rows; see `edge_tables`."""
    tables: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for key, row in edge_tables(graph):
        tables[key].append(row)
    return dict(tables)


def remarks(issues: Iterable[tuple[str, Issue]]) -> list[Node]:
    """Return what could not be read as nodes, so that an answer can count it (điều cần
    xem lại).
    """
    nodes: dict[str, Node] = {}
    for file, issue in issues:
        facts = {
            "kind": issue.kind,
            "message": issue.message,
            "source": file,
            "place": issue.place,
            "quote": issue.quote,
            "from_char": issue.from_char,
        }
        key = sha256("\x00".join(str(value) for value in facts.values()).encode()).hexdigest()[:16]
        nodes[key] = Node(
            "Remark", f"remark:{key}", {k: v for k, v in facts.items() if v is not None}
        )
    return list(nodes.values())
