"""The lists of documents and of units hold what was asked for: kind, issuer, signer, days, draft,
number left blank, force.
"""

from __future__ import annotations

import datetime
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from small_graph import RECORDS, document, edge, small_graph, unit

from luocdo.graph.model import Graph
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.queries.document_filters import DocumentFilters
from luocdo.queries.inventory import documents, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.stores.base import Store

TODAY = datetime.date(2025, 12, 31)
HEALTH, ITS_HEAD = "Bộ Y tế", "Bộ trưởng Bộ Y tế"
CABINET, ITS_CHIEF = "Chính phủ", "Thủ tướng Chính phủ"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    base = small_graph()
    nodes = (
        unit("byt", HEALTH, "", "BYT", kind="bộ"),
        document("a", "10/QĐ-BYT", "Quyết định", ITS_HEAD, status="loaded", date="2025-03-01", effective_from="2025-03-01"),
        document("b", "11/BYT-KH", "Công văn", HEALTH, status="loaded", date="2025-04-01", signer="Trần Thị Minh"),
        document("c", "12/NQ-CP", "Nghị quyết", CABINET, status="loaded", date="2025-05-01", effective_from="2026-01-01"),
        document("d", "13/QĐ-TTg", "Quyết định", ITS_CHIEF, status="loaded", date="2025-06-01", signer="Trần Minh"),
        document("e", "Kế hoạch trống", "Kế hoạch", HEALTH, status="loaded", date="2025-07-01", unnumbered=True),
    )  # fmt: skip
    ended = edge("REPLACES", "doc:d", "doc:a", "thay thế Quyết định số 10/QĐ-BYT", extent="whole", effective_on="2025-06-01")  # fmt: skip
    graph = Graph((*base.nodes, *nodes), (*base.edges, ended), base.issues)
    path = tmp_path_factory.mktemp("danh-muc") / "nho.lbug"
    with LadybugStore(path, lambda _: nullcontext(graph)) as made:
        made.replace(RECORDS, graph)
        yield made


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (DocumentFilters(kind="QĐ"), "10/QĐ-BYT 13/QĐ-TTg"),  # by the symbol of numbers
        (DocumentFilters(kind="cong van"), "11/BYT-KH"),
        (DocumentFilters(issuer="byt", kind="quyết định"), "10/QĐ-BYT"),  # its head's as well
        (DocumentFilters(issuer="Chính phủ"), "12/NQ-CP"),  # the Prime Minister issues his own
        (DocumentFilters(signer="tran minh"), "13/QĐ-TTg"),  # no other person of longer name
        (DocumentFilters(signer="Thị Minh"), "11/BYT-KH"),
        (DocumentFilters(start=datetime.date(2025, 6, 1), finish=datetime.date(2025, 6, 30)), "13/QĐ-TTg"),
        (DocumentFilters(unnumbered=True, issuer="bo y te"), "Kế hoạch trống"),
        (DocumentFilters(draft=True), "Kế hoạch dự thảo"),
        (DocumentFilters(force="ended"), "10/QĐ-BYT"),
        (DocumentFilters(force="not-yet", kind="Nghị quyết"), "12/NQ-CP"),
        (DocumentFilters(force="unknown", signer="Trần Minh"), "13/QĐ-TTg"),  # nothing says so
        (DocumentFilters(issuer="Bộ không có"), ""),
    ],
)  # fmt: skip
def test_documents_are_listed_by_what_is_asked(
    store: Store, asked: DocumentFilters, found: str
) -> None:
    (table,) = documents(store, TODAY, asked).tables
    assert " ".join(sorted(row[0] for row in table.rows)) == found


def test_the_head_of_the_list_says_what_was_asked(store: Store) -> None:
    asked = DocumentFilters(kind="KH", unnumbered=True)
    assert documents(store, TODAY, asked).title.endswith("loại KH; để trống số")


@pytest.mark.parametrize(
    ("kind", "body", "found"),
    [
        ("nhóm", "", ["Các đơn vị thuộc Bộ · Bộ Giáo dục và Đào tạo"]),
        ("", "chinh phu", ["Văn phòng · Chính phủ"]),
        ("bộ", "Chính phủ", []),
    ],
)
def test_units_are_listed_by_kind_and_body(
    store: Store, kind: str, body: str, found: list[str]
) -> None:
    (table,) = units(store, TODAY, kind, body).tables
    assert [row[0] for row in table.rows] == found
