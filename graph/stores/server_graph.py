"""The graph of a store by URL (đồ thị trên máy chủ): only what differs is written.

What a change makes different is told by the ledger, which lies in the user's cache. Where it is
that of the records that the server has, nothing is read back; else the whole graph is compared. A
difference of some size is one transaction: nobody sees half of it. A larger one goes in batches,
and says so on the server until it is done, so that whoever comes behind a crash compares again.
"""

from __future__ import annotations

import os
from abc import abstractmethod
from typing import TYPE_CHECKING, Self

from luocdo.graph.stores.base import Say, batches, silent
from luocdo.graph.stores.differing import ENDS, Differing, Held, facts
from luocdo.graph.stores.one_by_one import OneByOne
from luocdo.graph.stores.server_records import ServerRecords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from luocdo.graph.stores.differing import Kind
    from luocdo.graph.stores.growth import Growth, Telling
    from luocdo.graph.stores.rows import Row

BATCH = 10_000
AT_ONCE = 20_000  # rows in one transaction: some 50 MB of the server's memory
_BEGIN = "MERGE (u:Unfinished {id: 'luocdo'})"
_IS_BEGUN = "MATCH (u:Unfinished) RETURN u.id AS id LIMIT 1"
_END = "MATCH (u:Unfinished) DELETE u"


class ServerGraph(ServerRecords):
    """What a store by URL does with its graph; how the server is asked and changed is its
    driver's.
    """

    @abstractmethod
    def _held(self) -> Held:
        """Read what the database holds."""

    @abstractmethod
    def _prepare(self) -> None:
        """Make the constraints and indexes that writing needs."""

    @abstractmethod
    def _at_once(self, work: Callable[[], None]) -> None:
        """Do ``work``, which may be done again, in one transaction."""

    @property
    def growing(self) -> Self | None:
        """Return itself: it changes by what was added; None where no ledger can be kept."""
        place = self.ledger.parent
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        return self if os.access(place, os.W_OK) else None

    @property
    def ledger(self) -> Path:
        """Return where what the graph was made of is kept: in the user's cache."""
        return self.beside("ledger")

    def replace(self, records: Mapping[str, bytes], graph: Telling, say: Say = silent) -> None:
        """Write what differs: nodes, then edges, then what is gone, the records last; a first load
        in batches.
        """
        with self.writing():
            self._prepare()
            held = self._held()
            self._make_equal(held, graph, records, held.files().keys() - records.keys(), say)

    def change(
        self,
        new: Mapping[str, bytes],
        gone: AbstractSet[str],
        growth: Growth,
        say: Say = silent,
    ) -> None:
        """Write what changed, or compare the whole where the graph is not the one that grew."""
        with self.writing():
            self._prepare()
            if self._is_of(growth.since) and growth.difference.size <= AT_ONCE:
                changes = Differing.told(growth.difference)
                self._at_once(lambda: self._write(changes, "MERGE", new, gone, silent))
                say(f"ghi {growth.difference.size} nút và cạnh đã đổi")
                return
            self._make_equal(self._held(), growth.whole, new, gone, say)

    def _is_of(self, generation: str) -> bool:
        """Return whether the graph is whole, and that of the records of ``generation``."""
        return bool(generation) and self.generation() == generation and not self._asked(_IS_BEGUN)

    def _make_equal(
        self,
        held: Held,
        graph: Telling,
        keep: Mapping[str, bytes],
        forget: Iterable[str],
        say: Say,
    ) -> None:
        changes, verb = Differing.of(held, graph), "MERGE" if held.nodes else "CREATE"
        known = held.files()
        differing = {file for file, line in keep.items() if known.get(file) != self.checksum(line)}
        new = OneByOne(differing, keep.__getitem__)
        if held.nodes and changes.size <= AT_ONCE:
            self._at_once(lambda: self._write(changes, verb, new, forget, say))
            return
        self._changed(_BEGIN, {})
        self._write(changes, verb, new, forget, say)

    def _write(
        self,
        changes: Differing,
        verb: str,
        keep: Mapping[str, bytes],
        forget: Iterable[str],
        say: Say,
    ) -> None:
        """Write ``changes`` and the records; into an empty database nodes are created (``verb``)
        without looking, which is faster.
        """
        self._drop_edges(changes.gone_edges)
        self._write_nodes(changes.nodes, say, verb)
        self._write_edges(changes.edges, say, verb)
        self._drop_nodes(changes.gone_nodes)
        self._write_records(keep, forget)
        self._changed(_END, {})

    def _write_nodes(self, tables: Mapping[str, list[Row]], say: Say, verb: str) -> None:
        for label, rows in tables.items():
            written = f"UNWIND $rows AS row {verb} (n:{label} {{id: row.id}}) SET n = row"
            self._each(written, rows, label, say)

    def _write_edges(self, tables: Mapping[Kind, list[Row]], say: Say, verb: str) -> None:
        for (kind, start, end), rows in tables.items():
            ends = f"MATCH (a:{start} {{id: row.from_id}}) MATCH (b:{end} {{id: row.to_id}})"
            link = f"{verb} (a)-[r:{kind} {{id: row.id}}]->(b) SET r = row.facts"
            sent: list[Row] = [
                {**{key: row[key] for key in ("id", *ENDS)}, "facts": facts(row)} for row in rows
            ]
            self._each(f"UNWIND $rows AS row {ends} {link}", sent, f"{kind} {start} → {end}", say)

    def _drop_edges(self, gone: Mapping[str, list[str]]) -> None:
        for kind, keys in gone.items():
            found = f"UNWIND $rows AS row MATCH ()-[r:{kind} {{id: row.id}}]->()"
            self._each(f"{found} DELETE r", _ids(keys))

    def _drop_nodes(self, gone: Mapping[str, list[str]]) -> None:
        for label, keys in gone.items():
            found = f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}})"
            self._each(f"{found} DETACH DELETE n", _ids(keys))

    def _each(
        self, statement: str, rows: Sequence[Row], what: str = "", say: Say = silent
    ) -> None:
        """Write in batches; the driver repeats one that the server asks to repeat."""
        for number, batch in enumerate(batches(rows, BATCH)):
            self._changed(statement, {"rows": list(batch)})
            say(f"{what}: {number * BATCH + len(batch)}/{len(rows)}")


def _ids(keys: Sequence[str]) -> list[Row]:
    return [{"id": key} for key in keys]
