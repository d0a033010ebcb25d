"""The store by URL (kho trên máy chủ): a Neo4j 5 server or cluster through the official driver.

The password comes from NEO4J_PASSWORD or is asked for; it never stands in a URL, on a command line or in a message. A
load writes only what differs from what the database holds, in batches, each a managed transaction that the driver
repeats where the server asks for it; the records are written last, so that a load cut off is done again by repeating it.
"""

from __future__ import annotations

import getpass
import os
import re
import sys
from typing import TYPE_CHECKING, Any, Self, TypeVar
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable
from neo4j.graph import Node as DriverNode
from neo4j.graph import Path as DriverPath
from neo4j.graph import Relationship

from luocdo.graph.errors import QueryError, StoreError
from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES
from luocdo.graph.stores.base import Parameters, Rows, Say, bare, batches, check_parameters, silent
from luocdo.graph.stores.ddl import neo4j_ddl
from luocdo.graph.stores.rows import Row, edge_rows, file_rows, node_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from neo4j import Driver, ManagedTransaction

PASSWORD_VARIABLE = "NEO4J_PASSWORD"  # noqa: S105 - the name of the variable
K = TypeVar("K")
_OLDEST = 5
_USER = "neo4j"
_RETRY_SECONDS = 30
_WRITES = re.compile(r"(?i)\b(?:CREATE|MERGE|SET|DELETE|REMOVE|DROP|FOREACH|LOAD|CALL|ALTER|GRANT|DENY|REVOKE)\b")
_KEPT_APART = frozenset({"Remark", "SourceFile"})


