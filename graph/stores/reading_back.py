"""What an embedded graph really holds (đọc lại đồ thị), a row at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from luocdo.graph.model import Edge, Node
from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES
from luocdo.graph.stores.ladybug_values import INTERNAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.records import Issue, Value
    from luocdo.graph.stores.engine import Engine

_KEPT_APART = frozenset({"Remark", "SourceFile"})


class ReadBack:
    """The nodes and edges of an open graph file, without what serves the store alone."""

    issues: tuple[tuple[str, Issue], ...] = ()

    def __init__(self, engine: Engine) -> None:
        """Ask ``engine``."""
        self._engine = engine

    @property
    def nodes(self) -> Iterator[Node]:
        """Yield the nodes, one label after another."""
        for label in NODE_TYPES.keys() - _KEPT_APART:
            for (value,) in self._engine.each(f"MATCH (n:{label}) RETURN n"):
                yield Node(label, *_told(value))

    @property
    def edges(self) -> Iterator[Edge]:
        """Yield the edges, one type after another."""
        for name in EDGE_TYPES:
            asked = f"MATCH (a)-[r:{name}]->(b) RETURN a.id, r, b.id"
            for start, link, end in self._engine.each(asked):
                key, properties = _told(link)
                yield Edge(name, key, start, end, properties)


def _told(value: dict[str, Any]) -> tuple[str, dict[str, Value]]:
    """Return the id of a node or edge and its other properties."""
    return str(value["id"]), {
        k: v for k, v in value.items() if v is not None and k not in INTERNAL and k != "id"
    }
