"""What derives from a document, and through what: the rule on which every answer about owners
stands.

Each case is a small set of documents and rows around an origin of its own; all cases share one
store.
"""

from __future__ import annotations

import datetime
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from small_graph import document, edge, task, unit

from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.queries.document_rows import DocumentNodesRow
from luocdo.queries.lineage import lineage
from luocdo.queries.owners import OwnersOptions, owners
from luocdo.queries.runner import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.answers import Answer
    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import DocumentNode

TODAY = datetime.date(2025, 11, 23)


@dataclass(frozen=True)
class Case:
    """``links`` are "child TYPE parent"; ``rows`` are "document row" or "document row: bases";
    ``expected`` their way in.
    """

    name: str
    links: tuple[str, ...]
    rows: tuple[str, ...]
    expected: dict[str, tuple[str, str]]
    drafts: frozenset[str] = frozenset()
    options: OwnersOptions = field(default_factory=OwnersOptions)


CASES = [
    Case(
        "a row without a basis derives through its document",
        ("a IMPLEMENTS x",),
        ("a 1",),
        {"1": ("inferred", "IMPLEMENTS")},
    ),
    Case(
        "a row that names the origin is stated",
        ("a IMPLEMENTS x",),
        ("a 1: x",),
        {"1": ("stated", "BASED_ON")},
    ),
    Case(
        "a row that names only others does not derive",
        ("a IMPLEMENTS x",),
        ("a 1: y", "a 2"),
        {"2": ("inferred", "IMPLEMENTS")},
    ),
    Case(
        "a row that names the origin beside others does",
        ("a IMPLEMENTS x",),
        ("a 1: y, x",),
        {"1": ("stated", "BASED_ON")},
    ),
    Case(
        "a row may derive although its document does not",
        (),
        ("a 1: x", "a 2"),
        {"1": ("stated", "BASED_ON")},
    ),
    Case(
        "a row may name a document that derives",
        ("b IMPLEMENTS x",),
        ("a 1: b",),
        {"1": ("inferred", "IMPLEMENTS")},
    ),
    Case(
        "two edges of one pair give one row, the strongest",
        ("a BASED_ON x", "a IMPLEMENTS x"),
        ("a 1",),
        {"1": ("inferred", "IMPLEMENTS")},
    ),
    Case(
        "the nearest document of a chain is named",
        ("a BASED_ON b", "b IMPLEMENTS x"),
        ("a 1", "b 2"),
        {"1": ("inferred", "BASED_ON"), "2": ("inferred", "IMPLEMENTS")},
    ),
    Case("a basis of competence conveys nothing", ("a BASED_ON- x",), ("a 1",), {}),
    Case(
        "unless asked for",
        ("a BASED_ON- x",),
        ("a 1",),
        {"1": ("inferred", "BASED_ON")},
        options=OwnersOptions(all_bases=True),
    ),
    Case("what is merely sent with a document is none of it", ("a ATTACHED_TO- x",), ("a 1",), {}),
    Case(
        "what is issued with it is",
        ("a ATTACHED_TO x",),
        ("a 1",),
        {"1": ("inferred", "ATTACHED_TO")},
    ),
    Case(
        "changes and guidance convey",
        ("a AMENDS x", "b GUIDES x"),
        ("a 1", "b 2"),
        {"1": ("inferred", "AMENDS"), "2": ("inferred", "GUIDES")},
    ),
    Case("replacing hands no row on", ("a REPLACES x",), ("a 1",), {}),
    Case("a draft stays out", ("a IMPLEMENTS- x",), ("a 1",), {}, frozenset("a")),
    Case(
        "unless asked for, apart",
        ("a IMPLEMENTS- x",),
        ("a 1",),
        {"1": ("draft", "IMPLEMENTS")},
        frozenset("a"),
        OwnersOptions(drafts=True),
    ),
    Case(
        "two ways through a diamond give one row",
        ("a IMPLEMENTS x", "b IMPLEMENTS x", "c IMPLEMENTS a", "c IMPLEMENTS b"),
        ("c 1",),
        {"1": ("inferred", "IMPLEMENTS")},
    ),
    Case(
        "a cycle ends",
        ("a IMPLEMENTS x", "b IMPLEMENTS a", "a BASED_ON b", "x BASED_ON b"),
        ("a 1", "b 2"),
        {"1": ("inferred", "IMPLEMENTS"), "2": ("inferred", "IMPLEMENTS")},
    ),
    Case(
        "what the origin gives itself comes first, whatever it names",
        ("a IMPLEMENTS x",),
        ("x 1: y", "a 2"),
        {"1": ("direct", "MANDATES"), "2": ("inferred", "IMPLEMENTS")},
    ),
    Case(
        "unless only derived ones are asked for",
        ("a IMPLEMENTS x",),
        ("x 1", "a 2"),
        {"2": ("inferred", "IMPLEMENTS")},
        options=OwnersOptions(derived_only=True),
    ),
    Case(
        "a basis that could not be resolved leaves a row out",
        ("a IMPLEMENTS x",),
        ("a 1: ?", "a 2"),
        {"2": ("inferred", "IMPLEMENTS")},
    ),
    Case(
        "a clause of the body stands apart",
        ("a IMPLEMENTS x",),
        ("a §1",),
        {"§1": ("duties", "IMPLEMENTS")},
    ),
    Case(
        "words that carry the origin out show a row apart",
        ("1 CITES+ x",),
        ("a 1: y",),
        {"1": ("words", "CITES")},
    ),
    Case("other words do not", ("1 CITES x",), ("a 1: y",), {}),
    Case(
        "nor is a row that derives already shown twice",
        ("a IMPLEMENTS x", "1 CITES+ x"),
        ("a 1",),
        {"1": ("inferred", "IMPLEMENTS")},
    ),
]


