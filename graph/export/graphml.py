"""GraphML, for Gephi and its like: the whole graph with its properties, written by networkx."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO, cast

from luocdo.graph.schema import NODE_TYPES
from luocdo.graph.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import networkx as nx

    from luocdo.graph.export.laid_out import Shown
    from luocdo.graph.model import Node
    from luocdo.graph.records import Value

    Facts = dict[str, object]

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold
_OWN = frozenset({"id", "key"})  # what networkx means by these is another thing


def write(leaving: Shown, stream: BinaryIO) -> None:
    """Write nodes with their label and a name to show, edges with their type."""
    import networkx as nx  # noqa: PLC0415 - slow to import, and only this format needs it

    network = cast("nx.MultiDiGraph[str]", _Network(leaving))
    nx.write_graphml(network, stream, named_key_ids=True)


class _Network:
    """As much of a MultiDiGraph as is asked for when it is written, a piece at a time."""

    def __init__(self, leaving: Shown) -> None:
        self._leaving = leaving
        self.graph: Facts = {}

    @staticmethod
    def is_directed() -> bool:
        return True

    @staticmethod
    def is_multigraph() -> bool:
        return True

    def nodes(self, *, data: bool) -> Iterator[tuple[str, Facts]]:  # noqa: ARG002 - always asked with
        for node in self._leaving.nodes:
            told = {"label": node.label, **node.properties, "caption": _caption(node)}
            yield node.id, _printable(told)

    def edges(
        self,
        *,
        keys: bool,  # noqa: ARG002 - always asked with
        data: bool,  # noqa: ARG002 - always asked with
    ) -> Iterator[tuple[str, str, str, Facts]]:
        for edge in self._leaving.by_ends():
            own = {name: value for name, value in edge.properties.items() if name not in _OWN}
            yield edge.start, edge.end, edge.id, _printable({"type": edge.type, **own})


def _caption(node: Node) -> str:
    return str(node.properties.get(NODE_TYPES[node.label].caption) or node.id)


def _printable(facts: Mapping[str, Value]) -> Facts:
    return {
        name: visible(_UNPRINTABLE.sub(" ", value)) if isinstance(value, str) else value
        for name, value in facts.items()
    }
