"""What leaves the house (phần được xuất): no search-only properties, no contacts and no people
whom only contacts reach.

It lies on disk and is gone over in one order or another as often as one likes: nothing as large as
the graph is held.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from luocdo.graph.model import Edge, Node
from luocdo.graph.schema import NODE_TYPES
from luocdo.graph.stores.growth import has_known_label, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.records import Issue
    from luocdo.graph.stores.growth import Telling

    Joined = tuple[Edge, str, str]  # an edge and the labels of its ends

TABLES = (
    "CREATE TABLE node (id TEXT, label TEXT, facts BLOB)",
    """CREATE TABLE edge (
      id TEXT, type TEXT, start TEXT, end TEXT, start_label TEXT, end_label TEXT, facts BLOB)""",
)
_ONLY_BY_CONTACT = (
    "DELETE FROM node WHERE label = 'Person' AND id NOT IN (SELECT end FROM edge WHERE end_label ="
    " 'Person')"
)
_INDEXES = (  # for who asks what stands at a node
    "CREATE UNIQUE INDEX IF NOT EXISTS node_id ON node (id)",
    "CREATE INDEX IF NOT EXISTS edge_start ON edge (start, id)",
    "CREATE INDEX IF NOT EXISTS edge_end ON edge (end, type, id)",
)
_NODE = "SELECT label, id, facts FROM node"
_EDGE = "SELECT type, id, start, end, facts, start_label, end_label FROM edge"
# As networkx goes over them: from one node after another, to whom it joins first, first.
_BY_ENDS = (
    "SELECT type, id, start, end, facts, start_label, end_label FROM (SELECT *, min(id) OVER"
    " (PARTITION BY start, end) AS first FROM edge) ORDER BY start, first, id"
)
_CACHE = -32 * 1024  # kB that SQLite may hold before it writes to disk
_REMEMBERED = 4096  # nodes that are asked for again and again
_PRIVATE = frozenset({"CONTACT"})
_HIDDEN = {
    label: {p.name for p in kind.properties if not p.exported}
    for label, kind in NODE_TYPES.items()
}


class Shown:
    """The nodes and edges of an export, in a file without a name that goes when it is closed."""

    issues: tuple[tuple[str, Issue], ...] = ()

    def __init__(self, graph: Telling) -> None:
        """Take ``graph`` in, in whatever order it is told."""
        self._database = sqlite3.connect("", isolation_level=None)
        for pragma in (f"cache_size = {_CACHE}", "journal_mode = OFF", "synchronous = OFF"):
            self._database.execute(f"PRAGMA {pragma}")
        for statement in ("BEGIN", *TABLES):
            self._database.execute(statement)
        others: dict[str, str] = {}
        self._database.executemany(
            "INSERT INTO node VALUES (?, ?, ?)", (_node_row(node, others) for node in graph.nodes)
        )
        self._database.executemany(
            "INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?)",
            (_edge_row(edge, others) for edge in graph.edges if edge.type not in _PRIVATE),
        )
        for statement in (_ONLY_BY_CONTACT, "COMMIT"):
            self._database.execute(statement)
        self.node = lru_cache(_REMEMBERED)(self._node)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @property
    def nodes(self) -> Iterator[Node]:
        """Yield the nodes in the order of ids."""
        yield from self._nodes("ORDER BY id")

    @property
    def edges(self) -> Iterator[Edge]:
        """Yield the edges in the order of ids."""
        yield from (edge for edge, _, _ in self.joined())

    def labels(self) -> list[str]:
        """Return the labels of nodes, in order."""
        return self._words("SELECT DISTINCT label FROM node ORDER BY label")

    def types(self) -> list[str]:
        """Return the types of edges, in order."""
        return self._words("SELECT DISTINCT type FROM edge ORDER BY type")

    def nodes_of(self, label: str) -> Iterator[Node]:
        """Yield the nodes of a label in the order of ids."""
        yield from self._nodes("WHERE label = ? ORDER BY id", label)

    def joined(self) -> Iterator[Joined]:
        """Yield the edges with the labels of their ends, in the order of ids."""
        yield from self._edges(f"{_EDGE} ORDER BY id")

    def by_kind(self) -> Iterator[Joined]:
        """Yield the same, one kind of edge after another."""
        yield from self._edges(f"{_EDGE} ORDER BY type, start_label, end_label, id")

    def by_ends(self) -> Iterator[Edge]:
        """Yield the edges from one node after another, those that join the same two together."""
        yield from (edge for edge, _, _ in self._edges(_BY_ENDS))

    def index(self) -> None:
        """Make sure that what stands at a node is found at once."""
        for statement in _INDEXES:
            self._database.execute(statement)

    def begun_at(self, node: str) -> list[Edge]:
        """Return the edges that begin at a node, in the order of ids."""
        found = self._edges(f"{_EDGE} WHERE start = ? ORDER BY id", node)
        return [edge for edge, _, _ in found]

    def first_ending_at(self, node: str, kind: str) -> Edge | None:
        """Return the first edge of a kind that ends at a node."""
        asked = f"{_EDGE} WHERE end = ? AND type = ? ORDER BY id LIMIT 1"
        return next((edge for edge, _, _ in self._edges(asked, node, kind)), None)

    def _node(self, key: str) -> Node:
        return next(self._nodes("WHERE id = ?", key))

    def _nodes(self, which: str, *values: str) -> Iterator[Node]:
        rows = self._database.execute(f"{_NODE} {which}", values)
        return (Node(label, key, _facts(facts)) for label, key, facts in rows)

    def _edges(self, asked: str, *values: str) -> Iterator[Joined]:
        rows = self._database.execute(asked, values)
        return (
            (Edge(kind, key, start, end, _facts(facts)), *labels)
            for kind, key, start, end, facts, *labels in rows
        )

    def _words(self, asked: str) -> list[str]:
        return [str(word) for (word,) in self._database.execute(asked)]


_facts = msgspec.msgpack.Decoder(dict[str, Any]).decode
_encoded = msgspec.msgpack.Encoder().encode


def _node_row(node: Node, others: dict[str, str]) -> tuple[str, str, bytes]:
    """Return a row of a node, and note the label of one whose id does not tell it."""
    if not has_known_label(node):
        others[node.id] = node.label
    hidden = _HIDDEN[node.label]
    facts = {name: value for name, value in node.properties.items() if name not in hidden}
    return node.id, node.label, _encoded(facts)


def _edge_row(edge: Edge, others: dict[str, str]) -> tuple[str, str, str, str, str, str, bytes]:
    start, end = (others.get(key) or label_of(key) for key in (edge.start, edge.end))
    facts = _encoded(dict(edge.properties))
    return edge.id, edge.type, edge.start, edge.end, start, end, facts
