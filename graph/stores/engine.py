"""The embedded engine (máy nhúng): the one module that imports its driver; its errors are
translated here.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import ladybug

from luocdo.graph.errors import QueryError, StoreError
from luocdo.graph.stores.ladybug_values import plain_rows
from luocdo.graph.stores.memory import pool_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from luocdo.graph.stores.base import Rows

VERSION = str(ladybug.__version__)
_TRIES = 5
_WRONG_WORDS = (
    "Parser exception",
    "Binder exception",
    "Catalog exception",
    "Conversion exception",
    "Runtime exception",
)


class Engine:
    """One open graph file and a connection to it."""

    def __init__(self, path: Path, *, writing: bool = False) -> None:
        """Open the graph at ``path``: for reading, and then the system too lets nothing be
        written, or for ``writing``.

        Raises:
            StoreError: it cannot be opened.
        """
        with _translated():
            # Who writes makes one checkpoint at the end: one behind each table waits for the disk
            # forty times.
            self._database = ladybug.Database(
                str(path),
                buffer_pool_size=pool_bytes(),
                read_only=not writing,
                auto_checkpoint=not writing,
            )
            self._connection = ladybug.Connection(self._database)

    def ask(self, query: str, values: Mapping[str, object]) -> Rows:
        """Answer one question.

        Raises:
            QueryError: the engine does not understand it, or it is several.
            StoreError: the engine fails.
        """
        # the process that writes answers nothing
        from luocdo.graph.stores.base import Rows  # noqa: PLC0415

        with _translated():
            result = self._connection.execute(query, dict(values))
            if isinstance(result, list):
                message = "một câu hỏi mỗi lần: bỏ dấu ; giữa câu"
                raise QueryError(message)
            rows = plain_rows(result.get_column_data_types(), result.get_all())
            columns = tuple(result.get_column_names())
            result.close()  # its rows stand in the engine's room until then
        return Rows(columns, rows)

    def raw(self, query: str) -> list[list[Any]]:
        """Run our own statement; return its rows as the engine gives them."""
        with _translated():
            result: Any = self._connection.execute(query)
            rows: list[list[Any]] = result.get_all()
        return rows

    def each(self, query: str) -> Iterator[list[Any]]:
        """Run our own question; yield its rows one at a time."""
        with _translated():
            result: Any = self._connection.execute(query)
            while result.has_next():
                yield result.get_next()
            result.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        self._database.close()


def patiently(path: Path) -> Engine:
    """Open for reading, again while a writer swaps the file.

    Raises:
        StoreError: it stays closed.
    """
    for attempt in range(_TRIES):
        try:
            return Engine(path)
        except (StoreError, QueryError) as error:
            if attempt == _TRIES - 1:
                raise StoreError(str(error)) from error
            time.sleep(0.05 * 2**attempt)
    raise AssertionError


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        raise _told(str(error)) from error


def _told(words: str) -> QueryError | StoreError:
    if "read-only" in words:
        return QueryError(
            "chỉ được hỏi, không được sửa kho bằng Cypher; muốn sửa: luocdo load, luocdo forget"
        )
    if words.startswith(_WRONG_WORDS):
        return QueryError(f"câu Cypher không chạy được: {words}")
    return StoreError(f"kho không trả lời: {words}")