class Neo4jStore:
    """One graph in one Neo4j database."""

    def __init__(self, url: str) -> None:
        """Name the database; it is reached with the first question.

        Raises:
            StoreError: the URL carries a password.
        """
        parts = urlsplit(url)
        if parts.password is not None:
            message = f"không đặt mật khẩu trong địa chỉ kho; đặt biến {PASSWORD_VARIABLE}"
            raise StoreError(message)
        self._user = parts.username or _USER
        self._address = f"{parts.scheme}://{parts.hostname or 'localhost'}" + (f":{parts.port}" if parts.port else "")
        self._database = parts.path.strip("/") or None
        self.url = f"{parts.scheme}://{self._user}@{parts.netloc.rpartition('@')[2]}{parts.path}"
        self._driver: Driver | None = None
        self._say: Say = silent

    def run(self, query: str, parameters: Parameters | None = None) -> Rows:
        """Answer a read-only query in a session with read access; see `Store.run`."""
        values = dict(parameters or {})
        check_parameters(query, values)
        with (
            self._errors(),
            self._open().session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session,
        ):
            if _WRITES.search(bare(query)):
                session.execute_read(_only_reads, query, values)
            return session.execute_read(_answered, query, values)

    def records(self) -> dict[str, bytes]:
        """Return the kept records."""
        rows = self.run("MATCH (f:SourceFile) RETURN f.id AS file, f.record AS record ORDER BY file").rows
        return {str(file): str(record).encode() for file, record in rows}

    def replace(self, records: Mapping[str, bytes], graph: Graph, say: Say = silent) -> None:
        """Write what differs: nodes, then edges, then what is gone, the records last."""
        self._say = say
        with self._errors():
            for statement in neo4j_ddl():
                self._open().execute_query(statement, database_=self._database)
            old_nodes, old_edges = self._held()
            nodes = {(label, str(row["id"])): row for label, rows in node_rows(graph).items() for row in rows}
            edges = {(kind, str(row["id"])): row for kind, rows in edge_rows(graph).items() for row in rows}
            self._write_nodes({key: row for key, row in nodes.items() if old_nodes.get(key) != _bare_row(row)})
            self._write_edges(
                {key: row for key, row in edges.items() if old_edges.get((key[0][0], key[1])) != _bare_row(row)}
            )
            self._drop_edges({key for key in old_edges if key not in {(kind[0], key) for kind, key in edges}})
            self._drop_nodes({key for key in old_nodes if key not in nodes and key[0] != "SourceFile"})
            self._write_records(records, {key for label, key in old_nodes if label == "SourceFile"})

    def contents(self) -> Graph:
        """Read back the nodes and edges that the database holds."""
        with self._errors():
            nodes, edges = self._held()
        return Graph(
            tuple(
                Node(label, key, {k: v for k, v in row.items() if k != "id"})
                for (label, key), row in nodes.items()
                if label not in _KEPT_APART
            ),
            tuple(
                Edge(
                    kind,
                    key,
                    str(row.pop("from_id")),
                    str(row.pop("to_id")),
                    {k: v for k, v in row.items() if k != "id"},
                )
                for (kind, key), row in edges.items()
            ),
            (),
        )

    def close(self) -> None:
        """Let go of the connections."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None

    def __enter__(self) -> Self:
        """Open for a with statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def _open(self) -> Driver:
        """Return the driver, connected once: an unreachable server is told at once, an old one refused."""
        if self._driver is None:
            driver = neo4j.GraphDatabase.driver(
                self._address,
                auth=(self._user, _password(self.url)),
                max_transaction_retry_time=_RETRY_SECONDS,
                notifications_min_severity="OFF",
            )
            try:
                driver.verify_connectivity()
                version = driver.get_server_info().agent
            except BaseException:
                driver.close()
                raise
            major = re.search(r"/(\d+)", version)
            if not major or int(major[1]) < _OLDEST:
                driver.close()
                message = f"{self.url}: máy chủ quá cũ ({version}); cần Neo4j {_OLDEST} trở lên"
                raise StoreError(message)
            self._driver = driver
        return self._driver

    def _errors(self) -> _Translated:
        return _Translated(self.url)

    def _held(self) -> tuple[dict[tuple[str, str], dict[str, Any]], dict[tuple[str, str], dict[str, Any]]]:
        """Return what the database holds: (label, id) -> properties, (type, id) -> properties with the ends."""
        nodes: dict[tuple[str, str], dict[str, Any]] = {}
        edges: dict[tuple[str, str], dict[str, Any]] = {}
        with self._open().session(database=self._database, default_access_mode=neo4j.READ_ACCESS) as session:
            for label in NODE_TYPES:
                shown = "{.id, .digest}" if label == "SourceFile" else "{.*}"
                for record in session.execute_read(_fetched, f"MATCH (n:{label}) RETURN n {shown} AS n"):
                    nodes[label, record["n"]["id"]] = record["n"]
            for kind in EDGE_TYPES:
                query = f"MATCH (a)-[r:{kind}]->(b) RETURN r {{.*, from_id: a.id, to_id: b.id}} AS r"
                for record in session.execute_read(_fetched, query):
                    edges[kind, record["r"]["id"]] = record["r"]
        return nodes, edges

    def _write_nodes(self, rows: Mapping[tuple[str, str], Row]) -> None:
        for label, group in _grouped(rows).items():
            self._each(f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row", group)
            self._say(f"{label}: {len(group)}")

    def _write_edges(self, rows: Mapping[tuple[tuple[str, str, str], str], Row]) -> None:
        for (kind, start, end), group in _grouped(rows).items():
            ends = f"MATCH (a:{start} {{id: row.from_id}}) MATCH (b:{end} {{id: row.to_id}})"
            statement = f"UNWIND $rows AS row {ends} MERGE (a)-[r:{kind} {{id: row.id}}]->(b) SET r = row.facts"
            self._each(
                statement,
                [{"id": r["id"], "from_id": r["from_id"], "to_id": r["to_id"], "facts": _facts(r)} for r in group],
            )
            self._say(f"{kind} {start} → {end}: {len(group)}")

    def _drop_edges(self, keys: set[tuple[str, str]]) -> None:
        for kind, group in _grouped({key: {"id": key[1]} for key in keys}).items():
            self._each(f"UNWIND $rows AS row MATCH ()-[r:{kind} {{id: row.id}}]->() DELETE r", group)

    def _drop_nodes(self, keys: set[tuple[str, str]]) -> None:
        for label, group in _grouped({key: {"id": key[1]} for key in keys}).items():
            self._each(f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) DETACH DELETE n", group)

    def _write_records(self, records: Mapping[str, bytes], old: set[str]) -> None:
        rows = file_rows(records, whole=True)
        self._each("UNWIND $rows AS row MERGE (f:SourceFile {id: row.id}) SET f = row", rows, size=50)
        self._drop_nodes({("SourceFile", file) for file in old - set(records)})

    def _each(self, statement: str, rows: Sequence[Row], size: int = 5000) -> None:
        with self._open().session(database=self._database) as session:
            for batch in batches(rows, size):
                session.execute_write(_written, statement, list(batch))


class _Translated:
    """Turns the driver's errors into luocdo's: one sentence each, with the remedy."""

    def __init__(self, url: str) -> None:
        self._url = url

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        """Translate what the driver raised."""
        if isinstance(error, Neo4jError | DriverError):
            raise _told(self._url, error) from error


def _told(url: str, error: Neo4jError | DriverError) -> StoreError | QueryError:
    if isinstance(error, AuthError):
        return StoreError(f"{url}: sai tên hoặc mật khẩu; đặt đúng biến {PASSWORD_VARIABLE}")
    if isinstance(error, ServiceUnavailable | ConfigurationError):
        return StoreError(f"{url}: không tới được máy chủ Neo4j; máy chủ có chạy và đúng cổng Bolt không?")
    if isinstance(error, ClientError) and "AccessMode" in str(error.code):
        return QueryError(_READ_ONLY)
    if isinstance(error, ClientError) and ".Statement." in str(error.code):
        return QueryError(f"câu Cypher không chạy được: {error.message}")
    return StoreError(f"{url}: {error}")


_READ_ONLY = "chỉ được hỏi, không được sửa kho bằng Cypher; muốn sửa: luocdo load, luocdo forget"


def _password(url: str) -> str:
    found = os.environ.get(PASSWORD_VARIABLE)
    if found is not None:
        return found
    if sys.stdin is None or not sys.stdin.isatty():
        message = f"{url}: chưa có mật khẩu; đặt biến {PASSWORD_VARIABLE}"
        raise StoreError(message)
    return getpass.getpass(f"Mật khẩu của {url}: ")


def _only_reads(transaction: ManagedTransaction, query: str, values: dict[str, object]) -> None:
    """Ask the server what kind of query it is, without running it.

    Raises:
        QueryError: it writes.
    """
    kind = transaction.run("EXPLAIN " + query, values).consume().query_type
    if kind != "r":
        raise QueryError(_READ_ONLY)


def _answered(transaction: ManagedTransaction, query: str, values: dict[str, object]) -> Rows:
    result = transaction.run(query, values)
    return Rows(tuple(result.keys()), tuple(tuple(_plain(value) for value in record.values()) for record in result))


def _fetched(transaction: ManagedTransaction, query: str) -> list[neo4j.Record]:
    return list(transaction.run(query))


def _written(transaction: ManagedTransaction, statement: str, rows: list[Row]) -> None:
    transaction.run(statement, rows=rows).consume()


def _grouped(rows: Mapping[tuple[K, str], Row]) -> dict[K, list[Row]]:
    groups: dict[K, list[Row]] = {}
    for (kind, _), row in sorted(rows.items(), key=lambda item: str(item[0])):
        groups.setdefault(kind, []).append(row)
    return groups


def _bare_row(row: Row) -> Row:
    return {key: value for key, value in row.items() if value is not None}


def _facts(row: Row) -> Row:
    return {key: value for key, value in row.items() if key not in {"from_id", "to_id"} and value is not None}


def _plain(value: Any) -> object:  # noqa: ANN401 - what a driver returns
    if isinstance(value, DriverNode):
        return {"_label": next(iter(value.labels)), **value}
    if isinstance(value, Relationship):
        return {"_type": value.type, **value}
    if isinstance(value, DriverPath):
        edges = [
            {"_type": r.type, **r, "_start": r.start_node["id"], "_end": r.end_node["id"]}
            for r in value.relationships
            if r.start_node and r.end_node
        ]
        return {"nodes": [_plain(node) for node in value.nodes], "edges": edges}
    return [_plain(item) for item in value] if isinstance(value, list) else value