def graph(case: Case, key: str) -> tuple[list[Node], list[Edge]]:
    """Return the nodes and edges of ``case``, every id under ``key``."""
    rows = [row.partition(" ") for row in case.rows]
    documents = {"x", "y", *(first for first, _, _ in rows)} | {
        end for link in case.links for end in (link.split()[0], link.split()[2])
    }
    codes = {rest.partition(":")[0] for _, _, rest in rows}
    nodes = [
        document(
            f"{key}/{one}",
            f"{key} {one}",
            "Kế hoạch",
            "Bộ",
            status="loaded",
            draft=one in case.drafts,
        )
        for one in sorted(documents - codes)
    ]
    edges = [link_edge(link, key, codes) for link in case.links]
    for first, _, rest in rows:
        code, _, named = rest.partition(": ")
        bases = [] if named in ("", "?") else named.split(", ")
        basis = "own_unresolved" if named == "?" else "own" if bases else "none"
        nodes.append(
            task(
                f"{key}/{code}", "việc", basis=basis, origin="body" if code[0] == "§" else "annex"
            )
        )
        edges.append(edge("MANDATES", f"doc:{key}/{first}", f"task:{key}/{code}", "việc như in"))
        edges += [
            edge("BASED_ON", f"task:{key}/{code}", f"doc:{key}/{one}", f"theo {one}")
            for one in bases
        ]
    return nodes, edges


def link_edge(link: str, key: str, codes: set[str]) -> Edge:
    start, kind, end = link.split()
    label = "task" if start in codes else "doc"
    facts = (
        {"manner": "carries_out" if kind.endswith("+") else "mention"}
        if kind.startswith("CITES")
        else {}
    )
    derives = not kind.endswith("-") and not kind.startswith(("CITES", "REPLACES"))
    return edge(
        kind.rstrip("+-"),
        f"{label}:{key}/{start}",
        f"doc:{key}/{end}",
        f"{start} theo {end}",
        derives=derives,
        **facts,
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    parts = [graph(case, str(number)) for number, case in enumerate(CASES)]
    whole = Graph(
        (unit("u", "Cục", "Bộ", ""), *(node for nodes, _ in parts for node in nodes)),
        tuple(one for _, edges in parts for one in edges),
        (),
    )
    with LadybugStore(
        tmp_path_factory.mktemp("derivation") / "x.lbug", lambda _: nullcontext(whole)
    ) as opened:
        opened.replace({"ke-hoach.txt": b'{"file":"ke-hoach.txt"}'}, whole)
        yield opened


def asked(store: Store, number: int) -> Answer:
    return owners(store, origin(store, number), TODAY, CASES[number].options)


def origin(store: Store, number: int) -> DocumentNode:
    (row,) = run(store, DocumentNodesRow, documents=[f"doc:{number}/x"])
    return row.node


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_what_derives_and_through_what(store: Store, number: int) -> None:
    found = asked(store, number).assignments
    ways = {one.leaf.partition("/")[2]: (one.block, one.via_relation) for one in found}
    assert ways == CASES[number].expected
    assert len(found) == len(ways)
    assert all(one.via_quote for one in found)


def test_the_sentence_is_that_of_the_edge_through_which_a_row_came(store: Store) -> None:
    (one,) = asked(store, 0).assignments
    assert (one.via, one.via_quote, one.via_source) == ("0 a", "a theo x", "ke-hoach.txt")
    (one,) = asked(store, 1).assignments
    assert (one.via, one.via_quote) == ("1 x", "theo x")


def number_of(name: str) -> int:
    return next(number for number, case in enumerate(CASES) if case.name == name)


@pytest.mark.parametrize(
    ("name", "note"),
    [
        (
            "a basis that could not be resolved leaves a row out",
            "1 nhiệm vụ có căn cứ riêng chưa xác định",
        ),
        ("a draft stays out", "DỰ THẢO để ngoài: 1 phân công"),
        ("a row that names only others does not derive", "KHÔNG THUỘC"),
    ],
)
def test_what_is_left_out_is_said(store: Store, name: str, note: str) -> None:
    assert any(note in one.text for one in asked(store, number_of(name)).notes)


def test_a_document_of_which_one_row_rests_on_another_stands_in_its_lineage_by_that_row(
    store: Store,
) -> None:
    number = number_of("a row may derive although its document does not")
    tables = lineage(store, origin(store, number), TODAY).tables
    assert ["qua nhiệm vụ" in row[5] for table in tables for row in table.rows] == [True]


def test_lineage_shows_what_conveys_nothing_too_and_ends_in_a_cycle(store: Store) -> None:
    for name, derives in (
        ("a basis of competence conveys nothing", {"không"}),
        ("a cycle ends", {"có"}),
    ):
        tables = lineage(store, origin(store, number_of(name)), TODAY).tables
        assert {row[7] for table in tables for row in table.rows} == derives
