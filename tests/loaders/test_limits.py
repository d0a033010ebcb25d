"""A time limit means the days it names, no more: a bare day has no beginning, an impossible one no
end.
"""

from __future__ import annotations

import pytest

from luocdo.graph.records import DeadlineRecord, HeaderRecord
from luocdo.graph.units.resolving import UnitContext
from luocdo.loaders.cell_limits import is_time, read_cell
from luocdo.loaders.context import ReadingContext
from luocdo.loaders.limits import behind_front_time, find_limits
from luocdo.loaders.reading import resolver
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.zones import Part
from luocdo.loaders.times.known_year import KnownYear

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
    (
        "10 ngày làm việc kể từ ngày 15/3/2026",
        ("date", None, "2026-03-27", False),
    ),  # Sundays and Saturdays left out
    ("30 ngày sau ngày 15/3/2026", ("date", None, "2026-04-14", False)),
    ("Sau 30 ngày kể từ ngày ban hành", ("conditional", None, None, False)),
    (
        "Tuần 3 tháng 10/2025",
        ("month", "2025-10-01", "2025-10-31", False),
    ),  # not the third of the month
    ("2027, 2028", ("period", "2027-01-01", "2028-12-31", False)),
    ("Trước tháng 7/2026", ("date", None, "2026-06-30", False)),  # over before July begins
    ("Trước năm 2030", ("date", None, "2029-12-31", False)),
    ("Tháng 3", ("conditional", None, None, False)),  # of a year that nothing names
    (
        "Quý IV/2025; hằng năm",
        ("quarter", "2025-10-01", "2025-12-31", False),
    ),  # the dated one counts
]


def _cell(words: str, known: KnownYear = KnownYear()) -> tuple[DeadlineRecord, ...]:  # noqa: B008 - frozen
    page = Page.of("bảng.txt", words)
    return read_cell(page, [Span(0, len(page.flat))], "Phụ lục › 1", None, known=known)


@pytest.mark.parametrize(("words", "expected"), CELLS)
def test_a_cell_means_its_days(
    words: str, expected: tuple[str, str | None, str | None, bool]
) -> None:
    (found,) = _cell(words)
    assert (found.kind, found.start_date, found.end_date, found.exclusive) == expected


@pytest.mark.parametrize(
    ("words", "end"),
    [("Tháng 3", "2026-03-31"), ("Quý IV", "2026-12-31"), ("30/11", "2026-11-30")],
)
def test_a_time_without_a_year_is_read_in_the_year_of_the_plan_and_marked(
    words: str, end: str
) -> None:
    (found,) = _cell(words, KnownYear(2026))
    assert (found.end_date, found.text, found.evidence.reading) == (end, words, "inferred")


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("30/11", "2025-11-30"),
        ("15/3", "2026-03-15"),
        ("Trước 15/3", "2026-03-15"),
        ("Tháng 1", "2026-01-31"),
    ],
)
def test_a_time_without_any_year_is_the_next_after_the_day_of_the_document(
    words: str, end: str
) -> None:
    (found,) = _cell(words, KnownYear(since="2025-11-18"))
    assert (found.end_date, found.evidence.reading) == (end, "inferred")


