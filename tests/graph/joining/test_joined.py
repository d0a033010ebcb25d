"""Rows of papers that touch are offered as one piece of work; nodes are never merged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_papers import OTHERS, SCHOLARSHIP, decision, notice, paper, plan, row

from luocdo.graph.building.graph import build_graph
from luocdo.graph.corrections.correction import Correction
from luocdo.graph.records import FileRecord, TaskRecord
from luocdo.graph.units.resolving import UnitResolver

if TYPE_CHECKING:
    from luocdo.graph.model import Edge, Graph

RESOLVER = UnitResolver.load()


def joins(*records: FileRecord) -> list[Edge]:
    """Return what is joined, the filling rows left out."""
    graph: Graph = build_graph(records, RESOLVER)
    fillers = {node.id for node in graph.nodes if node.properties.get("text") in OTHERS}
    return [
        e
        for e in graph.edges
        if e.type in ("TAKES_UP", "SAME_AS") and not {e.start, e.end} & fillers
    ]


def test_a_row_of_a_plan_takes_up_the_row_of_its_decision() -> None:
    (edge,) = joins(
        decision(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo", "Phụ lục › 33")),
        plan(row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính")),
    )
    assert edge.type == "TAKES_UP"
    assert edge.properties["reading"] == "inferred"
    assert edge.properties["score"] == 1.0
    assert (edge.properties["quote"], edge.properties["other_quote"]) == (SCHOLARSHIP, SCHOLARSHIP)
    assert (edge.properties["source"], edge.properties["other_source"]) == (
        "12-KH-BGDĐT.txt",
        "9-NQ-CP.txt",
    )
    assert "đơn vị của cơ quan chủ trì" in str(edge.properties["reasons"])


def test_two_papers_below_one_origin_give_one_work_and_the_later_comes_first() -> None:
    (edge,) = joins(
        notice(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo")),
        plan(row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính")),
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
            row(
                "Xây dựng Nghị định về tổ chức và hoạt động của trung tâm học tập cộng đồng",
                "Bộ Giáo dục và Đào tạo",
            ),
        ),
        # another body, which is no part of the one charged, and helps nobody
        (
            row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính"),
            row(SCHOLARSHIP, "Ủy ban nhân dân tỉnh Quảng Ngãi"),
        ),
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
            notice(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo"), above=""),
            plan(row(SCHOLARSHIP, "Vụ Giáo dục Đại học")),
        )
        == []
    )


def test_a_draft_gives_no_work() -> None:
    mine = row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính")
    assert (
        joins(decision(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo")), plan(mine, draft=True)) == []
    )


def test_closing_clauses_of_siblings_are_alike_by_form_only() -> None:
    words = (
        "Chánh Văn phòng và Thủ trưởng các đơn vị thuộc Bộ chịu trách nhiệm thi hành Kế hoạch này"
    )
    mine, theirs = (row(words, "Văn phòng", "Điều 3", origin="body") for _ in range(2))
    assert (
        joins(plan(mine), paper("15/KH-BGDĐT", "Bộ Giáo dục và Đào tạo", "2025-04-01", theirs))
        == []
    )


def test_rows_that_make_one_law_are_one_work_however_they_are_worded() -> None:
    mine = row(
        "Xây dựng Luật Nhà giáo thực hiện chủ trương đột phá phát triển khoa học",
        "Cục Nhà giáo và Cán bộ quản lý giáo dục",
    )
    theirs = row(
        "Xây dựng Luật Nhà giáo trong đó sửa đổi một số quy định liên quan",
        "Bộ Giáo dục và Đào tạo",
    )
    (edge,) = joins(decision(theirs), plan(mine))
    assert "cùng xây dựng luật (nha giao)" in str(edge.properties["reasons"])
    decree = row("Xây dựng Nghị định hướng dẫn Luật Nhà giáo", "Vụ Pháp chế")
    assert joins(decision(theirs), plan(decree)) == []


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
    return FileRecord(
        file=f"lời người đọc/{correction.id}", digest="", reader="Lan", corrections=(correction,)
    )


def test_a_reader_parts_what_was_joined() -> None:
    papers = (
        decision(row(SCHOLARSHIP, "Bộ Giáo dục và Đào tạo")),
        plan(row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính")),
    )
    assert joins(*papers, said("not_same", SCHOLARSHIP, SCHOLARSHIP)) == []


def test_a_reader_joins_what_was_not_offered_and_it_says_by_whom() -> None:
    papers = (
        decision(row("Chấn hưng việc học", "Bộ Nội vụ")),
        plan(row(SCHOLARSHIP, "Vụ Giáo dục Đại học")),
    )
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
