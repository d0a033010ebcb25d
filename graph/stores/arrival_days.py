"""When the bytes of a file came into an embedded store (ngày đến): older ones lack it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from luocdo.graph.stores.stamps import Arrived

TABLES = ("kept", "arrived")


def has_came(database: sqlite3.Connection, table: str) -> bool:
    """Return whether ``table`` says when its files came: those of older stores do not."""
    return any(row[1] == "came" for row in database.execute(f"PRAGMA table_info({table})"))


def keep_arrival(database: sqlite3.Connection) -> None:
    """Give the tables of an older store the column."""
    for table in TABLES:
        if not has_came(database, table):
            database.execute(f"ALTER TABLE {table} ADD COLUMN came TEXT NOT NULL DEFAULT ''")


def arrivals_of(database: sqlite3.Connection, table: str) -> dict[tuple[str, str], str]:
    """Return when the bytes of each file came, by its name and their digest."""
    rows = database.execute(f"SELECT file, digest, came FROM {table} WHERE came <> ''").fetchall()  # noqa: S608 - one of two
    return {(str(file), str(digest)): str(came) for file, digest, came in rows}


def when(database: sqlite3.Connection, one: Arrived, tables: Iterable[str]) -> str:
    """Return when the bytes of a file came, by what ``tables`` know; "" where none does."""
    for table in tables:
        asked = f"SELECT came FROM {table} WHERE file = ? AND digest = ?"  # noqa: S608 - one of two
        found = database.execute(asked, (one.file, one.stamp.digest)).fetchone()
        if found and found[0]:
            return str(found[0])
    return ""
