"""The embedded store (kho nhúng): one Ladybug file, its records beside it.

``NAME`` is the graph, ``NAME.records`` the records it was built from, one line of JSON per file, the first line a
checksum. The records are the source of truth: where the graph is missing, older or damaged it is built anew from them.
A load writes both anew beside the old ones and then renames: a crash leaves the old state.
"""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Self

import ladybug

from luocdo.graph.errors import QueryError, StoreError
from luocdo.graph.stores.base import Parameters, Rows, Say, batches, check_parameters, silent
from luocdo.graph.stores.dialect import for_ladybug
from luocdo.graph.stores.kept import encode_records, first_line, mark, read_records
from luocdo.graph.stores.ladybug_values import INTERNAL, plain_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ladybug import Connection

    from luocdo.graph.model import Graph
    from luocdo.graph.records import Value
    from luocdo.graph.stores.rows import Row

    Rebuild = Callable[[Mapping[str, bytes]], Graph]

_POOL = 256 * 1024 * 1024
_TRIES = 5
_KEPT_APART = frozenset({"Remark", "SourceFile"})
_ENDS = frozenset({"from_id", "to_id"})


class LadybugStore:
    """One graph in one file; readers open it read-only, a load replaces it whole."""

    def __init__(self, path: Path, rebuild: Rebuild) -> None:
        """Open the store at ``path``; ``rebuild`` makes the graph of kept records where the file does not hold it."""
        self.path = path
        self.url = f"ladybug:{path}"
        self._rebuild = rebuild
        self._database: ladybug.Database | None = None
        self._connection: Connection | None = None

    def run(self, query: str, parameters: Parameters | None = None) -> Rows:
        """Answer a read-only query; see `Store.run`."""
        values = dict(parameters or {})
        check_parameters(query, values)
        try:
            result = self._open().execute(for_ladybug(query), values)
        except RuntimeError as error:
            raise _translated(error) from error
        if isinstance(result, list):
            message = "một câu hỏi mỗi lần: bỏ dấu ; giữa câu"
            raise QueryError(message)
        columns = tuple(result.get_column_names())
        return Rows(columns, plain_rows(result.get_column_data_types(), result.get_all()))

    def records(self) -> dict[str, bytes]:
        """Return the kept records.

        Raises:
            StoreError: the records do not agree with their checksum.
        """
        return read_records(self._records_path)

    def replace(self, records: Mapping[str, bytes], graph: Graph, say: Say = silent) -> None:
        """Write ``records`` and ``graph`` anew, then put them in the place of the old."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._alone():
            self.close()
            body = encode_records(records)
            fresh = self.path.with_name(f"{self.path.name}.new")
            _remove(fresh)
            _write_graph(fresh, graph, records, mark(body.partition(b"\n")[0], str(ladybug.__version__)), say)
            kept = self._records_path.with_name(f"{self._records_path.name}.new")
            kept.write_bytes(body)
            _swap(kept, self._records_path)
            _swap(fresh, self.path)

    def contents(self) -> Graph:
        """Read back the nodes and edges that the file holds."""
        from luocdo.graph.model import Edge, Graph, Node  # noqa: PLC0415 - a look-up reads rows, never the whole graph
        from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES  # noqa: PLC0415

        nodes = [
            Node(label, *_told(value))
            for label in NODE_TYPES
            if label not in _KEPT_APART
            for (value,) in self._all(f"MATCH (n:{label}) RETURN n")
        ]
        edges = [
            Edge(name, *_placed(start, link, end))
            for name in EDGE_TYPES
            for start, link, end in self._all(f"MATCH (a)-[r:{name}]->(b) RETURN a.id, r, b.id")
        ]
        return Graph(tuple(nodes), tuple(edges), ())

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
        if self._database is not None:
            self._database.close()
        self._connection = self._database = None

    def __enter__(self) -> Self:
        """Open for a with statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    @property
    def _records_path(self) -> Path:
        return self.path.with_name(f"{self.path.name}.records")

    def _all(self, query: str) -> list[list[Any]]:
        result: Any = self._open().execute(query)
        rows: list[list[Any]] = result.get_all()
        return rows

    def _open(self) -> Connection:
        if self._connection is None:
            if not self._holds_records():
                self._restore()
            self._database = _patiently(
                lambda: ladybug.Database(str(self.path), buffer_pool_size=_POOL, read_only=True)
            )
            self._connection = ladybug.Connection(self._database)
        return self._connection

    def _holds_records(self) -> bool:
        """Tell whether the graph file was written from exactly the records beside it."""
        built = self.path.with_name(f"{self.path.name}.built")
        if not self.path.exists() or self.path.stat().st_size == 0 or not built.exists():
            return False
        return built.read_text("utf-8") == mark(first_line(self._records_path), str(ladybug.__version__))

    def _restore(self) -> None:
        records = self.records()
        if not records:
            message = f"kho trống: {self.path}. Nạp văn bản trước: luocdo load THƯ_MỤC"
            raise StoreError(message)
        self.replace(records, self._rebuild(records))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the store as its one writer; a second is refused with the holder's process number."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - brings asyncio; a look-up locks nothing

        holder = self.path.with_name(f"{self.path.name}.writer")
        lock = FileLock(f"{self.path}.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            process = holder.read_text("utf-8") if holder.exists() else "?"
            message = f"kho {self.path} đang được tiến trình {process} ghi; đợi nó xong rồi làm lại"
            raise StoreError(message) from error
        try:
            holder.write_text(str(os.getpid()), "utf-8")
            yield
        finally:
            holder.unlink(missing_ok=True)
            lock.release()


def _write_graph(path: Path, graph: Graph, records: Mapping[str, bytes], digest: str, say: Say) -> None:
    from luocdo.graph.stores.ddl import ladybug_ddl  # noqa: PLC0415 - a look-up writes nothing
    from luocdo.graph.stores.rows import file_rows  # noqa: PLC0415

    database = ladybug.Database(str(path), buffer_pool_size=_POOL)
    connection = ladybug.Connection(database)
    try:
        for statement in ladybug_ddl():
            connection.execute(statement)
        for batch in batches(file_rows(records, whole=False)):
            _write(connection, "CREATE (:SourceFile {values})", batch)
        _write_rows(connection, graph, say)
    finally:
        connection.close()
        database.close()
    path.with_name(f"{path.name}.built").write_text(digest, "utf-8")


def _write_rows(connection: Connection, graph: Graph, say: Say) -> None:
    from luocdo.graph.stores.rows import edge_rows, node_rows  # noqa: PLC0415 - a look-up writes nothing

    for label, rows in node_rows(graph).items():
        for batch in batches(rows):
            _write(connection, f"CREATE (:{label} {{values}})", batch)
    for (name, start, end), rows in edge_rows(graph).items():
        ends = f"MATCH (a:{start} {{id: row.from_id}}) MATCH (b:{end} {{id: row.to_id}})"
        for batch in batches(rows):
            _write(connection, f"{ends} CREATE (a)-[:{name} {{values}}]->(b)", batch)
    say(f"ghi {len(graph.nodes)} nút, {len(graph.edges)} cạnh")


def _write(connection: Connection, statement: str, batch: Sequence[Row]) -> None:
    """Write one batch; a column with no value in it is left out, for the engine could not tell its type."""
    keys = [key for key in batch[0] if any(row[key] is not None for row in batch)]
    names = ", ".join(f"{key}: row.{key}" for key in keys if key not in _ENDS)
    rows = [{key: row[key] for key in keys} for row in batch]
    connection.execute("UNWIND $rows AS row " + statement.replace("{values}", f"{{{names}}}"), {"rows": rows})


def _swap(fresh: Path, place: Path) -> None:
    fresh.replace(place)
    built = fresh.with_name(f"{fresh.name}.built")
    if built.exists():
        built.replace(place.with_name(f"{place.name}.built"))


def _remove(path: Path) -> None:
    for leftover in (path, path.with_name(f"{path.name}.wal"), path.with_name(f"{path.name}.built")):
        with suppress(FileNotFoundError):
            leftover.unlink()


def _patiently(open_it: Callable[[], ladybug.Database]) -> ladybug.Database:
    """Open, again while a writer swaps the file.

    Raises:
        StoreError: it stays closed.
    """
    for attempt in range(_TRIES):
        try:
            return open_it()
        except RuntimeError as error:
            if attempt == _TRIES - 1:
                raise _translated(error) from error
            time.sleep(0.05 * 2**attempt)
    raise AssertionError


def _translated(error: RuntimeError) -> QueryError | StoreError:
    words = str(error)
    if "read-only" in words:
        return QueryError("chỉ được hỏi, không được sửa kho bằng Cypher; muốn sửa: luocdo load, luocdo forget")
    if words.startswith(
        ("Parser exception", "Binder exception", "Catalog exception", "Conversion exception", "Runtime exception")
    ):
        return QueryError(f"câu Cypher không chạy được: {words}")
    return StoreError(f"kho không trả lời: {words}")


def _told(value: dict[str, Any]) -> tuple[str, dict[str, Value]]:
    """Return the id of a node or edge and its other properties."""
    return str(value["id"]), {k: v for k, v in value.items() if v is not None and k not in INTERNAL and k != "id"}


def _placed(start: str, link: dict[str, Any], end: str) -> tuple[str, str, str, dict[str, Value]]:
    key, properties = _told(link)
    return key, start, end, properties
