"""A Cypher script (kịch bản): constraints, then nodes and edges in batches; it can be run twice.
For Neo4j 5.

Words of documents stand only in string literals, every character that could end one escaped.
"""

from __future__ import annotations

import json
from itertools import groupby, islice
from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.stores.ddl import neo4j_ddl
from luocdo.graph.visible import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from luocdo.graph.export.laid_out import Joined, Shown

_BATCH = 500


def write(leaving: Shown, stream: BinaryIO) -> None:
    """Write one statement after another, each ended by a semicolon and a line end."""
    stream.writelines(f"{statement};\n".encode() for statement in statements(leaving))


def statements(leaving: Shown) -> Iterator[str]:
    """Yield the statements, constraints first."""
    yield from neo4j_ddl()
    for label in leaving.labels():
        rows = (_row(node.id, node.properties) for node in leaving.nodes_of(label))
        for batch in _batches(rows):
            yield (
                f"UNWIND {_literal(batch)} AS row\nMERGE (n:{label} {{id: row.id}})\nSET n +="
                " row.facts"
            )
    yield from _edges(leaving)


def _edges(leaving: Shown) -> Iterator[str]:
    def kind(joined: Joined) -> tuple[str, str, str]:
        edge, start, end = joined
        return edge.type, start, end

    for (name, start, end), group in groupby(leaving.by_kind(), kind):
        rows = (
            _row(edge.id, edge.properties) | {"start": edge.start, "end": edge.end}
            for edge, _, _ in group
        )
        ends = f"MATCH (a:{start} {{id: row.start}})\nMATCH (b:{end} {{id: row.end}})"
        for batch in _batches(rows):
            yield (
                f"UNWIND {_literal(batch)} AS row\n{ends}\nMERGE (a)-[r:{name} {{id:"
                " row.id}]->(b)\nSET r += row.facts"
            )


def _batches(rows: Iterable[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


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
