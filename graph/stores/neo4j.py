"""The store by URL (kho trên máy chủ): a Neo4j 5 server or cluster through the official driver.

The password comes from NEO4J_PASSWORD or is asked for; it never stands in a URL, on a command line
or in a message. A load writes only what differs from what the database holds, in batches, each a
managed transaction that the driver repeats where the server asks for it; the records are written
last, so that a load cut off is done again by repeating it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    UnsupportedServerProduct,
)
from neo4j.graph import Node as DriverNode
from neo4j.graph import Path as DriverPath
from neo4j.graph import Relationship

from luocdo.graph.errors import QueryError, StoreError
from luocdo.graph.schema import EDGE_TYPES, NODE_TYPES
from luocdo.graph.stores.address import PASSWORD_VARIABLE, ServerAddress, password_of
from luocdo.graph.stores.base import Parameters, Rows, bare, check_parameters
from luocdo.graph.stores.ddl import made_by, neo4j_ddl
from luocdo.graph.stores.differing import Held
from luocdo.graph.stores.reading_only import READ_ONLY, refuse_writing
from luocdo.graph.stores.server_graph import ServerGraph
from luocdo.graph.stores.server_records import UNIQUE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from neo4j import Driver, ManagedTransaction, Session

    from luocdo.graph.model import Graph

_OLDEST = 5
_RETRY_SECONDS = 30
_CALLS = re.compile(r"(?i)\bCALL\b")  # what a procedure does only the server knows
_AS_THEY_ARE = frozenset({str, int, float, bool, type(None)})


class Neo4jStore(ServerGraph):
    """One graph in one Neo4j database."""

    def __init__(self, url: str) -> None:
        """Name the database; it is reached with the first question.

        Raises:
            StoreError: the URL carries a password.
        """
        self._address = ServerAddress.parse(url)
        self.url = self._address.url
        self._driver: Driver | None = None
        self._transaction: ManagedTransaction | None = None

    @property
    def copies(self) -> None:
        """Keep no copies: a server has no folder for files."""
        return None

    def run(self, query: str, parameters: Parameters | None = None) -> Rows:
        """Answer a read-only query in a session with read access; see `Store.run`."""
        values = dict(parameters or {})
        check_parameters(query, values)
        refuse_writing(query)
        with self._errors(), self._session(neo4j.READ_ACCESS) as session:
            if _CALLS.search(bare(query)):
                session.execute_read(_only_reads, query, values)
            return session.execute_read(_answered, query, values)

    def named(self, label: str, words: str) -> None:
        """Tell that every name must be read; see `Store.named`."""

    def _prepare(self) -> None:
        with self._errors():
            driver, database = self._open(), self._address.database
            told = driver.execute_query("SHOW INDEXES YIELD name", database_=database)
            there = {record["name"] for record in told.records}
            for statement in (*neo4j_ddl(), UNIQUE):
                if made_by(statement) not in there:
                    driver.execute_query(statement, database_=database)

    def _at_once(self, work: Callable[[], None]) -> None:
        """Do ``work`` in one transaction, which the driver repeats where the server asks for it:
        a crash leaves the old state.
        """
        with self._errors(), self._session(neo4j.WRITE_ACCESS) as session:
            session.execute_write(self._within, work)

    def _within(self, transaction: ManagedTransaction, work: Callable[[], None]) -> None:
        self._transaction = transaction
        try:
            work()
        finally:
            self._transaction = None

    def contents(self) -> Graph:
        """Read back the nodes and edges that the database holds."""
        with self._errors():
            return self._held().graph()

    def holding(self) -> Graph:
        """Tell of the same; it is read back whole."""
        return self.contents()

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
        """Return the driver, connected once: an unreachable server is told at once, an old one
        refused.
        """
        if self._driver is None:
            driver = neo4j.GraphDatabase.driver(
                self._address.server,
                auth=(self._address.user, password_of(self.url)),
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

    def _session(self, access: str) -> Session:
        """Open a session that sees what this process wrote, on whichever member of a cluster."""
        driver = self._open()
        return driver.session(
            database=self._address.database,
            default_access_mode=access,
            bookmark_manager=driver.execute_query_bookmark_manager,
        )

    def _held(self) -> Held:
        held = Held()
        with self._session(neo4j.READ_ACCESS) as session:
            for label in NODE_TYPES:
                shown = "{.id, .digest}" if label == "SourceFile" else "{.*}"
                for record in session.execute_read(
                    _fetched, f"MATCH (n:{label}) RETURN n {shown} AS n"
                ):
                    held.nodes[label, record["n"]["id"]] = record["n"]
            for kind in EDGE_TYPES:
                query = (
                    f"MATCH (a)-[r:{kind}]->(b) RETURN r {{.*, from_id: a.id, to_id: b.id}} AS r"
                )
                for record in session.execute_read(_fetched, query):
                    held.edges[kind, record["r"]["id"]] = record["r"]
        return held

    def _asked(
        self, query: str, values: Mapping[str, object] | None = None
    ) -> Sequence[Mapping[str, object]]:
        """Answer our own question; a writer asks the member that writes, which alone has what was
        written last.
        """
        access = neo4j.WRITE_ACCESS if self._is_writing else neo4j.READ_ACCESS
        with self._errors(), self._session(access) as session:
            return session.execute_read(_fetched, query, dict(values or {}))

    def _changed(
        self, statement: str, values: Mapping[str, object]
    ) -> Sequence[Mapping[str, object]]:
        if self._transaction is not None:
            return [record.data() for record in _done(self._transaction, statement, dict(values))]
        return self._changed_apart(statement, values)

    def _changed_apart(
        self, statement: str, values: Mapping[str, object]
    ) -> Sequence[Mapping[str, object]]:
        with self._errors(), self._session(neo4j.WRITE_ACCESS) as session:
            return [
                record.data() for record in session.execute_write(_done, statement, dict(values))
            ]


class _Translated:
    """Turns the driver's errors into luocdo's: one sentence each, with the remedy."""

    def __init__(self, url: str) -> None:
        self._url = url

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> None:
        """Translate what the driver raised."""
        if isinstance(error, Neo4jError | DriverError):
            raise _told(self._url, error) from error


def _told(url: str, error: Neo4jError | DriverError) -> StoreError | QueryError:
    if isinstance(error, AuthError) or ".Security." in str(getattr(error, "code", "")):
        return StoreError(f"{url}: sai tên hoặc mật khẩu; đặt đúng biến {PASSWORD_VARIABLE}")
    if isinstance(error, UnsupportedServerProduct):
        return StoreError(
            f"{url}: máy chủ quá cũ hoặc không phải Neo4j; cần Neo4j {_OLDEST} trở lên"
        )
    if isinstance(error, ServiceUnavailable | ConfigurationError):
        return StoreError(
            f"{url}: không tới được máy chủ Neo4j; máy chủ có chạy và đúng cổng Bolt không?"
        )
    if isinstance(error, ClientError) and "AccessMode" in str(error.code):
        return QueryError(READ_ONLY)
    if isinstance(error, ClientError) and ".Statement." in str(error.code):
        return QueryError(f"câu Cypher không chạy được: {error.message}")
    return StoreError(f"{url}: {error}")


def _only_reads(transaction: ManagedTransaction, query: str, values: dict[str, object]) -> None:
    """Ask the server what kind of query it is, without running it.

    Raises:
        QueryError: it writes.
    """
    kind = transaction.run("EXPLAIN " + query, values).consume().query_type
    if kind != "r":
        raise QueryError(READ_ONLY)


def _answered(transaction: ManagedTransaction, query: str, values: dict[str, object]) -> Rows:
    result = transaction.run(query, values)
    return Rows(
        tuple(result.keys()),
        tuple(tuple(_plain(value) for value in record.values()) for record in result),
    )


def _fetched(
    transaction: ManagedTransaction, query: str, values: dict[str, object] | None = None
) -> list[neo4j.Record]:
    return list(transaction.run(query, values))


def _done(
    transaction: ManagedTransaction, statement: str, values: dict[str, object]
) -> list[neo4j.Record]:
    return list(transaction.run(statement, values))


def _plain(value: Any) -> object:  # noqa: ANN401 - what a driver returns
    if value.__class__ in _AS_THEY_ARE:  # first, for most values of a long answer are such
        return value
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
