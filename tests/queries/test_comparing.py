"""What of one paper stands in another, what it says differently, what stands in one only."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import msgspec
from small_papers import SCHOLARSHIP, decision, evidence, paper, plan, row, store_of

from luocdo.graph.records import TargetRecord
from luocdo.queries.comparing import compare
from luocdo.queries.naming import the_document

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.answers import Answer
    from luocdo.graph.records import FileRecord
    from luocdo.graph.stores.base import Store

TODAY = datetime.date(2025, 11, 23)
MINISTRY = "Bộ Giáo dục và Đào tạo"
LIBRARY = "Lập quỹ học bổng cho sinh viên các trường sư phạm ở vùng khó khăn"
SHIPS = "Đóng mới tàu nghiên cứu biển cho viện hải dương học"


def compared(store: Store, one: str, two: str) -> Answer:
    return compare(store, the_document(store, one), the_document(store, two), TODAY)


def table(answer: Answer, english: str) -> list[dict[str, str]]:
    found = [one for one in answer.tables if one.title[1].startswith(english)]
    return [dict(zip(one.columns, each, strict=True)) for one in found for each in one.rows]


def test_what_a_plan_takes_over_of_its_decision_stands_beside_it(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        decision(
            row(SCHOLARSHIP, MINISTRY, "Phụ lục › 33", day="2025-12-31"),
            row(SHIPS, MINISTRY, "Phụ lục › 34"),
        ),
        plan(row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính", day="2026-03-31")),
    )
    answer = compared(store, "12/KH-BGDĐT", "9/NQ-CP")  # the order of the names does not matter
    (pair,) = [
        one for one in table(answer, "IN BOTH, SAID DIFFERENTLY") if one["place"] == "Phụ lục › 33"
    ]
    assert pair["other_place"] == "Phụ lục › 1"
    assert "hạn: 2025-12-31 → 2026-03-31" in pair["changes"]
    assert "chủ trì: Bộ Giáo dục và Đào tạo → Vụ Kế hoạch - Tài chính" in pair["changes"]
    assert "Phụ lục › 34" in {one["place"] for one in table(answer, "ONLY IN 9/NQ-CP")}


def test_what_changed_between_a_draft_and_its_final_text(tmp_path: Path) -> None:
    old = (
        row(SCHOLARSHIP, MINISTRY, "Phụ lục › 1"),
        row(LIBRARY, MINISTRY, "Phụ lục › 2", day="2025-06-30"),
    )
    new = (
        row(SCHOLARSHIP, MINISTRY, "Phụ lục › 1"),
        row(LIBRARY, MINISTRY, "Phụ lục › 2", day="2025-09-30"),
        row(SHIPS, MINISTRY, "Phụ lục › 3"),
    )
    store = store_of(
        tmp_path,
        paper("7/KH-BGDĐT", MINISTRY, "2025-02-01", *old, above="", draft=True),
        paper("8/KH-BGDĐT", MINISTRY, "2025-04-01", *new, above=""),
    )
    answer = compared(store, "7/KH-BGDĐT", "8/KH-BGDĐT")
    (changed,) = table(answer, "IN BOTH, SAID DIFFERENTLY")
    assert (changed["place"], changed["changes"]) == (
        "Phụ lục › 2",
        "hạn: 2025-06-30 → 2025-09-30",
    )
    assert [one["place"] for one in table(answer, "IN BOTH, SAID ALIKE")] == ["Phụ lục › 1"]
    assert "Phụ lục › 3" in {one["place"] for one in table(answer, "ONLY IN 8/KH-BGDĐT")}
    assert not table(answer, "ONLY IN 7/KH-BGDĐT")


def target(text: str, value: str, by: str) -> TargetRecord:
    return TargetRecord(
        origin="annex",
        place="Phụ lục I › 1",
        text=text,
        value=value,
        by=by,
        evidence=evidence(text),
    )


def with_targets(record: FileRecord, *targets: TargetRecord) -> FileRecord:
    (document,) = record.documents
    return msgspec.structs.replace(
        record, documents=(msgspec.structs.replace(document, targets=targets),)
    )


def test_targets_are_compared_by_their_words_and_days(tmp_path: Path) -> None:
    old = (
        target("Tỉ lệ trường có mạng", "90%", "2025-12-31"),
        target("Số bài giảng số", "1.000", "2025-12-31"),
    )
    new = (
        target("Tỉ lệ trường có mạng", "95%", "2025-12-31"),
        target("Số phòng máy", "200", "2026-12-31"),
    )
    store = store_of(
        tmp_path,
        with_targets(
            paper("7/KH-BGDĐT", MINISTRY, "2025-02-01", row(SHIPS, MINISTRY), above=""), *old
        ),
        with_targets(
            paper("8/KH-BGDĐT", MINISTRY, "2025-04-01", row(SHIPS, MINISTRY), above=""), *new
        ),
    )
    answer = compared(store, "7/KH-BGDĐT", "8/KH-BGDĐT")
    (changed,) = table(answer, "TARGETS SAID DIFFERENTLY")
    assert (changed["text"], changed["value"], changed["other_value"]) == (
        "Tỉ lệ trường có mạng",
        "90%",
        "95%",
    )
    assert [one["text"] for one in table(answer, "TARGETS ONLY IN 7/KH-BGDĐT")] == [
        "Số bài giảng số"
    ]
    assert [one["text"] for one in table(answer, "TARGETS ONLY IN 8/KH-BGDĐT")] == ["Số phòng máy"]
