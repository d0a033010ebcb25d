"""Copying a graph between stores (đồng bộ): what differs is written, what the source no longer has
is deleted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.library import graph_of
from luocdo.graph.stores.base import silent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from luocdo.graph.model import Graph
    from luocdo.graph.stores.base import Say, Store

_FILE = "SourceFile "


@dataclass(frozen=True, slots=True)
class Drift:
    """How two stores differ: ids that only one holds, and those that both hold with
    other facts.
    """

    missing: tuple[str, ...]
    extra: tuple[str, ...]
    different: tuple[str, ...]

    def lines(self, most: int = 10) -> Iterator[str]:
        """Yield what differs, the first ``most`` of each kind by name."""
        for words, keys in (
            ("thiếu ở đích", self.missing),
            ("thừa ở đích", self.extra),
            ("khác nhau", self.different),
        ):
            if keys:
                yield f"{words}: {len(keys)}"
                yield from (f"  {key}" for key in keys[:most])
                yield from ([f"  … còn {len(keys) - most}"] if len(keys) > most else [])

    def __bool__(self) -> bool:
        """Return whether there is any."""
        return bool(self.missing or self.extra or self.different)


def sync(source: Store, target: Store, say: Say = silent) -> Graph:
    """Make ``target`` hold what ``source`` holds; cut off, it is resumed by repeating it. Return
    the graph.

    A server is written only what differs; an embedded file is written anew and put in the place of
    the old.
    """
    graph = graph_of(source)
    target.replace(source.records(), graph, say)
    return graph


def drift(source: Store, target: Store) -> Drift:
    """Compare what both engines really hold; changes nothing."""
    ours, theirs = _facts(source), _facts(target)
    both = ours.keys() & theirs.keys()
    return Drift(
        _listed(ours.keys() - theirs.keys()),
        _listed(theirs.keys() - ours.keys()),
        _listed({key for key in both if ours[key] != theirs[key]}),
    )


def _listed(keys: AbstractSet[str]) -> tuple[str, ...]:
    """Put files first: what else differs mostly follows from them."""
    return tuple(sorted(keys, key=lambda key: (not key.startswith(_FILE), key)))


def _facts(store: Store) -> Mapping[str, object]:
    """Return all that an engine holds under the names of what holds it: nodes, edges, the records
    of files.
    """
    graph = store.contents()
    nodes = {f"{node.label} {node.id}": dict(node.properties) for node in graph.nodes}
    edges = {
        f"{edge.type} {edge.id}": (edge.start, edge.end, dict(edge.properties))
        for edge in graph.edges
    }
    records = {f"{_FILE}{file}": line for file, line in store.records().items()}
    return {**nodes, **edges, **records}
