"""A reader's word is put to what was read; what was read stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.building.graph import build_graph
from luocdo.graph.corrections.correction import Correction, as_line, from_line
from luocdo.graph.records import (
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

if TYPE_CHECKING:
    from luocdo.graph.model import Edge, Graph

RESOLVER = UnitResolver.load()
TEXT = "Xây dựng quy định về học liệu số"


def evidence(words: str, place: str = "Phụ lục › 1") -> Evidence:
    return Evidence(place=place, quote=words, from_char=0, to_char=len(words), as_printed=words)


def row(place: str = "Phụ lục › 1", text: str = TEXT, lead: str = "Vụ GDDH") -> TaskRecord:
    relations = (
        Relation(
            type="LED_BY",
            target=UnitMention(as_printed=lead, name=lead),
            evidence=evidence(lead, place),
        ),
        Relation(
            type="BASED_ON",
            target=DocumentMention(as_printed="Đề án 99", name="Đề án 99"),
            evidence=evidence("Đề án 99", place),
        ),
    )
    return TaskRecord(
        place=place,
        text=text,
        origin="annex",
        evidence=evidence(text, place),
        basis="own_unresolved",
        relations=relations,
    )


def plan(*rows: TaskRecord, file: str = "ke-hoach.txt") -> FileRecord:
    header = HeaderRecord(
        number="12/KH-BGDĐT", kind="Kế hoạch", issuer="Bộ Giáo dục và Đào tạo", date="2025-03-01"
    )
    return FileRecord(
        file=file,
        digest="1",
        reader="1",
        documents=(DocumentRecord(header=header, tasks=rows or (row(),)),),
    )


def word(
    kind: str,
    value: str = "",
    *,
    quote: str = TEXT,
    place: str = "Phụ lục › 1",
    file: str = "ke-hoach.txt",
) -> FileRecord:
    correction = Correction(
        kind=kind,  # type: ignore[arg-type]  # the tests name kinds as words
        file=file,
        place=place,
        quote=quote,
        value=value,
        date="2025-01-09" if kind in ("citation", "document") else "",
        by="Lan",
        at="2025-11-20T08:00:00+07:00",
        why="bản giấy ghi thế",
    )
    return FileRecord(
        file=f"lời người đọc/{correction.id}", digest="", reader="Lan", corrections=(correction,)
    )


def built(*records: FileRecord) -> Graph:
    return build_graph(records, RESOLVER)


def edges(graph: Graph, kind: str) -> list[Edge]:
    return [edge for edge in graph.edges if edge.type == kind]


def test_a_row_has_the_lead_that_a_reader_names_and_says_so() -> None:
    (lead,) = edges(
        built(plan(), word("lead", "Cục Công nghệ thông tin · Bộ Giáo dục và Đào tạo")), "LED_BY"
    )
    assert lead.end == "unit:bo-giao-duc-va-dao-tao/cuc-cong-nghe-thong-tin"
    assert lead.properties["reading"] == "corrected"
    assert lead.properties["as_printed"] == "Vụ GDDH"  # what the paper prints stays


def test_a_row_has_the_partners_that_a_reader_names_or_none() -> None:
    named = "Cục Công nghệ thông tin · Bộ Giáo dục và Đào tạo; Vụ Giáo dục Đại học · Bộ Giáo dục và Đào tạo"
    partners = edges(built(plan(), word("coordinate", named)), "COORDINATED_BY")
    assert {(edge.end.rpartition("/")[2], edge.properties["reading"]) for edge in partners} == {
        ("cuc-cong-nghe-thong-tin", "corrected"),
        ("vu-giao-duc-dai-hoc", "corrected"),
    }
    lead = edges(built(plan(), word("coordinate", named)), "LED_BY")
    assert [edge.properties["reading"] for edge in lead] == [
        "stated"
    ]  # the lead stays as it was read
    assert not edges(built(plan(), word("coordinate", "")), "COORDINATED_BY")


def test_a_name_means_the_unit_a_reader_says_wherever_the_file_prints_it() -> None:
    rows = (row(), row("Phụ lục › 2", "Tổ chức tập huấn"))
    said = word("unit", "Vụ Giáo dục Đại học · Bộ Giáo dục và Đào tạo", quote="vụ gddh", place="")
    leads = edges(built(plan(*rows), said), "LED_BY")
    assert {(edge.end.rpartition("/")[2], edge.properties["reading"]) for edge in leads} == {
        ("vu-giao-duc-dai-hoc", "corrected")
    }
    assert len(leads) == 2


def test_a_citation_means_the_document_a_reader_names() -> None:
    graph = built(plan(), word("citation", "03/NQ-CP", quote="Đề án 99", place=""))
    (basis,) = edges(graph, "BASED_ON")
    assert basis.end == "doc:chinh-phu/3-nq-cp/2025"
    assert basis.properties["reading"] == "corrected"
    (task,) = [node for node in graph.nodes if node.label == "Task"]
    assert task.properties["basis"] == "own"


def test_a_day_a_result_and_a_row_that_is_none() -> None:
    graph = built(plan(), word("due", "2025-12-31"), word("done", "công văn 77/BGDĐT-VP"))
    (limit,) = [node for node in graph.nodes if node.label == "Deadline"]
    assert limit.properties["end_date"] == "2025-12-31"
    (task,) = [node for node in graph.nodes if node.label == "Task"]
    assert task.properties["progress"] == "Đã hoàn thành"
    assert task.properties["result"] == "công văn 77/BGDĐT-VP (theo Lan, 2025-11-20)"
    assert edges(graph, "MANDATES")[0].properties["reading"] == "corrected"
    assert not edges(built(plan(), word("left_out")), "MANDATES")


def test_a_file_is_the_document_a_reader_says() -> None:
    (document,) = [
        node
        for node in built(plan(), word("document", "77/KH-BGDĐT", place="", quote="")).nodes
        if node.properties.get("status") == "loaded"
    ]
    assert document.properties["number"] == "77/KH-BGDĐT"
    assert document.properties["date"] == "2025-01-09"


def test_a_new_reading_that_moves_the_row_or_ends_it_elsewhere_keeps_the_word() -> None:
    lead = "Văn phòng · Bộ Giáo dục và Đào tạo"
    for moved in (row("Phụ lục › I › 1"), row(text=f"{TEXT}; trình Bộ trưởng ban hành")):
        assert edges(built(plan(moved), word("lead", lead)), "LED_BY")[0].end.endswith(
            "/van-phong"
        )


def test_a_word_whose_place_is_gone_changes_nothing_and_is_listed() -> None:
    for records in (
        (plan(row(text="Mua sắm thiết bị")), word("lead", "Văn phòng")),
        (word("lead", "Văn phòng"),),
        (plan(), word("unit", "Văn phòng", quote="Vụ Không có", place="")),
    ):
        graph = built(*records)
        assert [
            issue.kind for _, issue in graph.issues if issue.kind == "orphaned_correction"
        ] == ["orphaned_correction"]
        assert not [edge for edge in graph.edges if edge.properties.get("reading") == "corrected"]


def test_two_rows_that_could_be_meant_are_not_guessed_between() -> None:
    graph = built(plan(row(), row()), word("lead", "Văn phòng"))
    assert {issue.kind for _, issue in graph.issues} >= {"orphaned_correction"}


def test_the_order_in_which_records_come_does_not_show() -> None:
    records = [plan(), word("lead", "Văn phòng"), word("due", "2025-12-31"), plan(file="khac.txt")]
    assert built(*records) == built(*reversed(records))


def test_a_correction_is_one_line_and_comes_back() -> None:
    (said,) = word("lead", "Văn phòng").corrections
    assert "\n" not in as_line(said)
    assert from_line(as_line(said)) == said
