"""One work with two dates or two leads; the later paper stands first, both dates in one row."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from small_papers import SCHOLARSHIP, decision, notice, plan, row, store_of

from luocdo.queries.conflicts import conflicts
from luocdo.queries.naming import the_document

if TYPE_CHECKING:
    from pathlib import Path

    from luocdo.graph.answers import Answer

TODAY = datetime.date(2025, 11, 23)
MINISTRY, DEPARTMENT = "Bộ Giáo dục và Đào tạo", "Vụ Kế hoạch - Tài chính"


def told(answer: Answer) -> dict[str, list[tuple[str, str, str, str]]]:
    return {
        table.title[1].rpartition(" ")[0]: [
            (each[0], each[2], each[3], each[5]) for each in table.rows
        ]
        for table in answer.tables
    }


def test_a_plan_that_ends_after_its_decision_is_laxer(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        decision(row(SCHOLARSHIP, MINISTRY, day="2025-09-30")),
        plan(row(SCHOLARSHIP, DEPARTMENT, day="2025-12-31")),
    )
    assert told(conflicts(store, TODAY)) == {
        "LAXER THAN ITS DECISION": [("12/KH-BGDĐT", "31/12/2025", "9/NQ-CP", "30/09/2025")]
    }


def test_a_notice_with_another_day_stands_first_as_the_later_paper(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        plan(row(SCHOLARSHIP, DEPARTMENT, day="2025-12-31")),
        notice(row(SCHOLARSHIP, MINISTRY, day="2025-09-30")),
    )
    expected = [("77/TB-VPCP", "30/09/2025", "12/KH-BGDĐT", "31/12/2025")]
    assert told(conflicts(store, TODAY)) == {"TWO DATES": expected}
    both = (the_document(store, "12/KH-BGDĐT"), the_document(store, "77/TB-VPCP"))
    assert told(conflicts(store, TODAY, *both)) == {"TWO DATES": expected}
    assert "12/KH-BGDĐT" in conflicts(store, TODAY, *both).title


def test_rows_that_only_a_third_paper_joins_are_compared_between_two(tmp_path: Path) -> None:
    """The plan is like its decision, the notice is like the decision; each is less
    like the other.
    """
    short, long = (
        "Lập quỹ học bổng công nghệ chiến lược",
        "Xây dựng quy chế và lập quỹ học bổng công nghệ chiến lược cho nghiên cứu sinh",
    )
    store = store_of(
        tmp_path,
        decision(
            row(f"{long}, sinh viên tài năng các trường đại học", MINISTRY, day="2025-10-31")
        ),
        plan(row(short, DEPARTMENT, day="2025-12-31")),
        notice(row(f"{long}, sinh viên tài năng", MINISTRY, day="2025-09-30")),
    )
    both = (the_document(store, "12/KH-BGDĐT"), the_document(store, "77/TB-VPCP"))
    assert told(conflicts(store, TODAY, *both))["TWO DATES"] == [
        ("77/TB-VPCP", "30/09/2025", "12/KH-BGDĐT", "31/12/2025")
    ]


def test_equal_days_and_missing_days_are_no_conflict(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        decision(row(SCHOLARSHIP, MINISTRY, day="2025-12-31")),
        plan(row(SCHOLARSHIP, DEPARTMENT, day="2025-12-31")),
        notice(row(SCHOLARSHIP, MINISTRY)),
    )
    assert told(conflicts(store, TODAY)) == {}


def test_what_came_after_the_day_is_no_conflict_yet(tmp_path: Path) -> None:
    store = store_of(
        tmp_path,
        plan(row(SCHOLARSHIP, DEPARTMENT, day="2025-12-31")),
        notice(row(SCHOLARSHIP, MINISTRY, day="2025-09-30")),
    )
    before = conflicts(store, datetime.date(2025, 6, 1))
    assert told(before) == {}
    assert "BAN HÀNH SAU 01/06/2025, để ngoài: 1 văn bản đã nạp" in [
        note.text for note in before.notes
    ]
