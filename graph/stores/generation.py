"""What a set of records is told by (dấu của bộ bản ghi): a sum over file names and checksums.

It is kept beside the records, so that a change tells the sum of the set as it will be without
reading any other row.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping


def generation_of(records: Mapping[str, bytes]) -> str:
    """Return what the set ``records`` is told by, as `RecordFile.generation` does."""
    return sum_of((file, sha256(line).digest()) for file, line in records.items())


def generation_by(checksums: Mapping[str, str]) -> str:
    """Return what the set of records with those ``checksums`` is told by."""
    return sum_of((file, bytes.fromhex(mark)) for file, mark in checksums.items())


def generation(database: sqlite3.Connection) -> str:
    """Return what the set is told by as it is kept; empty for the empty set."""
    found = database.execute("SELECT value FROM state WHERE name = 'generation'").fetchone()
    return str(found[0]) if found else ""


def set_generation(database: sqlite3.Connection) -> str:
    """Keep what the set of all rows is told by."""
    found = sum_of(database.execute("SELECT file, checksum FROM kept"))
    database.execute("INSERT OR REPLACE INTO state VALUES ('generation', ?)", (found,))
    return found


def generation_with(
    database: sqlite3.Connection | None, new: Mapping[str, bytes], gone: Iterable[str]
) -> str:
    """Return the sum over the set as it will be, out of the sum as it is: no other row is read."""
    touched = {*new, *gone}
    if database is None:
        return generation_of(new)
    rows = [
        row
        for file in touched
        for row in database.execute("SELECT file, checksum FROM kept WHERE file = ?", (file,))
    ]
    ((before,),) = database.execute("SELECT count(*) FROM kept").fetchall()
    left = before - len(rows) + len(new)
    total = int(generation(database) or "0", 16) - sum(map(_told_by, rows))
    total += sum(_told_by((file, sha256(line).digest())) for file, line in new.items())
    return f"{total % 2**256:064x}" if left else ""


def sum_of(rows: Iterable[tuple[Any, ...]]) -> str:
    """Return what tells a set of (file, checksum, …): a sum, so that the order of the rows does
    not show.
    """
    total, some = 0, False
    for row in rows:
        some = True
        total += _told_by(row)
    return f"{total % 2**256:064x}" if some else ""


def _told_by(row: tuple[Any, ...]) -> int:
    file, checksum, *_ = row
    return int.from_bytes(sha256(file.encode() + b"\0" + checksum).digest(), "big")
