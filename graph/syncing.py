"""Copying a graph between stores (đồng bộ): what differs is written, what the source no longer has is deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.library import rebuild

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luocdo.graph.model import Graph
    from luocdo.graph.stores.base import Store


@dataclass(frozen=True, slots=True)
class Drift:
    """How two stores differ: ids that only one holds, and those that both hold with other facts."""

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    different: tuple[str, ...]

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return bool(self.missing or self.extra or self.different)


def sync(source: Store, target: Store) -> Graph:
    """Make ``target`` hold what ``source`` holds; cut off, it is resumed by repeating it. Return the graph."""
    records = source.records()
    graph = rebuild(records)
    target.replace(records, graph)
    return graph


def drift(source: Store, target: Store) -> Drift:
    """Compare what both engines really hold; changes nothing."""
    ours, theirs = _facts(source.contents()), _facts(target.contents())
    both = ours.keys() & theirs.keys()
    return Drift(
        tuple(sorted(ours.keys() - theirs.keys())),
        tuple(sorted(theirs.keys() - ours.keys())),
        tuple(sorted(key for key in both if ours[key] != theirs[key])),
    )


def _facts(graph: Graph) -> Mapping[str, object]:
    nodes = {f"{node.label} {node.id}": dict(node.properties) for node in graph.nodes}
    edges = {f"{edge.type} {edge.id}": (edge.start, edge.end, dict(edge.properties)) for edge in graph.edges}
    return {**nodes, **edges}
