"""The library (thư viện bản ghi): which records a store holds, and how a load or a withdrawal changes them.

The graph is a function of the set of records, readers' corrections among them: after each change all mentions are resolved
anew. Records are read, changed and written while one holds the store, so that of two who change it at once neither undoes
what the other did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.building.graph import build_graph
from luocdo.graph.corrections.putting import put
from luocdo.graph.errors import StoreError
from luocdo.graph.records import FileRecord, decode, encode
from luocdo.graph.stores.base import Say, silent
from luocdo.graph.units.resolving import UnitResolver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from luocdo.graph.model import Graph
    from luocdo.graph.stores.base import Store
    from luocdo.graph.stores.stamps import Stamp


def rebuild(records: Mapping[str, bytes]) -> Graph:
    """Return the graph of encoded ``records``, as their readers' corrections have it.

    Raises:
        StoreError: a record is of a form that this luocdo no longer reads; its file is named.
    """
    return build_graph(put(_decoded(file, line) for file, line in records.items()), UnitResolver.load())


def change(
    store: Store, new: Mapping[str, FileRecord], forget: frozenset[str] = frozenset(), say: Say = silent
) -> Graph | None:
    """Put ``new`` records in place of the files' older ones, drop those of ``forget``; return the graph, None if unchanged.

    ``say`` hears of progress.

    Raises:
        LuocdoError: the new set is refused (a condensed edition beside its original); the store keeps what it had.
    """
    with store.writing():
        old = store.records()
        kept = {file: line for file, line in old.items() if file not in forget}
        return _changed(store, old, kept | {file: encode(record) for file, record in new.items()}, say)


def take_in(store: Store, files: Iterable[str], say: Say = silent) -> Graph | None:
    """Put the records of ``files`` that have arrived in place of the older ones; return the graph, None if unchanged.

    Raises:
        LuocdoError: the new set is refused (a condensed edition beside its original); the store keeps what it had.
    """
    with store.writing():
        old = store.records()
        kept = old | store.arrived_records(files)
        return _changed(store, old, kept, say)


def withdraw(
    store: Store, choose: Callable[[Mapping[str, Stamp]], frozenset[str]], say: Say = silent
) -> frozenset[str]:
    """Take out the files that ``choose`` names of those that are kept; return them."""
    with store.writing():
        gone = choose(store.stamps())
        old = store.records()
        _changed(store, old, {file: line for file, line in old.items() if file not in gone}, say)
    return gone


def _changed(store: Store, old: Mapping[str, bytes], kept: Mapping[str, bytes], say: Say) -> Graph | None:
    if kept == old:
        return None
    graph = rebuild(kept)
    store.replace(kept, graph, say)
    return graph


def _decoded(file: str, line: bytes) -> FileRecord:
    try:
        return decode(line)
    except msgspec.ValidationError as error:
        message = (
            f"bản ghi của {file} có dạng mà bản luocdo này không đọc được; bỏ tệp rồi nạp lại: luocdo forget {file}"
        )
        raise StoreError(message) from error
