"""A Cypher script (kịch bản): constraints, then nodes and edges in batches; it can be run twice.
For Neo4j 5.

Words of documents stand only in string literals, every character that could end one escaped.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.export.shown import shown
from luocdo.graph.stores.base import batches
from luocdo.graph.stores.ddl import neo4j_ddl
from luocdo.graph.visible import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from luocdo.graph.model import Edge, Graph

_BATCH = 500


def write(graph: Graph, stream: BinaryIO) -> None:
    """Write one statement after another, each ended by a semicolon and a line end."""
    stream.writelines(f"{statement};\n".encode() for statement in statements(graph))


def statements(graph: Graph) -> Iterator[str]:
    """Yield the statements, constraints first."""
    nodes, edges = shown(graph)
    yield from neo4j_ddl()
    for label, group in groupby(
        sorted(nodes, key=lambda node: (node.label, node.id)), lambda node: node.label
    ):
        for batch in batches([_row(node.id, node.properties) for node in group], _BATCH):
            yield (
                f"UNWIND {_literal(batch)} AS row\nMERGE (n:{label} {{id: row.id}})\nSET n +="
                " row.facts"
            )
    labels = {node.id: node.label for node in nodes}
    yield from _edges(labels, edges)


def _edges(labels: Mapping[str, str], edges: list[Edge]) -> Iterator[str]:
    def kind(edge: Edge) -> tuple[str, str, str]:
        return edge.type, labels[edge.start], labels[edge.end]

    for (name, start, end), group in groupby(
        sorted(edges, key=lambda edge: (kind(edge), edge.id)), kind
    ):
        rows = [
            _row(edge.id, edge.properties) | {"start": edge.start, "end": edge.end}
            for edge in group
        ]
        ends = f"MATCH (a:{start} {{id: row.start}})\nMATCH (b:{end} {{id: row.end}})"
        for batch in batches(rows, _BATCH):
            yield (
                f"UNWIND {_literal(batch)} AS row\n{ends}\nMERGE (a)-[r:{name} {{id:"
                " row.id}]->(b)\nSET r += row.facts"
            )


def _row(key: str, properties: Mapping[str, object]) -> dict[str, object]:
    return {"id": key, "facts": dict(sorted(properties.items()))}


def _literal(value: object) -> str:
    """Return ``value`` as Cypher: maps have bare keys, strings are escaped as JSON escapes them,
    all in ASCII quotes.
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",\n  ".join(_literal(item) for item in value) + "]"
    if isinstance(value, str):
        return escaped(json.dumps(value, ensure_ascii=False))
    return json.dumps(value)
