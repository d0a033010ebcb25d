"""Rows put in an order of their own on disk (xếp thứ tự): none but the one at hand is held."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.graph.records import Value

    Key = tuple[str, int, str]
    Row = tuple[Value, ...]

_decoded = msgspec.msgpack.Decoder(tuple[str | int | float | bool | None, ...]).decode
_encoded = msgspec.msgpack.Encoder().encode


def in_order(rows: Iterable[tuple[Key, Row]]) -> Iterator[Row]:
    """Yield the rows in the order of their keys."""
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        database.execute("CREATE TABLE row (one TEXT, two INTEGER, three TEXT, cells BLOB)")
        database.execute("BEGIN")
        database.executemany(
            "INSERT INTO row VALUES (?, ?, ?, ?)", ((*key, _encoded(row)) for key, row in rows)
        )
        found = database.execute("SELECT cells FROM row ORDER BY one, two, three")
        yield from (_decoded(cells) for (cells,) in found)
