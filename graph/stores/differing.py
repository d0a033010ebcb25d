"""What a database holds against what it should hold (phần khác nhau): rows to write, ids to
delete; no driver here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.stores.growth import label_of
from luocdo.graph.stores.rows import edge_row, edge_rows, node_row, node_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from luocdo.graph.stores.growth import Difference, Telling
    from luocdo.graph.stores.rows import Row

K = TypeVar("K")
Kind = tuple[str, str, str]
_KEPT_APART = frozenset({"Remark", "SourceFile"})
_FILE = "SourceFile"
ENDS = ("from_id", "to_id")


@dataclass(slots=True)
class Held:
    """What a database holds: (label, id) -> properties, (type, id) -> properties with ``from_id``
    and ``to_id``.
    """

    nodes: dict[tuple[str, str], Row] = field(default_factory=dict)
    edges: dict[tuple[str, str], Row] = field(default_factory=dict)

    def graph(self) -> Graph:
        """Return it as a graph, without what serves the store alone."""
        nodes = (
            Node(label, key, _own(row))
            for (label, key), row in self.nodes.items()
            if label not in _KEPT_APART
        )
        edges = (
            Edge(kind, key, str(row["from_id"]), str(row["to_id"]), _own(row))
            for (kind, key), row in self.edges.items()
        )
        return Graph(tuple(nodes), tuple(edges), ())

    def files(self) -> dict[str, object]:
        """Return the files whose records it holds, each with the record's checksum."""
        return {
            key: row.get("digest") for (label, key), row in self.nodes.items() if label == _FILE
        }


@dataclass(frozen=True, slots=True)
class Differing:
    """Rows to write by label and by edge type with its ends; ids to delete by label and by edge
    type.
    """

    nodes: dict[str, list[Row]]
    edges: dict[Kind, list[Row]]
    gone_nodes: dict[str, list[str]]
    gone_edges: dict[str, list[str]]

    @property
    def size(self) -> int:
        """Return how many nodes and edges are written or deleted."""
        tables = (self.nodes, self.edges, self.gone_nodes, self.gone_edges)
        return sum(len(rows) for table in tables for rows in table.values())

    @classmethod
    def told(cls, difference: Difference) -> Differing:
        """Return the rows of a difference that is known already."""
        nodes: dict[str, list[Row]] = defaultdict(list)
        edges: dict[Kind, list[Row]] = defaultdict(list)
        for node in difference.nodes:
            nodes[node.label].append(node_row(node))
        for edge in difference.edges:
            kind = (edge.type, label_of(edge.start), label_of(edge.end))
            edges[kind].append(edge_row(edge))
        gone = ((kind, key) for kind, key, _ in difference.gone_edges)
        return cls(dict(nodes), dict(edges), _by_kind(difference.gone_nodes), _by_kind(gone))

    @classmethod
    def of(cls, held: Held, graph: Telling) -> Differing:
        """Compare; an edge whose ends are others is deleted before it is written."""
        nodes, edges = node_rows(graph), edge_rows(graph)
        wanted = {(label, row["id"]) for label, rows in nodes.items() for row in rows}
        ends = {
            (kind, row["id"]): _ends(row) for (kind, _, _), rows in edges.items() for row in rows
        }
        return cls(
            _new(nodes, held.nodes, lambda label: label),
            _new(edges, held.edges, lambda kind: kind[0]),
            _by_kind(key for key in held.nodes if key not in wanted and key[0] != _FILE),
            _by_kind(key for key, row in held.edges.items() if ends.get(key) != _ends(row)),
        )


def _new(
    tables: Mapping[K, list[Row]], held: Mapping[tuple[str, str], Row], name: Callable[[K], str]
) -> dict[K, list[Row]]:
    """Return the rows that the database does not hold just so."""
    return {
        kind: fresh
        for kind, rows in sorted(tables.items(), key=lambda table: str(table[0]))
        if (
            fresh := [
                row
                for row in rows
                if not held or held.get((name(kind), str(row["id"]))) != bare(row)
            ]
        )
    }


def bare(row: Row) -> Row:
    """Return a row without its absent values, as a database gives it back."""
    return {key: value for key, value in row.items() if value is not None}


def facts(row: Row) -> Row:
    """Return what is written on an edge: everything but its ends."""
    return {key: value for key, value in row.items() if key not in ENDS and value is not None}


def _own(row: Row) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "id" and key not in ENDS}


def _ends(row: Row) -> tuple[object, object]:
    return row["from_id"], row["to_id"]


def _by_kind(keys: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for kind, key in sorted(keys):
        groups[kind].append(key)
    return dict(groups)
