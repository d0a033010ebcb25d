"""Rows of papers that touch are offered as one piece of work; nodes are never merged."""

from __future__ import annotations

from itertools import count

import pytest

from luocdo.graph.building.graph import build_graph
from luocdo.graph.corrections.correction import Correction
from luocdo.graph.corrections.putting import put
from luocdo.graph.model import Edge, Graph
from luocdo.graph.records import (
    DeliverableRecord,
    DocumentMention,
    DocumentRecord,
    Evidence,
    FileRecord,
    HeaderRecord,
    Relation,
    TaskRecord,
    UnitMention,
)
from luocdo.graph.units.resolving import UnitResolver

RESOLVER = UnitResolver.load()
DECISION = DocumentMention(as_printed="Nghị quyết số 9/NQ-CP", number="9/NQ-CP", date="2025-01-09", kind="Nghị quyết")
SCHOLARSHIP = "Xây dựng Nghị định về học bổng cho người học các ngành khoa học cơ bản và công nghệ chiến lược"
OTHERS = (
    "Rà soát quy hoạch mạng lưới thư viện công cộng cấp huyện",
    "Tổ chức hội thi tay nghề toàn quốc hằng năm",
    "Ban hành định mức bảo trì hệ thống thủy lợi nội đồng",
    "Công bố danh mục bài toán lớn về năng lượng tái tạo",
)


def evidence(words: str, place: str = "") -> Evidence:
    return Evidence(place=place, quote=words, from_char=0, to_char=len(words), as_printed=words)


def row(text: str, lead: str, place: str = "Phụ lục › 1", *, origin: str = "annex", product: str = "") -> TaskRecord:
    return TaskRecord(
        place=place,
        text=text,
        origin=origin,  # type: ignore[arg-type]  # annex or body
        evidence=evidence(text, place),
        relations=(Relation(type="LED_BY", target=UnitMention(as_printed=lead, name=lead), evidence=evidence(lead)),),
        deliverables=(DeliverableRecord(text=product, evidence=evidence(product)),) if product else (),
    )


def paper(
    number: str, issuer: str, date: str, *rows: TaskRecord, above: str = "IMPLEMENTS", draft: bool = False
) -> FileRecord:
    places = count(100)
    more = tuple(row(text, issuer, f"Phụ lục › {next(places)}") for text in OTHERS)
    relations = (Relation(type=above, target=DECISION, evidence=evidence(DECISION.as_printed)),) if above else ()
    header = HeaderRecord(number=number, issuer=issuer, date=date, draft=draft)
    document = DocumentRecord(
        header=header, relations=relations, tasks=(*rows, *(() if draft else more[: len(rows) * 2]))
    )
    return FileRecord(file=f"{number.replace('/', '-')}.txt", digest="1", reader="1", documents=(document,))


def decision(*rows: TaskRecord) -> FileRecord:
    return paper("9/NQ-CP", "Chính phủ", "2025-01-09", *rows, above="")


def plan(*rows: TaskRecord, **said: bool) -> FileRecord:
    return paper("12/KH-BGDĐT", "Bộ Giáo dục và Đào tạo", "2025-03-01", *rows, **said)


def notice(*rows: TaskRecord, above: str = "CITES") -> FileRecord:
    return paper("77/TB-VPCP", "Văn phòng Chính phủ", "2025-11-16", *rows, above=above)


def joins(*records: FileRecord) -> list[Edge]:
    """Return what is joined, the filling rows left out."""
    graph: Graph = build_graph(put(records), RESOLVER)
    fillers = {node.id for node in graph.nodes if node.properties.get("text") in OTHERS}
    return [e for e in graph.edges if e.type in ("TAKES_UP", "SAME_AS") and not {e.start, e.end} & fillers]