def test_a_day_without_a_year_in_a_plan_of_several_comes_back_every_year() -> None:
    (found,) = _cell("Trước ngày 15/12", KnownYear(since="2025-11-18", every=True))
    assert (found.kind, found.recurrence) == ("recurring", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15")


def test_several_dated_times_of_a_cell_are_several_limits_each_in_its_words() -> None:
    found = _cell(
        "Ban hành trong tháng 01/2026, kiểm tra xong trong tháng 6/2026 và báo cáo chậm nhất ngày 05/8/2026"
    )
    assert [(one.text, one.end_date) for one in found] == [
        ("Ban hành trong tháng 01/2026", "2026-01-31"),
        ("kiểm tra xong trong tháng 6/2026", "2026-06-30"),
        ("và báo cáo chậm nhất ngày 05/8/2026", "2026-08-05"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Theo Điều 17 Nghị định số 52/2015/NĐ-CP ngày 28/5/2015 của Chính phủ",
        "Theo các mốc tại Phương án số 718/PA-UBND ngày 14/11/2025",
        "Theo Kết luận ngày 05 tháng 3 năm 2026",
        "Sau khi Luật có hiệu lực từ ngày 01/7/2026",
        "Từ 8 giờ đến 11 giờ 30",
        "15 ngày kể từ ngày ký",
    ],
)
def test_days_of_documents_and_hours_are_conditions(words: str) -> None:
    (found,) = _cell(words, KnownYear(2026))
    assert (found.kind, found.end_date, found.text) == ("conditional", None, words)


def test_an_empty_cell_is_no_deadline() -> None:
    assert read_cell(Page.of("bảng.txt", " - "), [Span(0, 3)], "1", None) == ()


def test_a_period_cut_by_a_page_is_one() -> None:
    page = Page.of("bảng.txt", "Năm 2023-\n\n7\n\n2024")
    (found,) = read_cell(page, [Span(0, 9), Span(14, 18)], "1", "Thời gian")
    assert (found.start_date, found.end_date) == ("2023-01-01", "2024-12-31")
    assert found.evidence.quote == "Năm 2023- … 2024"
    assert found.heading == "Thời gian"


def test_days_of_every_year_have_a_rule_each() -> None:
    (found,) = _cell("Trước ngày 10 tháng 6 và ngày 30 tháng 11 hàng năm")
    assert (
        found.recurrence
        == "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10\nFREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"
    )


def test_a_time_is_told_from_a_unit_or_a_condition() -> None:
    assert is_time("Quý II")
    assert is_time("15/8")
    assert not is_time("Sở Tư pháp")
    assert not is_time("Sau khi được giao")


def _context(text: str, **header: str) -> ReadingContext:
    page, none = Page.of("văn bản.txt", text), Span(0, 0)
    part = Part(Span(0, len(text)), none, none, none, Span(0, len(text)), none)
    return ReadingContext(
        page, part, HeaderRecord(**header), resolver(), UnitContext(None, {}, None, "văn bản.txt")
    )


def _in_prose(
    text: str, sentence: str | None = None, **header: str
) -> list[tuple[str, str | None]]:
    context = _context(text, **header)
    start = text.index(sentence or text)
    found = find_limits(context, Span(start, start + len(sentence or text)), "1")
    return [(one.text, one.end_date or one.recurrence or one.kind) for one in found]


PROSE = [
    (
        "Theo Quyết định số 1/QĐ-UBND ngày 05/01/2025, Sở Nội vụ báo cáo trước ngày 20/02/2025.",
        [("trước ngày 20/02/2025", "2025-02-20")],
    ),
    (
        "Sở A trình kế hoạch trong tháng 3/2026, báo cáo kết quả chậm nhất ngày 15/12/2026.",
        [("trong tháng 3/2026", "2026-03-31"), ("chậm nhất ngày 15/12/2026", "2026-12-15")],
    ),
    (
        "Định kỳ hằng năm, Sở A tổng hợp, báo cáo trước ngày 15 tháng 12.",
        [("trước ngày 15 tháng 12", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15")],
    ),
    (
        "Sở A lập kế hoạch hằng năm của đơn vị, định kỳ hằng tháng cập nhật.",
        [("định kỳ hằng tháng", "FREQ=MONTHLY")],
    ),
    (  # what kind of work it is, no time beside the day
        "Sở A hoàn thành thí nghiệm định kỳ, bảo dưỡng máy bơm trước ngày 30/4/2026.",
        [("trước ngày 30/4/2026", "2026-04-30")],
    ),
    (
        "Định kỳ hằng quý báo cáo; hoàn thành trước ngày 15/12/2026.",
        [("Định kỳ hằng quý", "FREQ=MONTHLY;INTERVAL=3"), ("trước ngày 15/12/2026", "2026-12-15")],
    ),
    ("Sở A phấn đấu đến năm 2030 có 100 xã đạt chuẩn.", []),
    ("Sở A rà soát các hồ sơ phát sinh trước ngày 01/7/2026.", []),
]


@pytest.mark.parametrize(("text", "expected"), PROSE)
def test_a_sentence_gives_its_limits_and_no_other_days(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert _in_prose(text) == expected


def test_what_lies_before_the_document_is_no_limit_unless_it_is_said_as_one() -> None:
    assert _in_prose("Kết quả trong năm 2024 cho thấy Sở A rà soát.", date="2025-03-01") == []
    assert _in_prose("Sở A hoàn thành trước ngày 10/02/2025.", date="2025-03-01") != []


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" Hoàn thành trước ngày 30/6/2026.", [("trước ngày 30/6/2026", "2026-06-30")]),
        ("\nThời gian hoàn thành: Quý II/2026.", [("Quý II/2026", "2026-06-30")]),
        ("\n- Thời gian thực hiện: Thường xuyên", [("Thường xuyên", "ongoing")]),
        (" Sở B báo cáo trước ngày 30/6/2026.", []),  # another's
    ],
)
def test_the_next_sentence_may_give_the_limit(
    behind: str, expected: list[tuple[str, str]]
) -> None:
    sentence = "Sở A thẩm định hồ sơ."
    assert _in_prose(sentence + behind, sentence) == expected


def test_a_time_in_front_of_its_clause_counts_and_is_stepped_over() -> None:
    text = "a) Trước ngày 15 tháng 11 năm 2026, tổng hợp báo cáo của các đơn vị."
    assert _in_prose(text, "tổng hợp báo cáo của các đơn vị.") == [
        ("Trước ngày 15 tháng 11 năm 2026", "2026-11-15")
    ]
    start = text.index("Trước")
    assert behind_front_time(
        "a) Truoc ngay 15 thang 11 nam 2026, tong hop bao cao", start, 60
    ) == text.index("tổng")


def test_what_opens_a_list_gives_its_items_their_limit() -> None:
    text = "1. Sở A hoàn thành trước ngày 30/6/2026 các việc sau:\na) Rà soát hồ sơ.\nb) Lập danh mục trong tháng 3/2026."
    context = _context(text)
    opener = Span(3, text.index("a)"))

    def limits(words: str) -> list[tuple[str | None, str]]:
        start = text.index(words)
        found = find_limits(context, Span(start, start + len(words)), "1", (opener,))
        return [(one.end_date, one.evidence.reading) for one in found]

    assert limits("Rà soát hồ sơ.") == [("2026-06-30", "inherited")]
    assert limits("Lập danh mục trong tháng 3/2026.") == [("2026-03-31", "stated")]


@pytest.mark.parametrize(
    ("opener", "end"),
    [
        (
            "Trong tháng 3 năm 2026 đã xảy ra ba vụ cháy lớn. Yêu cầu Sở A làm các việc sau:",
            None,
        ),  # what has been
        ("Quý II/2026 lượng khách tăng mạnh. Để phục vụ tốt hơn, Sở A được giao:", None),
        ("Sở A hoàn thành trước ngày 30/6/2026. Cụ thể như sau:", "2026-06-30"),
        (
            "Dịch bệnh diễn ra trong tháng 3/2026. Sở A xong trong tháng 5/2026 các việc sau:",
            "2026-05-31",
        ),
    ],
)
def test_what_an_opener_tells_before_it_charges_limits_no_work(
    opener: str, end: str | None
) -> None:
    text = f"{opener}\na) Rà soát hồ sơ."
    context, start = _context(text), text.index("Rà soát")
    found = find_limits(context, Span(start, len(text)), "1", (Span(0, len(opener)),))
    assert [one.end_date for one in found] == ([end] if end else [])


def test_a_limit_whose_year_nothing_tells_waits_and_is_not_lost() -> None:
    assert _in_prose("Sở A báo cáo trước ngày 15/12.") == [("trước ngày 15/12", "conditional")]
