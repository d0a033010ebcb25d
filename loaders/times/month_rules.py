"""Rules of months (tháng): whole ones, spans, parts and lists of them."""

from __future__ import annotations

from typing import Final

from luocdo.loaders.times.days import COMING, OPENS_SPAN, STARTS, TOLD
from luocdo.loaders.times.part_rules import part_of
from luocdo.loaders.times.rule import CELL_ONLY, Rule
from luocdo.loaders.times.spans import (
    from_month_or_quarter,
    half_of_month,
    listed_months,
    span_of_months,
    third_of_month,
    whole,
)
from luocdo.loaders.times.terminals import OPENS

MONTH_RULES: Final = (
    Rule(
        name="month",
        pattern=r"(?:{by})?(?:tuan (?:(?:thu )?[1-5]|dau|cuoi)(?:~,| cua)? )?{month}",
        make=whole("month", 1),
        first="tuan",
        prose=OPENS,
        must=(
            ("Tháng 02/2028", "month 2028-02-01..2028-02-29"),
            ("6/2025", "month 2025-06-01..2025-06-30"),
            ("vào tháng 9 năm 2026", "month 2026-09-01..2026-09-30"),
            ("xong trong tháng 12/2025", "month 2025-12-01..2025-12-31"),
            ("Tuần 3 tháng 10/2025", "month 2025-10-01..2025-10-31"),
            ("Trước tháng 7/2026", "date ..2026-06-30"),
            ("trước ngày tháng 7/2026", "date ..2026-06-30"),
            ("Tháng 3", "month 2026-03-01..2026-03-31 inferred"),
            ("13/2025", "invalid"),
            ("T6/2026", "month 2026-06-01..2026-06-30"),
        ),
        must_not=("báo cáo tháng 11/2025", "trong 6 tháng tới"),
    ),
    Rule(
        name="span of months",
        pattern=(
            r"(?:{by})?(?:(?:bat dau )?tu~)?(?:cac )?(?:{month}|(?:thang"
            r" )?(?<![\d/.,])(?P<first>\d{1,2}))"
            r"(?:~,~(?:thang )?\d{1,2}(?![\d/])){0,10}(?:{to}|{and})(?:het )?{month}"
        ),
        make=span_of_months,
        first="tu bat cac",
        prose=OPENS_SPAN,
        must=(
            ("Từ tháng 01/2026 đến tháng 6/2026", "period 2026-01-01..2026-06-30"),
            ("từ tháng 4 đến tháng 6 năm 2026", "period 2026-04-01..2026-06-30"),
            ("từ tháng 10 đến hết tháng 3/2026", "period 2025-10-01..2026-03-31"),
            ("10/2025 - 3/2026", "period 2025-10-01..2026-03-31"),
            ("Tháng 10-12/2025", "period 2025-10-01..2025-12-31"),
            ("Tháng 3,4,5/2026", "period 2026-03-01..2026-05-31"),
            ("trong tháng 7 và tháng 8/2026", "period 2026-07-01..2026-08-31"),
            ("tháng 5 - tháng 6", "period 2026-05-01..2026-06-30 inferred"),
        ),
        must_not=("báo cáo tháng 4 và tháng 5/2026",),
    ),
    Rule(
        name="from a month",
        pattern=(
            r"{since} (?:{month}|{quarter})(?: tro"
            r" di)?"
            r"(?!{to}(?:\d|ngay|thang|quy|nam))"
        ),
        make=from_month_or_quarter,
        first="tu ke bat trien thuc",
        prose=STARTS,
        not_behind=TOLD,
        ahead=COMING,
        must=(
            ("Từ quý II/2026", "period 2026-04-01.."),
            ("Bắt đầu từ tháng 9 năm 2026", "period 2026-09-01.."),
            ("từ tháng 5", "period 2026-05-01.. inferred"),
            ("Từ tháng 11/2025 đến khi kết thúc kiểm kê", "period 2025-11-01.."),
        ),
    ),
    part_of(
        "month",
        third_of_month,
        (
            ("vào cuối tháng 8/2026", "period 2026-08-21..2026-08-31"),
            ("đầu tháng 6", "period 2026-06-01..2026-06-10 inferred"),
            ("trung tuần tháng 10 năm 2026", "period 2026-10-11..2026-10-20"),
        ),
    ),
    Rule(
        name="half of a month",
        pattern=r"(?:{by})?nua (?P<half>dau|cuoi|sau)(?: cua)? {month}",
        make=half_of_month,
        first="nua",
        prose=OPENS,
        must=(
            ("trong nửa đầu tháng 9/2026", "period 2026-09-01..2026-09-15"),
            ("nửa cuối tháng 4", "period 2026-04-16..2026-04-30 inferred"),
        ),
    ),
    Rule(
        name="months in a list",
        pattern=r"(?:cac )?thang (?P<list>\d{1,2}(?:{and}\d{1,2}){1,11})(?![\d/]|~(?:/|nam|-))",
        make=listed_months,
        first="cac",
        prose=CELL_ONLY,
        must=(("Tháng 6, 12", "period 2026-06-01..2026-12-31 inferred"),),
    ),
)