def test_a_row_of_a_plan_takes_up_the_row_of_its_decision() -> None:
    (edge,) = joins(
        decision(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo", "Phụ lục › 33")),
        plan(row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính")),
    )
    assert edge.type == "TAKES_UP"
    assert edge.properties["reading"] == "inferred"
    assert edge.properties["score"] == 1.0
    assert (edge.properties["quote"], edge.properties["other_quote"]) == (SCHOLARSHIP, SCHOLARSHIP)
    assert (edge.properties["source"], edge.properties["other_source"]) == ("12-KH-BGDĐT.txt", "9-NQ-CP.txt")
    assert "đơn vị của cơ quan chủ trì" in str(edge.properties["reasons"])


def test_two_papers_below_one_origin_give_one_work_and_the_later_comes_first() -> None:
    (edge,) = joins(
        notice(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo")), plan(row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính"))
    )
    assert edge.type == "SAME_AS"
    assert "77-tb-vpcp" in edge.start
    assert "12-kh-bgddt" in edge.end


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        # the form of the sentence is that of the other, what it is about is not
        (
            row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính"),
            row("Xây dựng Nghị định về tổ chức và hoạt động của trung tâm học tập cộng đồng", "Bộ Giáo dục và Đào tạo"),
        ),
        # another body, which is no part of the one charged, and helps nobody
        (row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính"), row(SCHOLARSHIP, "Ủy ban nhân dân tỉnh Quảng Ngãi")),
        # few words, which every paper says
        (
            row("Tổ chức triển khai thực hiện", "Vụ Giáo dục Đại học"),
            row("Tổ chức triển khai thực hiện", "Bộ Giáo dục và Đào tạo"),
        ),
    ],
)
def test_what_is_another_work_is_not_joined(mine: TaskRecord, theirs: TaskRecord) -> None:
    assert joins(decision(theirs), plan(mine)) == []


def test_papers_that_do_not_touch_are_not_compared() -> None:
    assert (
        joins(
            notice(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo"), above=""), plan(row(SCHOLARSHIP, "Vụ Giáo dục Đại học"))
        )
        == []
    )


def test_a_draft_gives_no_work() -> None:
    mine = row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính")
    assert joins(decision(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo")), plan(mine, draft=True)) == []


def test_closing_clauses_of_siblings_are_alike_by_form_only() -> None:
    words = "Chánh Văn phòng và Thủ trưởng các đơn vị thuộc Bộ chịu trách nhiệm thi hành Kế hoạch này"
    mine, theirs = (row(words, "Văn phòng", "Điều 3", origin="body") for _ in range(2))
    assert joins(plan(mine), paper("15/KH-BGDĐT", "Bộ Giáo dục và Đào tạo", "2025-04-01", theirs)) == []


def said(kind: str, words: str, other: str) -> FileRecord:
    correction = Correction(
        kind=kind,  # type: ignore[arg-type]  # same or not_same
        file="12-KH-BGDĐT.txt",
        place="Phụ lục › 1",
        quote=words,
        other_file="9-NQ-CP.txt",
        other_place="Phụ lục › 1",
        other_quote=other,
        by="Lan",
        at="2025-11-20T08:00:00+07:00",
        why="đã đối chiếu",
    )
    return FileRecord(file=f"lời người đọc/{correction.id}", digest="", reader="Lan", corrections=(correction,))


def test_a_reader_parts_what_was_joined() -> None:
    papers = (decision(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo")), plan(row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính")))
    assert joins(*papers, said("not_same", SCHOLARSHIP, SCHOLARSHIP)) == []


def test_a_reader_joins_what_was_not_offered_and_it_says_by_whom() -> None:
    papers = (decision(row("Chấn hưng việc học", "Bộ Nội vụ")), plan(row(SCHOLARSHIP, "Vụ Giáo dục Đại học")))
    (edge,) = joins(*papers, said("same", SCHOLARSHIP, "Chấn hưng việc học"))
    assert (edge.type, edge.properties["reading"]) == ("TAKES_UP", "corrected")
    assert edge.properties["reasons"] == "Lan, 2025-11-20: đã đối chiếu"


def test_the_order_of_the_papers_does_not_show() -> None:
    papers = [
        decision(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo")),
        plan(row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính")),
        notice(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo")),
    ]
    assert joins(*papers) == joins(*reversed(papers))
    assert len(joins(*papers)) == 3
