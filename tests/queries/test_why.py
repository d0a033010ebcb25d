"""Why one document is tied to another: the shortest way, the strongest edges, each step with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.queries.why import shortest_way

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from luocdo.graph.stores.base import Store

# a implements b; b rests on c; a cites d and d cites c: as short, but weaker. e stands alone.
LINKS = [("IMPLEMENTS", "a", "b"), ("BASED_ON", "b", "c"), ("CITES", "a", "d"), ("CITES", "d", "c")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    nodes = tuple(Node("Document", key, {"name": key.upper(), "status": "loaded"}) for key in "abcde")
    edges = tuple(
        Edge(kind, f"{start}{end}", start, end, {"quote": f"câu {start}{end}", "source": "t.txt"})
        for kind, start, end in LINKS
    )
    with LadybugStore(tmp_path / "x.lbug", lambda _: Graph((), (), ())) as opened:
        opened.replace({"t.txt": b'{"file":"t.txt"}'}, Graph(nodes, edges, ()))
        yield opened


def test_the_strongest_of_the_shortest_ways_is_shown_with_its_sentences(store: Store) -> None:
    assert [(*step[:4],) for step in shortest_way(store, "a", "c")] == [
        ("A", "triển khai", "B", "câu ab"),
        ("B", "căn cứ", "C", "câu bc"),
    ]


def test_edges_are_walked_both_ways_and_shown_as_they_point(store: Store) -> None:
    assert [step[:3] for step in shortest_way(store, "c", "a")] == [("B", "căn cứ", "C"), ("A", "triển khai", "B")]


@pytest.mark.parametrize(("start", "goal"), [("a", "e"), ("e", "a"), ("a", "a")])
def test_where_nothing_ties_two_documents_there_is_no_way(start: str, goal: str, store: Store) -> None:
    assert shortest_way(store, start, goal) == ()
