"""A time limit means the days it names, no more: a bare day has no beginning, an impossible one no end."""

from __future__ import annotations

import pytest

from luocdo.loaders.tasks.deadlines import read_deadline
from luocdo.loaders.tasks.prose_deadlines import find_deadlines
from luocdo.loaders.text.page import Page, Span

CELLS = [
    ("20/02/2025", ("date", None, "2025-02-20", False)),  # a bare day
    ("ngày 30 tháng 11 năm 2025", ("date", None, "2025-11-30", False)),  # in words
    ("trước ngày 15/11/2025", ("date", None, "2025-11-15", True)),  # the day itself is excluded
    ("6/2025", ("month", "2025-06-01", "2025-06-30", False)),
    ("Tháng 02/2028", ("month", "2028-02-01", "2028-02-29", False)),  # a leap year
    ("Quý IV/2025", ("quarter", "2025-10-01", "2025-12-31", False)),
    ("Quý I năm 2026", ("quarter", "2026-01-01", "2026-03-31", False)),
    ("Q4/2026", ("quarter", "2026-10-01", "2026-12-31", False)),
    ("Quý II - Quý IV/2025", ("period", "2025-04-01", "2025-12-31", False)),
    ("2026", ("year", "2026-01-01", "2026-12-31", False)),
    ("Năm 2022 - 2025", ("period", "2022-01-01", "2025-12-31", False)),
    ("Giai đoạn 2025-2027", ("period", "2025-01-01", "2027-12-31", False)),
    ("từ năm 2026", ("period", "2026-01-01", None, False)),  # a start only
    ("Năm 2026 và những năm tiếp theo", ("period", "2026-01-01", None, False)),
    ("Hằng năm", ("recurring", None, None, False)),
    ("Định kỳ", ("recurring", None, None, False)),
    ("Thường xuyên", ("ongoing", None, None, False)),
    ("Trong quá trình tổ chức thực hiện", ("ongoing", None, None, False)),
    ("Sau khi Luật được ban hành", ("conditional", None, None, False)),
    ("trước ngày 30 tháng 02 năm 2025", ("invalid", None, None, True)),  # no such day
    ("13/2025", ("invalid", None, None, False)),  # no such month
    ("Tháng 10-12/2025", ("period", "2025-10-01", "2025-12-31", False)),  # no day in October
    ("Từ tháng 01/2026 đến tháng 6/2026", ("period", "2026-01-01", "2026-06-30", False)),
    ("10/2025 - 3/2026", ("period", "2025-10-01", "2026-03-31", False)),
    ("Từ ngày 01/10/2025 đến 31/12/2025", ("period", "2025-10-01", "2025-12-31", False)),
    ("Từ 15 đến 30/11/2025", ("period", "2025-11-15", "2025-11-30", False)),
    ("6 tháng cuối năm 2026", ("period", "2026-07-01", "2026-12-31", False)),
    ("9 tháng đầu năm 2026", ("period", "2026-01-01", "2026-09-30", False)),
    ("Quý I, II, III/2026", ("period", "2026-01-01", "2026-09-30", False)),
    ("Quý IV/2025; Quý I/2026", ("period", "2025-10-01", "2026-03-31", False)),
    ("Tháng 3,4,5/2026", ("period", "2026-03-01", "2026-05-31", False)),
    ("Từ quý II/2026", ("period", "2026-04-01", None, False)),
    ("Từ ngày 01/7/2026", ("period", "2026-07-01", None, False)),
    ("Sau 30 ngày kể từ ngày 15/3/2026", ("date", None, "2026-04-14", False)),
    ("10 ngày làm việc kể từ ngày 15/3/2026", ("conditional", None, None, False)),  # no calendar of holidays
    ("30 ngày sau ngày 15/3/2026", ("date", None, "2026-04-14", False)),
    ("Sau 30 ngày kể từ ngày ban hành", ("conditional", None, None, False)),
    ("Tuần 3 tháng 10/2025", ("month", "2025-10-01", "2025-10-31", False)),  # not the third of the month
    ("2027, 2028", ("period", "2027-01-01", "2028-12-31", False)),
    ("Trước tháng 7/2026", ("date", None, "2026-06-30", False)),  # over before July begins
    ("Trước năm 2030", ("date", None, "2029-12-31", False)),
    ("Tháng 3", ("conditional", None, None, False)),  # of a year that nothing names
    ("Quý IV/2025; hằng năm", ("quarter", "2025-10-01", "2025-12-31", False)),  # the dated one counts
]


@pytest.mark.parametrize(("words", "expected"), CELLS)
def test_a_cell_means_its_days(words: str, expected: tuple[str, str | None, str | None, bool]) -> None:
    page = Page.of("bảng.txt", words)
    found = read_deadline(page, [Span(0, len(page.flat))], "Phụ lục › 1", None)
    assert found is not None
    assert (found.kind, found.start_date, found.end_date, found.exclusive) == expected


@pytest.mark.parametrize(
    ("words", "end"), [("Tháng 3", "2026-03-31"), ("Quý IV", "2026-12-31"), ("30/11", "2026-11-30")]
)
def test_a_time_without_a_year_is_read_in_the_year_of_the_plan_and_marked(words: str, end: str) -> None:
    page = Page.of("bảng.txt", words)
    found = read_deadline(page, [Span(0, len(page.flat))], "1", None, year=2026)
    assert found is not None
    assert (found.end_date, found.text, found.evidence.reading) == (end, words, "inferred")


def test_an_empty_cell_is_no_deadline() -> None:
    assert read_deadline(Page.of("bảng.txt", " - "), [Span(0, 3)], "1", None) is None


def test_a_period_cut_by_a_page_is_one() -> None:
    page = Page.of("bảng.txt", "Năm 2023-\n\n7\n\n2024")
    found = read_deadline(page, [Span(0, 9), Span(14, 18)], "1", "Thời gian")
    assert found is not None
    assert (found.start_date, found.end_date) == ("2023-01-01", "2024-12-31")
    assert found.evidence.quote == "Năm 2023- … 2024"
    assert found.heading == "Thời gian"


def test_days_of_every_year_have_a_rule_each() -> None:
    page = Page.of("bảng.txt", "Trước ngày 10 tháng 6 và ngày 30 tháng 11 hàng năm")
    found = read_deadline(page, [Span(0, len(page.flat))], "1", None)
    assert found is not None
    assert found.recurrence == "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10\nFREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"


def test_prose_gives_limits_but_not_the_dates_of_documents() -> None:
    words = "Theo Quyết định số 1/QĐ-UBND ngày 05/01/2025, Sở Nội vụ báo cáo trước ngày 20/02/2025."
    page = Page.of("văn bản.txt", words)
    assert [one.text for one in find_deadlines(page, Span(0, len(words)), "1")] == ["trước ngày 20/02/2025"]
