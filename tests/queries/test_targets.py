"""A target stands once, with every body that keeps track of it."""

from __future__ import annotations

import datetime
from contextlib import nullcontext
from typing import TYPE_CHECKING

from small_graph import RECORDS, edge, small_graph, unit

from luocdo.graph.model import Graph, Node
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.queries.listing import targets
from luocdo.queries.naming import the_document

if TYPE_CHECKING:
    from pathlib import Path

TARGET = {"text": "Hồ sơ trực tuyến", "value": "80", "unit": "%", "by": "2026-12-31"}


def test_a_target_names_all_who_track_it(tmp_path: Path) -> None:
    base = small_graph()
    nodes = (
        Node("Target", "muc:1", TARGET),
        unit("nv", "Bộ Nội vụ", "", "BNV", kind="bộ"),
    )
    edges = (
        edge("MEASURED_BY", "doc:ke-hoach", "muc:1", "80%"),
        edge("TRACKED_BY", "muc:1", "unit:nv", "Bộ Nội vụ"),
        edge("TRACKED_BY", "muc:1", "unit:cntt", "Cục CNTT"),
    )
    graph = Graph((*base.nodes, *nodes), (*base.edges, *edges), base.issues)
    with LadybugStore(tmp_path / "nho.lbug", lambda _: nullcontext(graph)) as store:
        store.replace(RECORDS, graph)
        plan = the_document(store, "100/KH-BGDĐT")
        (table,) = targets(store, [plan], datetime.date(2026, 1, 1)).tables
    (row,) = (dict(zip(table.columns, line, strict=True)) for line in table.rows)
    assert (row["value"], row["by"]) == ("80", "31/12/2026")
    assert {name.split(" · ")[0] for name in row["tracker"].split("; ")} == {
        "Bộ Nội vụ",
        "Cục Công nghệ thông tin",
    }
