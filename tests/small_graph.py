"""One small graph that many tests ask: a plan carries out a decision, one row has another basis, a draft stands by."""

from __future__ import annotations

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
        _document(
            "goc",
            "131/QĐ-TTg",
            "Quyết định",
            "Thủ tướng Chính phủ",
            date="2022-01-25",
            title="phê duyệt Đề án <b>mẫu</b>",
        ),
        _document("khac", "749/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", date="2020-06-03"),
        _document("nghi-dinh", "69/2017/NĐ-CP", "Nghị định", "Chính phủ", date="2017-05-25"),
        _document("ke-hoach", "100/KH-BGDĐT", "Kế hoạch", "Bộ Giáo dục và Đào tạo", status="loaded", date="2025-02-05"),
        _document(
            "du-thao", "Kế hoạch dự thảo", "Kế hoạch", "Ủy ban nhân dân tỉnh", status="loaded", year=2022, draft=True
        ),
        _unit("cntt", "Cục Công nghệ thông tin", "Bộ Giáo dục và Đào tạo", "Cục CNTT"),
        _unit("vp-bo", "Văn phòng", "Bộ Giáo dục và Đào tạo", "VP"),
        _unit("vp-cp", "Văn phòng", "Chính phủ", "VPCP"),
        _unit("nhom", "Các đơn vị thuộc Bộ", "Bộ Giáo dục và Đào tạo", "", kind="nhóm"),
        _task("1", "Xây dựng cổng dữ liệu", basis="own", ordinal=1, leaf=False),
        _task("1/a", "Xây dựng cổng dữ liệu", code="1", ordinal=1),
        _task("1/b", "Kết nối cổng dữ liệu", code="1", ordinal=2),
        _task("2", "Rà soát quy định", ordinal=3),
        _task("3", "Nghiên cứu công nghệ mới", basis="own", ordinal=4),
        _task("d", "Báo cáo hằng năm", origin="body", ordinal=5),
        _task("n", "Mua sắm thiết bị", ordinal=1),
        Node(
            "Deadline",
            "han:2024",
            {"kind": "year", "text": "Năm 2024", "start_date": "2024-01-01", "end_date": "2024-12-31"},
        ),
        Node(
            "Deadline",
            "han:2026",
            {"kind": "year", "text": "Năm 2026", "start_date": "2026-01-01", "end_date": "2026-12-31"},
        ),
        Node("Deadline", "han:sai", {"kind": "invalid", "text": "ngày 30 tháng 02 năm 2025"}),
        Node("Deliverable", "sp:1", {"text": "=Cổng dữ liệu"}),
    )
    return Graph(
        nodes,
        tuple(_edges()),
        (("ke-hoach.txt", Issue(kind="numbering_gap", message="số thứ tự nhảy từ 7 đến 19", place="Phụ lục › II")),),
    )


def small_store(folder: Path) -> LadybugStore:
    """Return a store in ``folder`` that holds the small graph."""
    store = LadybugStore(folder / "nho.lbug", lambda _: small_graph())
    store.replace(RECORDS, small_graph())
    return store


def _edges() -> list[Edge]:
    return [
        _edge("IMPLEMENTS", "doc:ke-hoach", "doc:goc", "Thực hiện Quyết định số 131/QĐ-TTg", derives=True),
        _edge(
            "BASED_ON",
            "doc:ke-hoach",
            "doc:nghi-dinh",
            "Căn cứ Nghị định số 69/2017/NĐ-CP",
            derives=False,
            basis_kind="competence",
        ),
        _edge("IMPLEMENTS", "doc:du-thao", "doc:goc", "Dự thảo thực hiện Quyết định số 131/QĐ-TTg", derives=False),
        *(_edge("MANDATES", "doc:ke-hoach", f"task:{task}", "việc như in") for task in ("1", "2", "3", "d")),
        _edge("MANDATES", "doc:du-thao", "task:n", "việc trong dự thảo"),
        _edge("PART_OF", "task:1/a", "task:1"),
        _edge("PART_OF", "task:1/b", "task:1"),
        _edge("BASED_ON", "task:1", "doc:goc", "Quyết định số 131/QĐ-TTg ngày 25/01/2022"),
        _edge("BASED_ON", "task:3", "doc:khac", "Quyết định số 749/QĐ-TTg"),
        *(
            _edge("LED_BY", f"task:{task}", "unit:cntt", "Cục CNTT", as_printed="Cục CNTT")
            for task in ("1/a", "2", "3")
        ),
        _edge("LED_BY", "task:1/b", "unit:nhom", "Các đơn vị thuộc Bộ", as_printed="Các đơn vị thuộc Bộ"),
        _edge("COORDINATED_BY", "task:1/b", "unit:cntt", "Cục CNTT", as_printed="Cục CNTT"),
        _edge("LED_BY", "task:d", "unit:vp-bo", "Văn phòng báo cáo", as_printed="Văn phòng"),
        _edge("MEMBER_OF", "unit:cntt", "unit:nhom"),
        _edge("DUE", "task:1/a", "han:2024", "Năm 2024"),
        _edge("DUE", "task:2", "han:2026", "Năm 2026"),
        _edge("DUE", "task:d", "han:sai", "ngày 30 tháng 02 năm 2025"),
        _edge("PRODUCES", "task:1/a", "sp:1", "=Cổng dữ liệu"),
    ]


def _document(key: str, name: str, kind: str, issuer: str, **facts: Value) -> Node:
    number = {"number": name} if "/" in name else {}
    year = {"year": int(str(facts["date"])[:4])} if "date" in facts else {}
    shown: dict[str, Value] = {"name": name, "kind": kind, "issuer": issuer, "status": "cited", "name_fold": fold(name)}
    return Node(
        "Document", f"doc:{key}", {**shown, **number, **year, **facts, "title_fold": fold(str(facts.get("title", "")))}
    )


def _unit(key: str, name: str, body: str, short: str, kind: str = "cục") -> Node:
    facts: dict[str, Value] = {
        "name": name,
        "display": f"{name} · {body}",
        "kind": kind,
        "known": True,
        "name_fold": fold(name),
    }
    return Node("Unit", f"unit:{key}", facts | ({"short_name": short, "aliases_fold": fold(short)} if short else {}))


def _task(
    key: str,
    text: str,
    *,
    code: str = "",
    basis: str = "none",
    ordinal: int = 1,
    origin: str = "annex",
    leaf: bool = True,
) -> Node:
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


def _edge(kind: str, start: str, end: str, quote: str = "", **facts: Value) -> Edge:
    evidence: dict[str, Value] = {
        "source": "ke-hoach.txt",
        "place": "Điều 1",
        "quote": quote,
        "from_char": 0,
        "to_char": len(quote),
        "reading": "stated",
    }
    return Edge(kind, f"{kind} {start} {end}", start, end, {**(evidence if quote else {}), **facts})
