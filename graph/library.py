"""The library (thư viện bản ghi): which records a store holds, and how a load or a withdrawal changes them.

The graph is a function of the set of records: after each change all mentions are resolved anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from luocdo.graph.building import build_graph
from luocdo.graph.errors import StoreError
from luocdo.graph.model import Graph
from luocdo.graph.records import FileRecord, decode, encode
from luocdo.graph.stores.base import Store
from luocdo.graph.units import UnitResolver

DEFAULT_NAME = "luocdo.lbug"


def rebuild(records: Mapping[str, bytes]) -> Graph:
    """Return the graph of encoded ``records``."""
    return build_graph([decode(line) for line in records.values()], UnitResolver.load())


def change(store: Store, new: Mapping[str, FileRecord], forget: frozenset[str] = frozenset()) -> Graph | None:
    """Put ``new`` records in place of the files' older ones, drop those of ``forget``; return the graph, None if unchanged.

    Raises:
        LuocdoError: the new set is refused (a condensed edition beside its original); the store keeps what it had.
    """
    old = store.records()
    kept = {file: line for file, line in old.items() if file not in forget}
    kept |= {file: encode(record) for file, record in new.items()}
    if kept == old:
        return None
    graph = rebuild(kept)
    store.replace(kept, graph)
    return graph


def open_store(url: str | None) -> Store:
    """Open the store at ``url`` (``ladybug:PATH``, a bare path, ``neo4j://…``, ``bolt://…``); None is the user's own.

    Raises:
        StoreError: the scheme is unknown, or the server cannot be reached.
    """
    if url is None:
        return _ladybug(default_path())
    scheme, separator, rest = url.partition(":")
    if scheme == "ladybug":
        return _ladybug(Path(rest).expanduser())
    if scheme.startswith(("neo4j", "bolt")):
        from luocdo.graph.stores.neo4j import Neo4jStore  # noqa: PLC0415 - the driver is slow to import and rarely needed

        return Neo4jStore(url)
    if separator and rest.startswith("//"):
        message = f"không biết loại kho '{scheme}': dùng ladybug:ĐƯỜNG_DẪN, neo4j://… hoặc bolt://…"
        raise StoreError(message)
    return _ladybug(Path(url).expanduser())


def default_path() -> Path:
    """Return where the user's own store is kept."""
    from platformdirs import user_data_path  # noqa: PLC0415 - a look-up with --store does not need it

    return user_data_path("luocdo", appauthor=False) / DEFAULT_NAME


def _ladybug(path: Path) -> Store:
    from luocdo.graph.stores.ladybug import LadybugStore  # noqa: PLC0415 - only where the embedded engine is asked for

    return LadybugStore(path, _lazy_rebuild)


def _lazy_rebuild(records: Mapping[str, bytes]) -> Graph:
    return rebuild(records)
