"""The records of a store by URL (bản ghi trên máy chủ): a node for each kept file, and one for
each that has arrived.

``digest`` is the checksum of the record, ``bytes`` that of the file it was read from.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from luocdo.graph.errors import StoreError
from luocdo.graph.stores.lease import leased
from luocdo.graph.stores.locking import PATIENCE
from luocdo.graph.stores.stamps import Arrived, Stamp, arrived, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from luocdo.graph.stores.rows import Row

    Answer = Mapping[str, object]

_MOST = 100  # a record is a whole file
_KEPT, _ARRIVED = "SourceFile", "ArrivedFile"
UNIQUE = (
    f"CREATE CONSTRAINT arrivedfile_id IF NOT EXISTS FOR (f:{_ARRIVED}) REQUIRE f.id IS UNIQUE"
)
_FACTS = "f.digest = row.digest, f.record = row.record, f.bytes = row.bytes, f.reader = row.reader"
_KEEP = (  # the same bytes came when they first came, whichever reader reads them now
    f"UNWIND $rows AS row MERGE (f:{_KEPT} {{id: row.id}}) "
    f"WITH f, row, CASE WHEN f.bytes = row.bytes THEN f.came END AS came SET {_FACTS} "
    f"WITH f, row, came OPTIONAL MATCH (a:{_ARRIVED} {{id: f.id}}) "
    "SET f.origin = coalesce(a.origin, f.origin), f.came = coalesce(came, a.came, row.came)"
)
_STAGE = (
    f"UNWIND $rows AS row MERGE (f:{_ARRIVED} {{id: row.id}}) SET {_FACTS}, f.origin = row.origin,"
    " f.came = row.came"
)
_CHECKSUMS = f"MATCH (f:{_KEPT}) RETURN f.id AS file, f.digest AS digest"
_ANY = f"MATCH (f:{_KEPT}) RETURN f.id AS file LIMIT 1"
_ONE = f"MATCH (f:{_KEPT} {{id: $file}}) RETURN f.record AS record, f.digest AS digest"
_FORGET = f"UNWIND $rows AS row MATCH (f:{_KEPT} {{id: row.id}}) DELETE f"
_NO_LONGER_WAITING = (
    f"MATCH (a:{_ARRIVED}) MATCH (f:{_KEPT} {{id: a.id}}) WHERE f.digest = a.digest DELETE a"
)


class ServerRecords(ABC):
    """What a store by URL does with records; how the server is asked and changed is
    its driver's.
    """

    url: str
    _is_writing = False

    @abstractmethod
    def _asked(self, query: str, values: Answer | None = None) -> Sequence[Answer]:
        """Answer our own question."""

    @abstractmethod
    def _changed(self, statement: str, values: Mapping[str, object]) -> Sequence[Answer]:
        """Run our own statement in the transaction that is open, else in one of its own."""

    @abstractmethod
    def _changed_apart(self, statement: str, values: Mapping[str, object]) -> Sequence[Answer]:
        """Run our own statement in a transaction of its own, from whichever thread."""

    def state(self) -> str:
        """Return a sum over the names and checksums of the kept records."""
        told = "".join(f"{file}\0{mark}\n" for file, mark in sorted(self.checksums().items()))
        return sha256(told.encode()).hexdigest()

    def generation(self) -> str:
        """Return the same; empty for the empty set."""
        return self.state() if self._asked(_ANY) else ""

    def checksums(self) -> dict[str, str]:
        """Return the checksum of each kept record."""
        return {str(row["file"]): str(row["digest"]) for row in self._asked(_CHECKSUMS)}

    def record(self, file: str) -> bytes:
        """Return the kept record of ``file``.

        Raises:
            StoreError: it is missing, or a byte was changed.
        """
        for row in self._asked(_ONE, {"file": file}):
            line = str(row["record"]).encode()
            if self.checksum(line) == row["digest"]:
                return line
        message = f"{self.url}: bản ghi của {file} bị hỏng (sai mã kiểm). Nạp lại tệp này"
        raise StoreError(message)

    @staticmethod
    def checksum(line: bytes) -> str:
        """Return the checksum of an encoded record."""
        return sha256(line).hexdigest()

    def beside(self, what: str) -> Path:
        """Return a file in the user's cache: a server has no folder beside it."""
        # only an index asks where it is kept
        from platformdirs import user_cache_path  # noqa: PLC0415

        return (
            user_cache_path("luocdo", appauthor=False)
            / f"{sha256(self.url.encode()).hexdigest()[:16]}.{what}"
        )

    def records(self) -> dict[str, bytes]:
        """Return the kept records."""
        return {
            str(row["file"]): str(row["record"]).encode()
            for row in self._asked(_records_of(_KEPT))
        }

    def stamps(self) -> dict[str, Stamp]:
        """Return what tells of each kept file whether it must be read again."""
        return {str(row["file"]): _stamp(row) for row in self._asked(_stamps_of(_KEPT))}

    def arrived(self) -> dict[str, Stamp]:
        """Return the same of files that were read but are not in the graph."""
        return {str(row["file"]): _stamp(row) for row in self._asked(_stamps_of(_ARRIVED))}

    def arrived_records(self, files: Iterable[str]) -> dict[str, bytes]:
        """Return the records of those of ``files`` that have arrived."""
        wanted, rows = set(files), self._asked(_records_of(_ARRIVED))
        return {
            str(row["file"]): str(row["record"]).encode() for row in rows if row["file"] in wanted
        }

    def stage(self, batch: Iterable[Arrived]) -> None:
        """Keep what was just read; the graph does not change."""
        self._each_few(_STAGE, _rows(batch))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the database as its one writer, as often as one likes."""
        if self._is_writing:
            yield
            return
        with leased(self.url, self._changed_apart, PATIENCE):
            self._is_writing = True
            try:
                yield
            finally:
                self._is_writing = False

    def _write_records(self, keep: Mapping[str, bytes], forget: Iterable[str]) -> None:
        """Put the records ``keep`` in place of the files' older ones, take ``forget`` out."""
        files = sorted(keep)
        for start in range(0, len(files), _MOST):
            some = files[start : start + _MOST]
            self._each_few(_KEEP, _rows(arrived(file, keep[file], None) for file in some))
        self._each_few(_FORGET, [{"id": file} for file in sorted(forget)])
        self._changed(_NO_LONGER_WAITING, {})

    def _each_few(self, statement: str, rows: Sequence[Row]) -> None:
        for start in range(0, len(rows), _MOST):
            self._changed(statement, {"rows": rows[start : start + _MOST]})


