"""What a notice says became of a task reaches the task in the plan and in the decision; nobody is
late without news.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from small_papers import SCHOLARSHIP, decision, notice, plan, row, store_of

from luocdo.queries.naming import the_unit
from luocdo.queries.reported import state_in, status
from luocdo.queries.unit import unit

if TYPE_CHECKING:
    from pathlib import Path

TODAY = datetime.date(2026, 3, 1)
MINISTRY, DEPARTMENT = "Bộ Giáo dục và Đào tạo", "Vụ Kế hoạch - Tài chính"


def states(folder: Path, name: str, *papers: object) -> dict[str, tuple[str, str]]:
    """Return paper -> state and who reports it, of the task that is asked about."""
    store = store_of(folder, *papers)  # type: ignore[arg-type]
    answer = status(store, unit(store, the_unit(store, name)[0], TODAY))
    lines = [
        dict(zip(answer.tables[0].columns, each, strict=True)) for each in answer.tables[0].rows
    ]
    return {
        one["document"]: (one["state"], one["reported_by"])
        for one in lines
        if one["text"] == SCHOLARSHIP
    }


def test_progress_of_a_notice_reaches_the_task_it_repeats(tmp_path: Path) -> None:
    found = states(
        tmp_path,
        MINISTRY,
        decision(row(SCHOLARSHIP, MINISTRY, day="2025-12-31")),
        notice(row(SCHOLARSHIP, MINISTRY, progress="Đang thực hiện")),
    )
    assert found["9/NQ-CP"] == ("Đang thực hiện", "77/TB-VPCP")
    assert found["77/TB-VPCP"] == ("Đang thực hiện", "")


def test_the_heading_of_a_notice_says_what_became_of_the_rows_below_it(tmp_path: Path) -> None:
    heading = "2. Các nhiệm vụ về học bổng quá hạn chưa hoàn thành"
    found = states(
        tmp_path,
        DEPARTMENT,
        plan(row(SCHOLARSHIP, DEPARTMENT, day="2025-12-31")),
        notice(row(SCHOLARSHIP, MINISTRY, section=heading)),
    )
    assert found == {"12/KH-BGDĐT": ("quá hạn chưa hoàn thành", "77/TB-VPCP")}


def test_without_news_a_task_past_its_day_is_not_called_late(tmp_path: Path) -> None:
    found = states(tmp_path, DEPARTMENT, plan(row(SCHOLARSHIP, DEPARTMENT, day="2025-12-31")))
    assert found == {"12/KH-BGDĐT": ("đã qua hạn, chưa có thông tin kết quả", "")}


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("I. CÁC NHIỆM VỤ ĐÃ HOÀN THÀNH", "đã hoàn thành"),
        ("3. Nhiệm vụ quá hạn chưa hoàn thành", "quá hạn chưa hoàn thành"),
        ("Nhiệm vụ hoàn thành quá hạn", "hoàn thành quá hạn"),
        ("IV. Nhiệm vụ giao Bộ trưởng Bộ Y tế", ""),
        ("Thời gian hoàn thành", ""),
    ],
)
def test_headings(heading: str, words: str) -> None:
    assert state_in(heading) == words


@pytest.mark.parametrize(
    ("day", "state", "told"),
    [
        (TODAY, "late", "quá hạn chưa hoàn thành, theo 77/TB-VPCP, suy ra"),
        (datetime.date(2025, 11, 10), "overdue", ""),  # before there was news
    ],
)
def test_every_answer_says_what_another_paper_reports(
    tmp_path: Path, day: datetime.date, state: str, told: str
) -> None:
    heading = "2. Các nhiệm vụ về học bổng quá hạn chưa hoàn thành"
    store = store_of(
        tmp_path,
        plan(row(SCHOLARSHIP, DEPARTMENT, day="2025-10-31")),
        notice(row(SCHOLARSHIP, MINISTRY, section=heading)),
    )
    (mine,) = unit(store, the_unit(store, DEPARTMENT)[0], day).assignments
    assert (mine.state, mine.told) == (state, told)
