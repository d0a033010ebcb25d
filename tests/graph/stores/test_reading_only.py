"""What reads is let through, whatever it is called; everything else is refused before an engine
sees it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from luocdo.cli import main
from luocdo.graph.errors import QueryError
from luocdo.graph.stores.opening import open_store
from luocdo.graph.stores.reading_only import refuse_writing

if TYPE_CHECKING:
    from collections.abc import Iterator

READING = [
    "MATCH (n) RETURN n",
    "match (n) where n.name = 'SET x' return n;",
    "MATCH (n) // CREATE\nRETURN n",
    "RETURN 1 AS set",
    "MATCH (n {set: 1, delete: 'x'}) RETURN n.delete, n.set",
    "MATCH (a)-[:SET|DELETE*1..3]->(b:CREATE) RETURN a",
    "MATCH (n) RETURN n UNION ALL MATCH (m) RETURN m AS n",
    "CALL show_tables() RETURN *",
    "CALL db.labels() YIELD label RETURN label",
    "EXPLAIN MATCH (n) RETURN n",
    "MATCH (n) WHERE EXISTS { MATCH (n)-[:X]->(m) WHERE m.a > 1 } RETURN count(*)",
    "MATCH (n) RETURN CASE WHEN n.x = 1 THEN 'a' ELSE 'b' END AS y ORDER BY y DESC SKIP 1 LIMIT 2",
    "UNWIND [1,2] AS x RETURN x*2 AS y",
    "MATCH (n) WITH * WHERE n.x IS NOT NULL RETURN DISTINCT n",
    "MATCH (n) RETURN [x IN n.l WHERE x > 1 | x] AS l",
    "MATCH p = (a)-[* SHORTEST 1..5]->(b) RETURN p",
    "MATCH p=(a)-[r* ALL SHORTEST 1..5]->(b) RETURN p",
    "MATCH (n) WHERE n.name STARTS WITH 'a' AND NOT n.x IN [1] RETURN n",
    "MATCH (n) WHERE any(x IN n.l WHERE x = 1) RETURN n",
    "MATCH (n) RETURN n.name AS `SET`",
    "MATCH (n) CALL { WITH n MATCH (n)-->(m) RETURN count(m) AS c } RETURN c",
    "MATCH (n:Document {id: $id}) RETURN n",
    "MATCH (n) RETURN COUNT { MATCH (n)-->() } AS c",
    "MATCH (n) WHERE n:Task OR n:Unit RETURN n",
]
OTHER = [
    "CHECKPOINT",
    "checkpoint;",
    "MATCH (n) SET n.x = 1",
    "CREATE (n)",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) DELETE n",
    "COPY (MATCH (a) RETURN a.id) TO 'x.csv'",
    "LOAD CSV FROM 'http://x' AS r RETURN r",
    "LOAD FROM 'x.csv' RETURN *",
    "MATCH (n) RETURN n; CHECKPOINT",
    "CALL threads=1",
    "CALL apoc.load.json('x') YIELD value RETURN value",
    "MATCH (n) WITH * CREATE (x)",
    "MATCH (n) WITH n, * DELETE n",
    "EXPLAIN CREATE (n)",
    "PROFILE CHECKPOINT",
    "MATCH (n) RETURN n UNION CREATE (x) RETURN x AS n",
    "MATCH (n) CALL { WITH n CREATE (m) RETURN m } RETURN m",
    "MATCH (n) FOREACH (x IN [1] | CREATE (:A))",
    "UNWIND [1] AS x MERGE (:A {x: x})",
    "INSTALL json",
    "ATTACH 'x' AS y",
    "BEGIN TRANSACTION",
    "EXPORT DATABASE 'x'",
    "IMPORT DATABASE 'x'",
    "DROP TABLE Document",
    "ALTER TABLE A ADD x INT64",
    "MATCH (n) REMOVE n.x",
    "/* x */ CHECKPOINT",
    "// MATCH\nCHECKPOINT",
    "'' CHECKPOINT",
    "USE x",
    "MATCH (n) RETURN 'a' 'CREATE",
    "MATCH (n {a: 1}) SET n.a = 2",
    "MATCH (n) WHERE n.x = 1 SET n.x=2",
    "MATCH (n) RETURN n LIMIT 1 CREATE (m)",
    "MATCH (n) WHERE n.b IS NULL DELETE n",
    "MATCH (n) WHERE n.b = true DELETE n",
    "MATCH (n) WITH CASE WHEN 1=1 THEN n END AS m SET m.x=1",
    "MATCH (n) WITH n ORDER BY n.x DESC SET n.x=1",
    "MATCH (n) WITH n AS all SET all.x = 1",
    "MATCH (n) WITH n AS any DELETE any",
    "MATCH (n) WITH n AS union CREATE (m)",
    "CALL {CREATE (n)} RETURN 1",
    "FOREACH (x in [1] | SET x.y=1)",
    "MATCH (in) SET in.x=1",
    "MATCH (n) RETURN n.in CREATE (x)",
    "SHOW TRANSACTIONS",
    "PRAGMA x",
    "COMMENT ON TABLE x IS 'y'",
    "MATCH (n) WITH n AS trail LOAD FROM 'x' RETURN *",
    "MATCH (trail) WITH trail CREATE (x)",
    "MATCH (n) WITH n AS yield DELETE yield",
    "MATCH (n) WITH n AS not CREATE (x)",
    "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n",
    "MATCH (n) CALL { MATCH (m) DELETE m } RETURN n",
    "MATCH (n) WHERE EXISTS { CREATE (n) } RETURN n",
]


@pytest.mark.parametrize("query", READING)
def test_what_reads_is_let_through(query: str) -> None:
    refuse_writing(query)


@pytest.mark.parametrize("query", OTHER)
def test_what_does_not_only_read_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="chỉ được hỏi"):
        refuse_writing(query)


def test_every_question_of_our_own_reads() -> None:
    questions = sorted((Path(__file__).parents[3] / "queries").rglob("*.cypher"))
    assert questions
    for question in questions:
        refuse_writing(question.read_text(encoding="utf-8"))


@pytest.fixture
def files(sample_store: str) -> Iterator[dict[str, bytes]]:
    """The files of the store before; they must be the same afterwards."""
    graph = Path(sample_store.removeprefix("ladybug:"))
    before = {one.name: one.read_bytes() for one in graph.parent.iterdir() if one.is_file()}
    yield before
    assert {
        one.name: one.read_bytes() for one in graph.parent.iterdir() if one.is_file()
    } == before


@pytest.mark.parametrize(
    "query", ["CHECKPOINT", "COPY (MATCH (d:Document) RETURN d.id) TO 'ra.csv'", "CALL threads=1"]
)
def test_a_question_changes_no_file(
    sample_store: str, files: dict[str, bytes], query: str
) -> None:
    done = CliRunner().invoke(main, ["cypher", query, "--store", sample_store])
    assert done.exit_code == 2
    assert "chỉ được hỏi" in done.output
    with open_store(sample_store) as store:
        assert store.run("MATCH (d:Document) RETURN count(*) AS many").rows[0][0] != 0
    assert files
