"""Rules 18 to 20 of meaning: until when, what is late, and two dates for one piece of work."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from written_papers import TODAY, by_code, on_screen, paper_of, read, said, table, written

from luocdo.queries.check import check
from luocdo.queries.document import document
from luocdo.queries.due import DueOptions, due

if TYPE_CHECKING:
    from luocdo.graph.stores.base import Store

PLAN = written(
    "15/KH-BNV",
    "Bộ Nội vụ",
    "2024-01-10",
    "Kế hoạch",
    "Số hóa kho lưu trữ giai đoạn 2024 - 2025",
    "Bộ Nội vụ ban hành Kế hoạch số hóa kho lưu trữ giai đoạn 2024 - 2025:",
    table(
        "TT | Nội dung | Đơn vị chủ trì | Thời gian hoàn thành",
        "1 | Kiểm kê hồ sơ giấy | Vụ Pháp chế | Trước ngày 15/12/2025",
        "2 | Rà soát danh mục hồ sơ | Vụ Pháp chế | Hằng năm",
        "3 | Chụp ảnh bìa hồ sơ | Vụ Pháp chế | 30/02/2025",
        "4 | Mua máy quét | Văn phòng Bộ | Năm 2024",
        "5 | Thuê kho tạm | Văn phòng Bộ | Tháng 6/2023 - Tháng 6/2025",
    ),
)
NOTICE = written(
    "90/TB-VPCP",
    "Văn phòng Chính phủ",
    "2025-03-10",
    "Thông báo",
    "Tình hình thực hiện nhiệm vụ",
    "Văn phòng Chính phủ thông báo tình hình thực hiện nhiệm vụ như sau:",
    "PHỤ LỤC\nTÌNH HÌNH THỰC HIỆN NHIỆM VỤ",
    "TT\tNội dung\tCơ quan chủ trì\tThời hạn\tTiến độ\n"
    "1\tLập sổ kho\tBộ Nội vụ\tNăm 2024\tĐã hoàn thành\n"
    "2\tLập sổ mượn\tBộ Nội vụ\tNăm 2024\tQuá hạn, chưa hoàn thành\n"
    "3\tLập sổ trả\tBộ Nội vụ\tNăm 2024\t",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return read(tmp_path_factory.mktemp("when"), {"a.txt": PLAN, "b.txt": NOTICE})


def between(store: Store, start: str, finish: str, **asked: bool) -> list[str]:
    answer = due(store, DueOptions(start, finish, **asked), TODAY)
    return [one.code for one in answer.assignments]


def test_rule_18_before_a_day_excludes_the_day_and_prints_it(store: Store) -> None:
    assert between(store, "2025-12-01", "2025-12-14") == ["1"]
    assert between(store, "2025-12-15", "2025-12-20") == []
    row = by_code(due(store, DueOptions("2025-12-01", "2025-12-14"), TODAY), "1")
    assert row.limit is not None
    assert (row.limit.text, row.limit.end_date, row.limit.exclusive) == (
        "Trước ngày 15/12/2025",
        "2025-12-15",
        True,
    )


def test_rule_18_the_heading_of_the_column_is_kept(store: Store) -> None:
    rows = store.run(
        "MATCH (:Task {code: '1'})-[due:DUE]->(:Deadline) RETURN due.heading AS heading", {}
    ).dicts()
    assert {"heading": "Thời gian hoàn thành"} in rows


def test_rule_18_a_yearly_task_ends_with_its_documents_period(store: Store) -> None:
    assert "2" in between(store, "2025-12-01", "2025-12-31", recurring=True)
    assert "2" not in between(store, "2026-01-01", "2026-12-31", recurring=True)
    answer = document(store, paper_of(store, "15/KH-BNV"), datetime.date(2026, 2, 1))
    assert by_code(answer, "2").state != "recurring"


def test_rule_18_an_impossible_day_stays_visible(store: Store) -> None:
    answer = document(store, paper_of(store, "15/KH-BNV"), TODAY)
    assert by_code(answer, "3").state == "invalid"
    assert "hạn in sai" in on_screen(answer)
    assert "30/02/2025" in said(check(store, TODAY))


@pytest.mark.parametrize(
    ("paper", "code", "state", "words"),
    [
        ("15/KH-BNV", "4", "overdue", "đã qua hạn"),
        ("90/TB-VPCP", "1", "done", "đã hoàn thành"),
        ("90/TB-VPCP", "2", "late", "quá hạn"),
        ("90/TB-VPCP", "3", "overdue", "chưa có thông tin kết quả"),
    ],
)
def test_rule_19_nobody_is_late_without_news(
    store: Store, paper: str, code: str, state: str, words: str
) -> None:
    answer = document(store, paper_of(store, paper), TODAY)
    assert by_code(answer, code).state == state
    assert words in on_screen(answer, past=True).lower()


def test_rule_19_what_must_be_finished_in_a_year_ends_in_it(store: Store) -> None:
    assert "5" in between(store, "2025-01-01", "2025-12-31")
    assert "5" not in between(store, "2024-01-01", "2024-12-31")
