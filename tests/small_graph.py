"""One small graph that many tests ask: a plan carries out a decision, one row has another basis, a
draft stands by.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from luocdo.graph.model import Edge, Graph, Node
from luocdo.graph.records import Issue, Value
from luocdo.graph.stores.ladybug import LadybugStore
from luocdo.graph.text import fold

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = {"ke-hoach.txt": b'{"file":"ke-hoach.txt"}'}


def small_graph() -> Graph:
    """Return the graph; its facts are told by the helpers below."""
    nodes = (
        document(
            "goc",
            "131/QĐ-TTg",
            "Quyết định",
            "Thủ tướng Chính phủ",
            date="2022-01-25",
            title="phê duyệt Đề án <b>mẫu</b>",
        ),
        document("khac", "749/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", date="2020-06-03"),
        document("nghi-dinh", "69/2017/NĐ-CP", "Nghị định", "Chính phủ", date="2017-05-25"),
        document(
            "ke-hoach",
            "100/KH-BGDĐT",
            "Kế hoạch",
            "Bộ Giáo dục và Đào tạo",
            status="loaded",
            date="2025-02-05",
        ),
        document(
            "du-thao",
            "Kế hoạch dự thảo",
            "Kế hoạch",
            "Ủy ban nhân dân tỉnh",
            status="loaded",
            year=2022,
            draft=True,
        ),
        unit("cntt", "Cục Công nghệ thông tin", "Bộ Giáo dục và Đào tạo", "Cục CNTT"),
        unit("vp-bo", "Văn phòng", "Bộ Giáo dục và Đào tạo", "VP"),
        unit("vp-cp", "Văn phòng", "Chính phủ", "VPCP"),
        unit("nhom", "Các đơn vị thuộc Bộ", "Bộ Giáo dục và Đào tạo", "", kind="nhóm"),
        task("1", "Xây dựng cổng dữ liệu", basis="own", ordinal=1, leaf=False),
        task("1/a", "Xây dựng cổng dữ liệu", code="1", ordinal=1),
        task("1/b", "Kết nối cổng dữ liệu", code="1", ordinal=2),
        task("2", "Rà soát quy định", ordinal=3),
        task("3", "Nghiên cứu công nghệ mới", basis="own", ordinal=4),
        task("d", "Báo cáo hằng năm", origin="body", ordinal=5),
        task("n", "Mua sắm thiết bị", ordinal=1),
        Node(
            "Deadline",
            "han:2024",
            {
                "kind": "year",
                "text": "Năm 2024",
                "start_date": "2024-01-01",
                "end_date": "2024-12-31",
            },
        ),
        Node(
            "Deadline",
            "han:2026",
            {
                "kind": "year",
                "text": "Năm 2026",
                "start_date": "2026-01-01",
                "end_date": "2026-12-31",
            },
        ),
        Node("Deadline", "han:sai", {"kind": "invalid", "text": "ngày 30 tháng 02 năm 2025"}),
        Node("Deliverable", "sp:1", {"text": "=Cổng dữ liệu"}),
    )
    return Graph(
        nodes,
        tuple(_edges()),
        (
            (
                "ke-hoach.txt",
                Issue(
                    kind="numbering_gap",
                    message="số thứ tự nhảy từ 7 đến 19",
                    place="Phụ lục › II",
                ),
            ),
        ),
    )


def small_store(folder: Path) -> LadybugStore:
    """Return a store in ``folder`` that holds the small graph."""
    store = LadybugStore(folder / "nho.lbug", lambda _: nullcontext(small_graph()))
    store.replace(RECORDS, small_graph())
    return store


def _edges() -> list[Edge]:
    return [
        edge(
            "IMPLEMENTS",
            "doc:ke-hoach",
            "doc:goc",
            "Thực hiện Quyết định số 131/QĐ-TTg",
            derives=True,
        ),
        edge(
            "BASED_ON",
            "doc:ke-hoach",
            "doc:nghi-dinh",
            "Căn cứ Nghị định số 69/2017/NĐ-CP",
            derives=False,
            basis_kind="competence",
        ),
        edge(
            "IMPLEMENTS",
            "doc:du-thao",
            "doc:goc",
            "Dự thảo thực hiện Quyết định số 131/QĐ-TTg",
            derives=False,
        ),
        *(
            edge("MANDATES", "doc:ke-hoach", f"task:{row}", "việc như in")
            for row in ("1", "2", "3", "d")
        ),
        edge("MANDATES", "doc:du-thao", "task:n", "việc trong dự thảo"),
        edge("PART_OF", "task:1/a", "task:1"),
        edge("PART_OF", "task:1/b", "task:1"),
        edge("BASED_ON", "task:1", "doc:goc", "Quyết định số 131/QĐ-TTg ngày 25/01/2022"),
        edge("BASED_ON", "task:3", "doc:khac", "Quyết định số 749/QĐ-TTg"),
        *(
            edge("LED_BY", f"task:{row}", "unit:cntt", "Cục CNTT", as_printed="Cục CNTT")
            for row in ("1/a", "2", "3")
        ),
        edge(
            "LED_BY",
            "task:1/b",
            "unit:nhom",
            "Các đơn vị thuộc Bộ",
            as_printed="Các đơn vị thuộc Bộ",
        ),
        edge("COORDINATED_BY", "task:1/b", "unit:cntt", "Cục CNTT", as_printed="Cục CNTT"),
        edge("LED_BY", "task:d", "unit:vp-bo", "Văn phòng báo cáo", as_printed="Văn phòng"),
        edge("MEMBER_OF", "unit:cntt", "unit:nhom"),
        edge("DUE", "task:1/a", "han:2024", "Năm 2024"),
        edge("DUE", "task:2", "han:2026", "Năm 2026"),
        edge("DUE", "task:d", "han:sai", "ngày 30 tháng 02 năm 2025"),
        edge("PRODUCES", "task:1/a", "sp:1", "=Cổng dữ liệu"),
    ]


def document(key: str, name: str, kind: str, issuer: str, **facts: Value) -> Node:
    """Return a document, cited unless ``status`` says otherwise; a name with a slash is its
    number.
    """
    number = {"number": name} if "/" in name else {}
    year = {"year": int(str(facts["date"])[:4])} if "date" in facts else {}
    shown: dict[str, Value] = {
        "name": name,
        "kind": kind,
        "issuer": issuer,
        "status": "cited",
        "name_fold": fold(name),
    }
    return Node(
        "Document",
        f"doc:{key}",
        {**shown, **number, **year, **facts, "title_fold": fold(str(facts.get("title", "")))},
    )


def unit(key: str, name: str, body: str, short: str, kind: str = "cục") -> Node:
    """Return a unit of ``body``."""
    facts: dict[str, Value] = {
        "name": name,
        "display": f"{name} · {body}",
        "kind": kind,
        "known": True,
        "name_fold": fold(name),
    }
    return Node(
        "Unit",
        f"unit:{key}",
        facts | ({"short_name": short, "aliases_fold": fold(short)} if short else {}),
    )


def task(
    key: str,
    text: str,
    *,
    code: str = "",
    basis: str = "none",
    ordinal: int = 1,
    origin: str = "annex",
    leaf: bool = True,
) -> Node:
    """Return a row of an annex (or a clause), an assignment unless ``leaf`` is false."""
    place = f"Phụ lục › {key}"
    return Node(
        "Task",
        f"task:{key}",
        {
            "code": code or key,
            "text": text,
            "basis": basis,
            "ordinal": ordinal,
            "origin": origin,
            "leaf": leaf,
            "place": place,
            "force": "giao",
        },
    )


def edge(kind: str, start: str, end: str, quote: str = "", **facts: Value) -> Edge:
    """Return an edge; with a ``quote`` it was read from the plan."""
    evidence: dict[str, Value] = {
        "source": "ke-hoach.txt",
        "place": "Điều 1",
        "quote": quote,
        "from_char": 0,
        "to_char": len(quote),
        "reading": "stated",
    }
    return Edge(
        kind, f"{kind} {start} {end}", start, end, {**(evidence if quote else {}), **facts}
    )
