"""Exports (xuất): one module per format, each deriving from the schema."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.errors import LuocdoError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from luocdo.graph.export.laid_out import Shown
    from luocdo.graph.stores.growth import Telling

FORMATS = ("jsonl", "graphml", "cypher", "csv", "xlsx", "jsonld", "parquet", "mermaid")


def write(graph: Telling, form: str, stream: BinaryIO) -> None:
    """Write ``graph`` to ``stream`` in ``form``.

    Raises:
        LuocdoError: there is no such format.
        StoreError: there is no room for the pieces of it on the way.
    """
    with closing(shown(graph)) as leaving:
        write_shown(leaving, form, stream)


def shown(graph: Telling) -> Shown:
    """Return what may leave the house of ``graph``, which is then not needed any more.

    Raises:
        StoreError: there is no room for it.
    """
    from luocdo.graph.export.laid_out import Shown  # noqa: PLC0415 - a look-up exports nothing

    try:
        return Shown(graph)
    except sqlite3.OperationalError as error:
        raise _no_room(error) from error


def write_shown(leaving: Shown, form: str, stream: BinaryIO) -> None:
    """Write what leaves the house to ``stream`` in ``form``; see `write`."""
    if form not in FORMATS:
        message = f"không có dạng xuất '{form}'; có: {', '.join(FORMATS)}"
        raise LuocdoError(message)
    writer: Callable[[Shown, BinaryIO], None] = import_module(f"luocdo.graph.export.{form}").write
    try:
        writer(leaving, stream)
    except sqlite3.OperationalError as error:
        raise _no_room(error) from error


def _no_room(error: sqlite3.OperationalError) -> StoreError:
    return StoreError(
        f"không xuất được đồ thị: thư mục tạm hết chỗ hoặc không ghi được ({error}); đặt biến"
        " TMPDIR sang nơi khác"
    )
