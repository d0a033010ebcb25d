"""Sums in prose are read as Vietnamese numbers; only clauses on funding grant money; what does not
add up is said.
"""

from __future__ import annotations

import pytest

from luocdo.graph.records import HeaderRecord
from luocdo.graph.units.resolving import UnitContext, UnitResolver
from luocdo.loaders.context import ReadingContext
from luocdo.loaders.figures.money import MoneyReading, read_money
from luocdo.loaders.text.clauses import read_clauses
from luocdo.loaders.text.page import Page, Span
from luocdo.loaders.text.zones import Part

EMPTY = Span(0, 0)


def money(body: str, nature: str = "administrative") -> MoneyReading:
    page = Page.of("kế hoạch.txt", body)
    whole = Span(0, len(page.flat))
    part = Part(whole, EMPTY, EMPTY, EMPTY, whole, EMPTY)
    header = HeaderRecord(nature=nature)  # type: ignore[arg-type]  # one of its four words
    context = ReadingContext(
        page, part, header, UnitResolver.load(), UnitContext(None, {}, None, None)
    )
    return read_money(context, read_clauses(page, whole))


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("248.540 tỷ đồng", 248_540 * 10**9),  # a stop parts thousands
        ("1,5 triệu đồng", 1_500_000),  # a comma parts the fraction
        ("2.290.000 đồng", 2_290_000),
        ("2 nghìn tỷ đồng", 2 * 10**12),
    ],
)
def test_numbers_are_vietnamese(printed: str, amount: int) -> None:
    (found,) = money(f"1. Kinh phí là {printed}.").allocations
    assert found.amount == amount


def test_a_year_is_no_sum() -> None:
    assert not money("1. Kinh phí của năm 2025.").allocations


def test_items_below_a_sum_are_its_parts() -> None:
    (whole,) = money(
        "1. Kinh phí là 10 tỷ đồng, gồm:\n- Trung ương: 6 tỷ đồng.\n- Tỉnh: 4 tỷ đồng."
    ).allocations
    assert (whole.amount, [part.amount for part in whole.parts]) == (
        10**10,
        [6 * 10**9, 4 * 10**9],
    )


def test_parts_that_do_not_add_up_are_reported() -> None:
    (issue,) = money(
        "1. Kinh phí là 10 tỷ đồng, gồm:\n- Trung ương: 6 tỷ đồng.\n- Tỉnh: 5 tỷ đồng."
    ).issues
    assert issue.kind == "sum_mismatch"


def test_hiring_is_no_tax() -> None:
    (whole,) = money(
        "1. Kinh phí là 2 tỷ đồng, gồm:\n- Thuê dịch vụ: 1 tỷ đồng.\n- Phát tài liệu: 1 tỷ đồng."
    ).allocations
    assert len(whole.parts) == len(("thuê", "phát"))


def test_a_range_has_no_one_amount() -> None:
    (found,) = money("1. Kinh phí khoảng 91 tỷ đồng - 97 tỷ đồng.").allocations
    assert found.amount is None


def test_thresholds_and_norms_grant_nothing() -> None:
    assert not money("1. Dự án dùng vốn từ 500 triệu đồng trở lên do tỉnh quyết định.").allocations
    assert not money("1. Kinh phí là 10 tỷ đồng.", nature="normative").allocations


def test_a_list_opened_by_a_line_of_its_own_holds_the_parts() -> None:
    (whole,) = money(
        "Tổng kinh phí: 9 tỷ đồng.\n\nTrong đó:\n\n+ Tỉnh: 6 tỷ đồng;\n\n+ Huyện: 3 tỷ đồng."
    ).allocations
    assert [part.amount for part in whole.parts] == [6 * 10**9, 3 * 10**9]


def test_a_sum_behind_the_list_is_no_part_of_it() -> None:
    first, second = money(
        "Kinh phí là 9 tỷ đồng, gồm:\n\n- Tỉnh: 9 tỷ đồng.\n\nNguồn vốn vay chuyển tiếp.\n\nKinh phí dự phòng: 1 tỷ đồng."
    ).allocations
    assert (len(first.parts), second.amount) == (1, 10**9)


def test_a_part_without_a_sum_is_told_beside_the_difference() -> None:
    (issue,) = money(
        "Kinh phí là 9 tỷ đồng, gồm:\n\n- Tỉnh: 6 tỷ đồng;\n\n- Xã hội hóa: vận động doanh nghiệp."
    ).issues
    assert issue.message.endswith("có mục không ghi số tiền")


def test_a_period_cut_by_the_page_stays_with_its_sum() -> None:
    (whole,) = money("Tổng nhu cầu kinh phí giai đoạn 2023-\n\n2025 là: 9 tỷ đồng.").allocations
    assert (whole.text, whole.unit) == (
        "Tổng nhu cầu kinh phí giai đoạn 2023- 2025 là: 9 tỷ đồng",
        "tỷ đồng",
    )


def test_each_list_belongs_to_the_sum_before_it() -> None:
    first, second = money(
        "1. Kinh phí năm 2026: 3 tỷ đồng. Trong đó:\n- Tỉnh: 2 tỷ đồng.\n- Huyện: 1 tỷ đồng.\n"
        "2. Kinh phí năm 2027: 9 tỷ đồng. Trong đó:\n- Tỉnh: 8 tỷ đồng.\n- Huyện: 1 tỷ đồng."
    ).allocations
    assert [len(one.parts) for one in (first, second)] == [2, 2]