def _stamps_of(label: str) -> str:
    """Return the question that gives file, bytes, reader, origin, when it came; of records without
    these, the record as well.
    """
    told = (
        "f.id AS file, f.bytes AS bytes, f.reader AS reader, f.origin AS origin, coalesce(f.came,"
        " '') AS came"
    )
    return (
        f"MATCH (f:{label}) RETURN {told}, CASE WHEN f.reader IS NULL THEN f.record END AS record"
    )


def _records_of(label: str) -> str:
    return f"MATCH (f:{label}) RETURN f.id AS file, f.record AS record ORDER BY file"


def _stamp(row: Answer) -> Stamp:
    """Return what a row of `_stamps_of` says; records written by an older luocdo say it only in
    themselves.
    """
    origin = str(row["origin"]) if row["origin"] is not None else None
    if row["record"] is not None:
        told = arrived(str(row["file"]), str(row["record"]).encode(), origin).stamp
        return replace(told, came=str(row["came"]))
    return Stamp(str(row["bytes"]), str(row["reader"]), origin, str(row["came"]))


def _rows(records: Iterable[Arrived]) -> list[Row]:
    moment = now()
    return [
        {
            "id": one.file,
            "digest": sha256(one.line).hexdigest(),
            "record": one.line.decode(),
            "bytes": one.stamp.digest,
            "reader": one.stamp.reader,
            "origin": one.stamp.origin,
            "came": moment,
        }
        for one in records
    ]
