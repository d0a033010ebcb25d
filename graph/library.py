"""The library (thư viện bản ghi): which records a store holds, and how a load or a withdrawal changes them.

The graph is a function of the set of records, readers' corrections among them: after each change all mentions are resolved anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.building.graph import build_graph
from luocdo.graph.corrections.putting import put
from luocdo.graph.records import FileRecord, decode, encode
from luocdo.graph.stores.base import Say, silent
from luocdo.graph.units.resolving import UnitResolver

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luocdo.graph.model import Graph
    from luocdo.graph.stores.base import Store


def rebuild(records: Mapping[str, bytes]) -> Graph:
    """Return the graph of encoded ``records``, as their readers' corrections have it."""
    return build_graph(put(decode(line) for line in records.values()), UnitResolver.load())


def change(
    store: Store, new: Mapping[str, FileRecord], forget: frozenset[str] = frozenset(), say: Say = silent
) -> Graph | None:
    """Put ``new`` records in place of the files' older ones, drop those of ``forget``; return the graph, None if unchanged.

    ``say`` hears of progress.

    Raises:
        LuocdoError: the new set is refused (a condensed edition beside its original); the store keeps what it had.
    """
    old = store.records()
    kept = {file: line for file, line in old.items() if file not in forget}
    kept |= {file: encode(record) for file, record in new.items()}
    if kept == old:
        return None
    graph = rebuild(kept)
    store.replace(kept, graph, say)
    return graph
