"""The records beside a graph file (bản ghi giữ bên kho): an SQLite file, the source of truth of an
embedded store.

A rollback journal, not a write-ahead log: the file then stands alone whenever nobody writes, can
be copied, lies on a network drive or in a folder that may only be read, and a look-up leaves
nothing beside it. What readers ask is short.

``kept`` holds the records of which the graph is made, ``arrived`` those that a load has read and
not yet put into the graph: a load that is stopped loses nothing, and nobody sees half of it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from luocdo.graph.errors import StoreError
from luocdo.graph.stores.arrival_days import TABLES, arrivals_of, has_came, keep_arrival, when
from luocdo.graph.stores.generation import generation, generation_with, set_generation, sum_of
from luocdo.graph.stores.kept import read_records
from luocdo.graph.stores.places import APPLICATION, lasting
from luocdo.graph.stores.stamps import Arrived, Stamp, arrived, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

FORMAT = 2  # 1 was one file of lines
_WAIT = 30.0  # seconds for what another process commits
_EMPTY = 0
_TABLE = """CREATE TABLE IF NOT EXISTS {name} (
  file TEXT PRIMARY KEY, origin TEXT, digest TEXT NOT NULL, reader TEXT NOT NULL,
  checksum BLOB NOT NULL, record BLOB NOT NULL, came TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID"""
_STATE = (
    "CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
)
_PUT = (
    "INSERT OR REPLACE INTO {name} (file, origin, digest, reader, checksum, record, came) VALUES"
    " (?, ?, ?, ?, ?, ?, ?)"
)
_ONE = "SELECT checksum, record FROM kept WHERE file = ?"
_ORIGIN = (
    "SELECT coalesce((SELECT origin FROM arrived WHERE file = ?), (SELECT origin FROM kept WHERE"
    " file = ?))"
)
_NO_LONGER_WAITING = (
    "DELETE FROM arrived WHERE checksum IN (SELECT checksum FROM kept WHERE kept.file ="
    " arrived.file)"
)


class RecordFile:
    """The records of one embedded store; every call opens the file, does one transaction and lets
    go of it.
    """

    def __init__(self, path: Path) -> None:
        """Name the file; it is made with the first record."""
        self.path = path

    def generation(self) -> str:
        """Return what the set of kept records is told by: a sum over file names and checksums;
        empty for the empty set.
        """
        with self._reading() as database:
            return "" if database is None else generation(database)

    def kept(self) -> dict[str, bytes]:
        """Return the kept records.

        Raises:
            StoreError: a byte was changed, a record is missing, or it was written by a newer
            luocdo.
        """
        rows = self._rows("SELECT file, checksum, record FROM kept ORDER BY file")
        if any(sha256(record).digest() != checksum for _, checksum, record in rows):
            raise _damaged(self.path)
        return {str(file): bytes(record) for file, _, record in rows}

    def checksums(self) -> dict[str, str]:
        """Return the checksum of each kept record, in hexadecimal digits.

        Raises:
            StoreError: one is missing, or is not the one that was kept.
        """
        rows = self._rows("SELECT file, checksum FROM kept")
        return {str(file): bytes(checksum).hex() for file, checksum in rows}

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        """Return what all kept records are told by, if none is missing and none another."""
        with self._reading() as database:
            if database is None:
                return []
            rows = database.execute(query).fetchall()
            wanted = generation(database)
        if sum_of(rows) != wanted:
            raise _damaged(self.path)
        return rows

    def record(self, file: str) -> bytes:
        """Return the kept record of ``file``.

        Raises:
            StoreError: it is missing, or a byte was changed.
        """
        with self._reading() as database:
            rows = [] if database is None else database.execute(_ONE, (file,)).fetchall()
        if not rows or sha256(rows[0][1]).digest() != rows[0][0]:
            raise _damaged(self.path)
        return bytes(rows[0][1])

    def stamps(self) -> dict[str, Stamp]:
        """Return of each kept file what tells whether it must be read again."""
        return self._stamps("kept")

    def arrived(self) -> dict[str, Stamp]:
        """Return the same of the files that were read but are not yet in the graph."""
        return self._stamps("arrived")

    def arrived_records(self, files: Iterable[str]) -> dict[str, bytes]:
        """Return the records of those of ``files`` that have arrived."""
        wanted = set(files)
        with self._reading() as database:
            rows = (
                []
                if database is None
                else database.execute("SELECT file, record FROM arrived").fetchall()
            )
        return {str(file): bytes(record) for file, record in rows if file in wanted}

    def stage(self, batch: Iterable[Arrived]) -> None:
        """Keep what was just read, in one transaction."""
        with self._writing() as database:
            moment = now()
            rows = [(*_row(one), when(database, one, ("kept",)) or moment) for one in batch]
            database.executemany(_PUT.format(name="arrived"), rows)

    def generation_with(self, new: Mapping[str, bytes], gone: Iterable[str]) -> str:
        """Return what the set will be told by once ``new`` records are in place of the files'
        older ones, ``gone`` out.
        """
        with self._reading() as database:
            return generation_with(database, new, gone)

    def change(self, new: Mapping[str, bytes], gone: Iterable[str]) -> None:
        """Put ``new`` records in place of the files' older ones and take ``gone`` out, in one
        transaction.

        Those that have arrived no longer wait.
        """
        gone = list(gone)
        with self._writing() as database:
            after = generation_with(database, new, gone)
            moment = now()
            for file, line in new.items():
                origin = database.execute(_ORIGIN, (file, file)).fetchone()[0]
                one = arrived(file, line, origin)
                came = when(database, one, TABLES) or moment
                database.execute(_PUT.format(name="kept"), (*_row(one), came))
                database.execute(_NO_LONGER_WAITING + " AND file = ?", (file,))
            database.executemany(
                "DELETE FROM kept WHERE file = ?", [(file,) for file in gone if file not in new]
            )
            database.execute("INSERT OR REPLACE INTO state VALUES ('generation', ?)", (after,))

    def put(self, records: Mapping[str, bytes]) -> str:
        """Make ``records`` the kept ones in one transaction; those that have arrived are no longer
        waiting.
        """
        with self._writing() as database:
            old = dict(database.execute("SELECT file, checksum FROM kept").fetchall())
            origins = dict(database.execute("SELECT file, origin FROM kept").fetchall())
            origins |= dict(database.execute("SELECT file, origin FROM arrived").fetchall())
            database.executemany(
                "DELETE FROM kept WHERE file = ?", [(file,) for file in old if file not in records]
            )
            new = [
                file for file, line in records.items() if old.get(file) != sha256(line).digest()
            ]
            came, moment = arrivals_of(database, "kept") | arrivals_of(database, "arrived"), now()
            found = (arrived(file, records[file], origins.get(file)) for file in new)
            rows = (
                (*_row(one), came.get((one.file, one.stamp.digest)) or moment) for one in found
            )
            database.executemany(_PUT.format(name="kept"), rows)
            database.execute(_NO_LONGER_WAITING)
            return set_generation(database)

    def take_over(self) -> None:
        """Turn records of the older form into this one; the old file is replaced only by the whole
        new one.
        """
        old = read_records(self.path)
        fresh = self.path.with_name(f"{self.path.name}.new")
        fresh.unlink(missing_ok=True)
        RecordFile(fresh).put(old)
        lasting(fresh)
        fresh.replace(self.path)

    def _stamps(self, table: str) -> dict[str, Stamp]:
        with self._reading() as database:
            if database is None:
                return {}
            came = "came" if has_came(database, table) else "''"
            asked = f"SELECT file, digest, reader, origin, {came} FROM {table}"  # noqa: S608 - one of two
            rows = database.execute(asked).fetchall()
        return {str(file): Stamp(*rest) for file, *rest in rows}

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        """Open for reading; None where there is nothing yet."""
        if not self.path.exists() or self.path.stat().st_size == _EMPTY:
            yield None
            return
        # A writer that was killed left a journal: only who may write can undo what it had begun.
        mode = "rw" if self.path.with_name(f"{self.path.name}-journal").exists() else "ro"
        with _translated(self.path), closing(_connect(self.path, mode)) as database:
            _check_format(self.path, database)
            yield database

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with _translated(self.path), closing(_connect(self.path, "rwc")) as database:
            database.execute("BEGIN IMMEDIATE")
            if database.execute("PRAGMA user_version").fetchone() == (0,):
                _lay_out(database)
            _check_format(self.path, database)
            keep_arrival(database)
            try:
                yield database
            except BaseException:
                database.rollback()
                raise
            database.commit()


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    database = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=_WAIT, isolation_level=None
    )
    database.execute("PRAGMA trusted_schema = OFF")
    return database


def _lay_out(database: sqlite3.Connection) -> None:
    for statement in (_TABLE.format(name="kept"), _TABLE.format(name="arrived"), _STATE):
        database.execute(statement)
    database.execute(f"PRAGMA application_id = {APPLICATION}")
    database.execute(f"PRAGMA user_version = {FORMAT}")


def _check_format(path: Path, database: sqlite3.Connection) -> None:
    (found,) = database.execute("PRAGMA user_version").fetchone()
    if found > FORMAT:
        message = f"{path}: kho do bản luocdo mới hơn ghi; hãy cập nhật luocdo"
        raise StoreError(message)


def _row(one: Arrived) -> tuple[str, str | None, str, str, bytes, bytes]:
    return (
        one.file,
        one.stamp.origin,
        one.stamp.digest,
        one.stamp.reader,
        sha256(one.line).digest(),
        one.line,
    )


def _damaged(path: Path) -> StoreError:
    return StoreError(
        f"{path}: bản ghi bị hỏng (sai mã kiểm). Nạp lại các tệp gốc vào một kho mới"
    )


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into luocdo's, each with its remedy."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _told(path, error) from error
    except sqlite3.DatabaseError as error:
        raise _damaged(path) from error


def _told(path: Path, error: sqlite3.OperationalError) -> StoreError:
    words = str(error)
    if "locked" in words:
        return StoreError(f"{path}: tiến trình khác đang ghi bản ghi; đợi nó xong rồi làm lại")
    if "full" in words or "disk I/O" in words:
        return StoreError(
            f"{path}: không ghi được bản ghi (đĩa đầy hoặc quá cỡ tệp cho phép); kho giữ như trước"
        )
    return StoreError(f"{path}: không mở được bản ghi ({words}); xem quyền của thư mục")
