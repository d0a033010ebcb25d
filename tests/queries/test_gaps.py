"""Which rows of a decision no loaded paper takes up, and what is nearest to them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from small_papers import SCHOLARSHIP, decision, notice, paper, plan, row, store_of

from luocdo.queries.gaps import GapsOptions, gaps
from luocdo.queries.naming import the_document, the_unit

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.answers import Answer
    from luocdo.graph.stores.base import Store

TODAY = datetime.date(2025, 11, 23)
MINISTRY = "Bộ Giáo dục và Đào tạo"
LIBRARY = "Lập quỹ học bổng cho sinh viên các trường sư phạm ở vùng khó khăn"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return store_of(
        tmp_path,
        decision(
            row(SCHOLARSHIP, MINISTRY, "Phụ lục › 33", day="2025-12-31"),
            row(LIBRARY, MINISTRY, "Phụ lục › 34", day="2026-06-30"),
            row("Bảo dưỡng đường sắt đô thị", "Bộ Xây dựng", "Phụ lục › 35"),
        ),
        plan(row(SCHOLARSHIP, "Vụ Kế hoạch - Tài chính")),
        notice(row(LIBRARY, MINISTRY)),
        paper(
            "5/KH-BNV", "Bộ Nội vụ", "2025-04-01", row("Rà soát vị trí việc làm", "Vụ Pháp chế")
        ),
    )


def open_rows(answer: Answer) -> dict[str, tuple[str, str]]:
    (table,) = [one for one in answer.tables if one.title[1].startswith("NOT TAKEN UP")]
    rows = [dict(zip(table.columns, each, strict=True)) for each in table.rows]
    return {one["place"]: (one["nearest_document"], one["end_date"]) for one in rows}


def asked(store: Store, **options: object) -> Answer:
    return gaps(store, the_document(store, "9/NQ-CP"), TODAY, GapsOptions(**options))  # type: ignore[arg-type]


def test_a_row_that_only_a_notice_repeats_is_not_taken_up(store: Store) -> None:
    found = open_rows(asked(store, unit=the_unit(store, MINISTRY)[0]))
    assert found == {"Phụ lục › 34": ("12/KH-BGDĐT", "2026-06-30")}


def test_without_a_unit_all_rows_are_asked_for(store: Store) -> None:
    assert {"Phụ lục › 34", "Phụ lục › 35"} <= set(open_rows(asked(store)))
    assert "Phụ lục › 33" not in open_rows(asked(store))


def test_in_one_paper_only_what_that_paper_gives_counts(store: Store) -> None:
    found = open_rows(
        asked(store, plan=the_document(store, "5/KH-BNV"), unit=the_unit(store, MINISTRY)[0])
    )
    assert set(found) == {"Phụ lục › 33", "Phụ lục › 34"}
    repeated = asked(
        store, plan=the_document(store, "77/TB-VPCP"), unit=the_unit(store, MINISTRY)[0]
    )
    assert set(open_rows(repeated)) == {"Phụ lục › 33"}


def test_what_is_taken_up_is_listed_with_the_reasons_and_said_to_be_inferred(store: Store) -> None:
    answer = asked(store, unit=the_unit(store, MINISTRY)[0], taken=True)
    table = answer.tables[-1]
    (line,) = [dict(zip(table.columns, each, strict=True)) for each in table.rows]
    assert (line["place"], line["plan"], line["plan_place"]) == (
        "Phụ lục › 33",
        "12/KH-BGDĐT",
        "Phụ lục › 1",
    )
    assert (line["reading"], line["score"]) == ("suy ra", "1.00")
    assert any("suy ra" in note.text for note in answer.notes)
    assert (
        answer.title
        == "9/NQ-CP: 2 nhiệm vụ giao Bộ Giáo dục và Đào tạo; 1 chưa thấy trong văn bản nào trong kho, 1 đã thấy"
    )


def test_a_plan_that_came_after_the_day_takes_nothing_up_yet(store: Store) -> None:
    answer = gaps(store, the_document(store, "9/NQ-CP"), datetime.date(2025, 2, 1), GapsOptions())
    assert open_rows(answer)["Phụ lục › 33"] == ("", "2025-12-31")
    assert "BAN HÀNH SAU 01/02/2025, để ngoài: 1 văn bản triển khai" in [
        note.text for note in answer.notes
    ]
