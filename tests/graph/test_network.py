"""The graph as networkx: nothing is lost on the way; rings of bases are found; who joins the
others is told.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from click.testing import CliRunner
from small_graph import small_graph, small_store

from luocdo.cli import main
from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.network import answer_network, as_network, connecting_units, cycles
from luocdo.graph.stores.opening import open_store
from luocdo.loaders.loading import load_paths
from luocdo.queries.naming import find_document
from luocdo.queries.owners import owners

if TYPE_CHECKING:
    from pathlib import Path


def test_the_whole_graph_is_a_multidigraph() -> None:
    graph = small_graph()
    network = as_network(graph)
    assert isinstance(network, nx.MultiDiGraph)
    assert set(network) == {node.id for node in graph.nodes}
    assert {key for _, _, key in network.edges(keys=True)} == {edge.id for edge in graph.edges}
    assert network.nodes["doc:goc"]["name"] == "131/QĐ-TTg"


def test_some_types_of_edges_bring_only_the_nodes_they_join() -> None:
    network = as_network(small_graph(), ("LED_BY",))
    assert {facts["label"] for _, facts in network.nodes(data=True)} == {"Task", "Unit"}
    assert {facts["type"] for _, _, facts in network.edges(data=True)} == {"LED_BY"}


def test_an_answer_is_a_multidigraph_of_its_assignments(tmp_path: Path) -> None:
    with small_store(tmp_path) as store:
        (document,) = find_document(store, "131/QĐ-TTg").matches
        network = answer_network(owners(store, document, datetime.date(2025, 11, 23)))
    leads = {
        (start, end) for start, end, facts in network.edges(data=True) if facts["type"] == "LED_BY"
    }
    assert leads >= {("task:1/a", "unit:cntt"), ("task:1/b", "unit:nhom"), ("task:2", "unit:cntt")}
    assert "task:3" not in network  # rests on another decision


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        (["ab", "bc", "ca"], [{"a", "b", "c"}]),
        (["ab", "bc", "ac"], []),  # two ways to one end are no ring
        (["ab", "ba", "cd", "dc"], [{"a", "b"}, {"c", "d"}]),
    ],
)
def test_a_ring_is_found_as_its_edges(pairs: list[str], found: list[set[str]]) -> None:
    nodes = tuple(Node("Document", name, {"name": name}) for name in "abcd")
    edges = tuple(Edge("BASED_ON", pair, pair[0], pair[1], {"derives": True}) for pair in pairs)
    assert [{edge.start for edge in ring} for ring in cycles(Graph(nodes, edges))] == found


def test_what_conveys_nothing_makes_no_ring() -> None:
    nodes = tuple(Node("Document", name, {"name": name}) for name in "ab")
    edges = (
        Edge("BASED_ON", "1", "a", "b", {"derives": True}),
        Edge("BASED_ON", "2", "b", "a", {"derives": False}),
    )
    assert cycles(Graph(nodes, edges)) == []


PLAN = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN

Số: {number}/KH-UBND\tNghệ An, ngày {day} tháng 3 năm 2023

KẾ HOẠCH
Trồng cây {number}

Thực hiện Kế hoạch số {other}/KH-UBND ngày {other_day} tháng 3 năm 2023 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân tỉnh lập Kế hoạch:

PHỤ LỤC
NHIỆM VỤ

TT\tNội dung\tCơ quan chủ trì\tThời hạn
1\tTrồng cây\tSở Tài chính\t2024
"""


def test_check_lists_a_ring_with_the_names_of_its_documents(tmp_path: Path) -> None:
    both = (
        {"number": "41", "day": "03", "other": "42", "other_day": "04"},
        {"number": "42", "day": "04", "other": "41", "other_day": "03"},
    )
    for facts in both:
        text = PLAN.format(**facts)
        (tmp_path / f"{facts['number']}.txt").write_text(text, encoding="utf-8")
    url = f"ladybug:{tmp_path / 'x.lbug'}"
    with open_store(url) as store:
        load_paths(store, [tmp_path / "41.txt", tmp_path / "42.txt"], jobs=1)
    told = CliRunner().invoke(main, ["check", "--kind", "ring_of_bases", "--store", url])
    assert "41/KH-UBND → 42/KH-UBND → 41/KH-UBND" in told.output


def test_the_unit_between_two_others_joins_them() -> None:
    found = connecting_units([("1", "a"), ("1", "b"), ("2", "b"), ("2", "c"), ("3", "d")])
    assert found.pivots is None
    assert found.units == {
        "a": (1, 0.0),
        "b": (2, pytest.approx(1 / 3)),
        "c": (1, 0.0),
        "d": (0, 0.0),
    }


def test_of_many_units_the_second_figure_is_an_estimate_that_stays_the_same() -> None:
    ring = [(str(at), f"u{each % 500}") for at in range(500) for each in (at, at + 1)]
    spokes = [(f"s{at}", unit) for at in range(0, 500, 5) for unit in (f"u{at}", "hub")]
    found = connecting_units([*ring, *spokes])
    assert found == connecting_units([*reversed(ring), *reversed(spokes)])
    assert found.pivots is not None
    assert found.pivots < len(found.units)
    assert max(found.units, key=lambda unit: found.units[unit][1]) == "hub"


def test_units_are_listed_by_how_many_they_join(sample_store: str) -> None:
    told = CliRunner().invoke(main, ["centrality", "--store", sample_store, "--format", "csv"])
    assert told.exit_code == 0, told.output
    figures = [float(line.rsplit(",", 1)[1]) for line in told.output.splitlines()[1:] if line]
    assert figures
    assert figures == sorted(figures, reverse=True)
