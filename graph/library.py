"""The library (thư viện bản ghi): which records a store holds, and how a load or a withdrawal
changes them.

The graph is a function of the set of records, readers' corrections among them. What a change
touches is made again, the rest stays (`growing`). Records are read, changed and written while one
holds the store, so that of two who change it at once neither undoes what the other did.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from luocdo.graph.building.gathering import in_order
from luocdo.graph.building.graph import build_graph, gathered, grown
from luocdo.graph.building.ground import decoded
from luocdo.graph.records import FileRecord, encode
from luocdo.graph.stores.base import Say, silent
from luocdo.graph.stores.rows import checksums_of
from luocdo.graph.units.resolving import UnitResolver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from luocdo.graph.model import Graph
    from luocdo.graph.stores.base import Growing, Store
    from luocdo.graph.stores.growth import Telling
    from luocdo.graph.stores.stamps import Stamp

T = TypeVar("T")


def rebuild(records: Mapping[str, bytes]) -> Graph:
    """Return the graph of encoded ``records``, as their readers' corrections have it.

    Raises:
        StoreError: a record is of a form that this luocdo no longer reads; its file is named.
    """
    return build_graph(
        (decoded(file, line) for file, line in records.items()), UnitResolver.load()
    )


@contextmanager
def regrown(store: Growing) -> Iterator[Telling]:
    """Tell the graph of what ``store`` keeps, a piece at a time: what is kept of its build is
    brought to the records first, and stays so.

    Raises:
        StoreError: a record is of a form that this luocdo no longer reads; its file is named.
    """
    with grown(store.ledger, store.checksums(), store.record, UnitResolver.load()) as growing:
        yield growing.whole
        growing.keep(store.generation())


def graph_of(store: Store) -> Graph:
    """Return the graph of what ``store`` holds: gathered from what is kept of its build, else
    built anew.

    Raises:
        StoreError: a record is of a form that this luocdo no longer reads; its file is named.
    """
    return told_to(in_order, store)


def told_to(take: Callable[[Telling], T], store: Store) -> T:
    """Return what ``take`` makes of the graph of what ``store`` holds, told a piece at a time.

    Where what is kept of its build is of other records or rules, it is built in a file of its own.

    Raises:
        StoreError: a record is of a form that this luocdo no longer reads; its file is named.
    """
    if store.growing is not None:
        for tell in (_as_kept, _built_apart):
            if found := tell(take, store.growing):
                return found[0]
    return take(rebuild(store.records()))


def _as_kept(take: Callable[[Telling], T], store: Growing) -> tuple[T] | None:
    """Let ``take`` go over what is kept of the build; None where that cannot be."""
    return gathered(take, store.ledger, store.generation())


def _built_apart(take: Callable[[Telling], T], store: Growing) -> tuple[T] | None:
    """Let ``take`` go over a build of its own; None where another wrote meanwhile."""
    before = store.generation()
    with TemporaryDirectory() as folder:
        place = Path(folder) / "ledger"
        with grown(place, store.checksums(), store.record, UnitResolver.load()) as growing:
            found = take(growing.whole)
    return (found,) if store.generation() == before else None


def change(
    store: Store,
    new: Mapping[str, FileRecord],
    forget: frozenset[str] = frozenset(),
    say: Say = silent,
) -> bool:
    """Put ``new`` records in place of the files' older ones, drop those of ``forget``; tell
    whether anything changed.

    ``say`` hears of progress.

    Raises:
        LuocdoError: the new set is refused (a condensed edition beside its original); the store
        keeps what it had.
    """
    with store.writing():
        return _changed(store, {file: encode(record) for file, record in new.items()}, forget, say)


def take_in(store: Store, files: Iterable[str], say: Say = silent) -> bool:
    """Put the records of ``files`` that have arrived in place of the older ones; tell whether
    anything changed.

    Raises:
        LuocdoError: the new set is refused (a condensed edition beside its original); the store
        keeps what it had.
    """
    with store.writing():
        return _changed(store, store.arrived_records(files), frozenset(), say)


def withdraw(
    store: Store, choose: Callable[[Mapping[str, Stamp]], frozenset[str]], say: Say = silent
) -> frozenset[str]:
    """Take out the files that ``choose`` names of those that are kept; return them."""
    with store.writing():
        gone = choose(store.stamps())
        _changed(store, {}, gone, say)
    return gone


def _changed(store: Store, new: Mapping[str, bytes], gone: frozenset[str], say: Say) -> bool:
    if store.growing is not None:
        return _grown(store.growing, new, gone, say)
    old = store.records()
    kept = {file: line for file, line in old.items() if file not in gone} | dict(new)
    if kept == old:
        return False
    store.replace(kept, rebuild(kept), say)
    return True


def _grown(store: Growing, new: Mapping[str, bytes], gone: frozenset[str], say: Say) -> bool:
    """Change a store by what changes; what was kept of the build is brought to the new set first,
    whatever it was of.
    """
    old = store.checksums()
    kept = {file: mark for file, mark in old.items() if file not in gone} | checksums_of(new)
    if kept == old:
        return False

    def read(file: str) -> bytes:
        return new[file] if file in new else store.record(file)

    with grown(store.ledger, kept, read, UnitResolver.load()) as growing:
        store.change(new, gone - new.keys(), growing.growth(), say)
        growing.keep(store.generation())
    return True
