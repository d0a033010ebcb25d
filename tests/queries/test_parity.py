"""One question file serves both engines: equal rows on the embedded store and on a
Neo4j server.
"""

from __future__ import annotations

import datetime
import json
from itertools import islice, product
from typing import TYPE_CHECKING, TypeVar

import pytest

from luocdo.graph.stores.neo4j import Neo4jStore
from luocdo.graph.stores.opening import open_store
from luocdo.graph.syncing import drift, sync
from luocdo.loaders.loading import load_paths
from luocdo.queries.catalog import Question, questions
from luocdo.queries.check import check
from luocdo.queries.document import document as document_answer
from luocdo.queries.due import DueOptions, due
from luocdo.queries.finding import FindOptions, find
from luocdo.queries.lineage import lineage
from luocdo.queries.nodes import DocumentNode, UnitNode
from luocdo.queries.owners import OwnersOptions, owners
from luocdo.queries.unit import UnitOptions, unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from luocdo.graph.answers import Answer
    from luocdo.graph.stores.base import Store

N = TypeVar("N", DocumentNode, UnitNode)
MOST = 40  # sets of parameters for each question
QUESTIONS = list(questions().values())
IDS = {
    "document": "MATCH (n:Document) RETURN n.id AS id ORDER BY n.status DESC, id LIMIT 40",
    "unit": "MATCH (n:Unit)<-[:LED_BY]-(:Task) RETURN DISTINCT n.id AS id ORDER BY id LIMIT 40",
}
LISTS = {"leaves": "MATCH (n:Task {leaf: true}) RETURN n.id AS id ORDER BY id LIMIT 4000",
         "rows": "MATCH (:Document)-[:MANDATES]->(n:Task) RETURN DISTINCT n.id AS id ORDER BY id LIMIT 4000",
         "tasks": "MATCH (n:Task {leaf: true}) RETURN n.id AS id ORDER BY id LIMIT 100",
         "products": "MATCH (n:Deliverable) RETURN n.id AS id ORDER BY id LIMIT 4000",
         "targets": "MATCH (n:Target) RETURN n.id AS id ORDER BY id LIMIT 4000",
         "documents": "MATCH (n:Document) RETURN n.id AS id ORDER BY id LIMIT 4000",
         "units": "MATCH (n:Unit) RETURN n.id AS id ORDER BY id LIMIT 4000"}  # fmt: skip
DATES = ("0001-01-01", "2024-12-31", "2025-12-31", "9999-12-31")

pytestmark = pytest.mark.neo4j


def _documents(shared: Path | None) -> list[Path]:
    if shared is None:
        return []
    gold = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((shared / "gold").glob("*.json"))
    ]
    named = [
        shared / "corpus" / one["source"].rpartition("/")[2]
        for one in gold
        if isinstance(one, dict)
    ]
    return [shared / "seeds", *(path for path in named if path.is_file())]


@pytest.fixture(scope="module", params=["samples", "shared"])
def both(
    request: pytest.FixtureRequest,
    sample_store: str,
    neo4j_server: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Store, Store]]:
    """The embedded store and the server, holding the same documents."""
    url = sample_store
    if request.param == "shared":
        shared: Path = request.getfixturevalue("shared")
        url = f"ladybug:{tmp_path_factory.mktemp('parity') / 'x.lbug'}"
        with open_store(url) as fresh:
            load_paths(fresh, _documents(shared), jobs=1)
    before, _, host = neo4j_server.rpartition("@")
    plain, _, password = before.rpartition(":")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEO4J_PASSWORD", password)
        with open_store(url) as ours, Neo4jStore(f"{plain}@{host}") as theirs:
            sync(ours, theirs)
            yield ours, theirs


def _values(question: Question, store: Store) -> Iterator[dict[str, object]]:
    """Yield sets of parameters: the ids and days that the store knows, in every combination."""
    choices: list[list[object]] = []
    for parameter in question.parameters:
        if parameter.type == "date":
            choices.append(list(DATES))
        elif parameter.type == "text":
            choices.append([parameter.example])
        elif parameter.type == "list":
            choices.append([[str(row[0]) for row in store.run(LISTS[parameter.name]).rows]])
        else:
            choices.append([row[0] for row in store.run(IDS[parameter.type]).rows])
    names = [parameter.name for parameter in question.parameters]
    for values in islice(product(*choices), MOST):
        yield dict(zip(names, values, strict=True))


def test_the_server_holds_what_the_file_holds(both: tuple[Store, Store]) -> None:
    assert not drift(*both)


@pytest.mark.parametrize("question", QUESTIONS, ids=[question.name for question in QUESTIONS])
def test_a_question_gives_equal_rows_on_both_engines(
    question: Question, both: tuple[Store, Store]
) -> None:
    ours, theirs = both
    for values in _values(question, ours):
        assert ours.run(question.text, values) == theirs.run(question.text, values), values


DAY = datetime.date(2025, 11, 23)


def _nodes(store: Store, query: str, kind: type[N]) -> list[N]:
    return [kind.of(row[0]) for row in store.run(query).rows]


def _answers(store: Store) -> Iterator[Answer]:
    """Yield every look-up's answer for the documents that were loaded or are much cited, and for
    the units that lead.
    """
    for document in _nodes(
        store, "MATCH (n:Document) RETURN n ORDER BY n.status DESC, n.id LIMIT 60", DocumentNode
    ):
        yield owners(store, document, DAY, OwnersOptions(drafts=True, all_bases=True))
        yield lineage(store, document, DAY)
        yield document_answer(store, document, DAY)
    for node in _nodes(
        store,
        "MATCH (n:Unit)<-[:LED_BY]-(:Task) RETURN DISTINCT n ORDER BY n.id LIMIT 60",
        UnitNode,
    ):
        yield unit(store, node, DAY, UnitOptions(drafts=True))
    yield due(store, DueOptions("0001-01-01", "9999-12-31", drafts=True), DAY)
    for words in ("trí tuệ nhân tạo", "chuyen doi so", "bao coa", "vu giao duc dai hoc"):
        yield find(store, words, DAY, FindOptions(drafts=True, loosely=True))
    yield check(store, DAY)


def test_a_look_up_gives_equal_answers_on_both_engines(both: tuple[Store, Store]) -> None:
    ours, theirs = both
    compared = 0
    for mine, other in zip(_answers(ours), _answers(theirs), strict=True):
        assert mine == other, mine.title
        compared += 1
    assert compared > len(QUESTIONS)
