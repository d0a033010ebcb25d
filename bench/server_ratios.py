"""Measure luocdo on a Neo4j server against the bare driver, side by side in one run; ratios,
medians of rounds.

Loading: the graph with its records into an empty database, against a bare UNWIND of the same rows
behind the same constraints. Questions: against the same Cypher given to the driver. The server is
the one that the tests start.
"""

from __future__ import annotations

import argparse
import os
import secrets
import socket
import statistics
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from neo4j import GraphDatabase, RoutingControl
from ratios import example_value, seconds, side_by_side
from run import ROOT, busiest, folders

from luocdo.graph.library import rebuild
from luocdo.graph.stores.base import batches
from luocdo.graph.stores.ddl import neo4j_ddl
from luocdo.graph.stores.opening import open_store
from luocdo.graph.stores.rows import edge_rows, node_rows
from luocdo.loaders.loading import load_paths
from luocdo.queries.catalog import questions
from luocdo.queries.naming import find_document, find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from neo4j import Driver, ManagedTransaction

    from luocdo.graph.model import Graph
    from luocdo.graph.stores.rows import Row

SERVER = ROOT / "tests" / "neo4j_server.py"
BATCH, RECORDS = 10_000, 100


@contextmanager
def running_server() -> Iterator[tuple[str, Driver]]:
    """Run a server on a folder of its own; yield its address and a bare driver on it, the password
    in the environment.
    """
    password = secrets.token_hex(8)
    os.environ["NEO4J_PASSWORD"] = password
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="luocdo-server-") as home:
        command = [sys.executable, str(SERVER), home, str(port), password]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as server:
            try:
                any(b"ready" in line for line in server.stdout or ())
                bare = GraphDatabase.driver(
                    f"bolt://127.0.0.1:{port}",
                    auth=("neo4j", password),
                    notifications_min_severity="OFF",
                )
                with bare:
                    yield f"bolt://neo4j@127.0.0.1:{port}", bare
            finally:
                server.terminate()


def clear(driver: Driver) -> None:
    """Empty the database; its constraints stay."""
    with driver.session() as session:
        session.run(
            "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
        ).consume()


def unwind(driver: Driver, statement: str, rows: Sequence[Row], size: int = BATCH) -> None:
    """Write rows as the driver's manual says: one managed transaction for each batch."""

    def write(transaction: ManagedTransaction, batch: Sequence[Row]) -> None:
        transaction.run("UNWIND $rows AS row " + statement, rows=list(batch)).consume()

    with driver.session() as session:
        for batch in batches(rows, size):
            session.execute_write(write, batch)


def bare_load(driver: Driver, graph: Graph, records: Mapping[str, bytes]) -> None:
    """Write the same rows with nothing around them."""
    for statement in neo4j_ddl():
        driver.execute_query(statement)
    for label, rows in node_rows(graph).items():
        unwind(driver, f"CREATE (n:{label}) SET n = row", rows)
    for (kind, start, end), rows in edge_rows(graph).items():
        ends = f"MATCH (a:{start} {{id: row.from_id}}) MATCH (b:{end} {{id: row.to_id}})"
        unwind(driver, f"{ends} CREATE (a)-[r:{kind}]->(b) SET r = row", rows)
    unwind(
        driver,
        "CREATE (f:SourceFile) SET f = row",
        [{"id": file, "record": line.decode()} for file, line in records.items()],
        RECORDS,
    )


def measure_loading(
    url: str, driver: Driver, graph: Graph, records: Mapping[str, bytes], rounds: int
) -> None:
    """Load into the empty database by turns."""
    mine, theirs = [], []
    for _ in range(rounds):
        clear(driver)
        theirs.append(seconds(lambda: bare_load(driver, graph, records)))
        clear(driver)
        with open_store(url) as store:
            mine.append(seconds(lambda store=store: store.replace(records, graph)))
    ours, least = statistics.median(mine), statistics.median(theirs)
    what = f"load {len(graph.nodes)} nodes, {len(graph.edges)} edges, {len(records)} records"
    print(
        f"| {what} | {ours * 1000:.0f} ms | {least * 1000:.0f} ms | {ours / least:.3f} | <= 1.5 |",
        flush=True,
    )


def measure_questions(url: str, embedded: str, driver: Driver, rounds: int) -> None:
    """Ask each named question through luocdo and bare, both connected already."""
    document, unit = busiest(embedded)
    worst = 0.0
    with open_store(url) as store:
        subject, body = (
            find_document(store, document).matches[0],
            find_unit(store, unit).matches[0],
        )
        for name, asked in questions().items():
            values = {one.name: example_value(one, subject, body) for one in asked.parameters}
            ratio = side_by_side(
                f"question {name}",
                lambda text=asked.text, values=values: store.run(text, values),
                lambda text=asked.text, values=values: driver.execute_query(
                    text, values, routing_=RoutingControl.READ
                ),
                rounds,
                goal="<= 1.2",
            )
            worst = max(worst, ratio)
    print(f"| the slowest of {len(questions())} questions | | | {worst:.3f} | <= 1.2 |")


def main() -> None:
    """Print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--store", help="an embedded store that is loaded already")
    parser.add_argument("--rounds", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="luocdo-server-ratios-") as folder:
        embedded = options.store or f"ladybug:{Path(folder) / 'graph.lbug'}"
        with open_store(embedded) as store:
            if not options.store:
                load_paths(store, folders(options.shared))
            records = store.records()
        graph = rebuild(records)
        print(
            "| what, on a Neo4j server | luocdo | bare driver | ratio | goal"
            " |\n|---|---|---|---|---|"
        )
        with running_server() as (url, driver):
            measure_loading(url, driver, graph, records, max(1, options.rounds // 3))
            measure_questions(url, embedded, driver, options.rounds)


if __name__ == "__main__":
    main()
