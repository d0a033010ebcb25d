"""Rules of months, quarters, halves, years and periods (tháng, quý, năm, giai đoạn)."""

from __future__ import annotations

from typing import Final

from luocdo.loaders.times.days import OPENS_SPAN, PAST, STARTS
from luocdo.loaders.times.pieces import OPENS
from luocdo.loaders.times.rule import CELL_ONLY, Rule
from luocdo.loaders.times.spans import (
    after_year,
    from_month_or_quarter,
    half_of_month,
    listed_months,
    mixed,
    months_of_year,
    onwards,
    part_of_year,
    plan_year,
    school_year,
    span_of_months,
    span_of_quarters,
    third_of_month,
    third_of_quarter,
    whole,
    whole_year,
    whole_years,
)

# "đến năm 2030" is a goal, "vào năm 2025" tells; "hoàn thành vào năm 2026" is a limit.
_OPENS_YEAR = rf"(?!(?:den|vao) (?:nam )?20\d\d){OPENS}"
_PART = r"(?P<part>dau|giua|cuoi|thuong tuan|trung tuan|ha tuan)"

SPAN_RULES: Final = (
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
            r"(?:(?:bat dau|trien khai|thuc hien) ){0,2}(?:ke )?tu (?:{month}|{quarter})(?: tro"
            r" di)?"
            r"(?!{to}(?:\d|ngay|thang|quy|nam))"
        ),
        make=from_month_or_quarter,
        first="tu ke bat trien thuc",
        prose=STARTS,
        must=(
            ("Từ quý II/2026", "period 2026-04-01.."),
            ("Bắt đầu từ tháng 9 năm 2026", "period 2026-09-01.."),
            ("từ tháng 5", "period 2026-05-01.. inferred"),
            ("Từ tháng 11/2025 đến khi kết thúc kiểm kê", "period 2025-11-01.."),
        ),
    ),
    Rule(
        name="part of a month",
        pattern=rf"(?:{{by}})?{_PART} {{month}}",
        make=third_of_month,
        first="dau giua cuoi thuong trung ha",
        prose=OPENS,
        must=(
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
    Rule(
        name="quarter",
        pattern=r"(?:{by})?{quarter}",
        make=whole("quarter", 3),
        first="quy q",
        prose=OPENS,
        must=(
            ("Quý IV/2025", "quarter 2025-10-01..2025-12-31"),
            ("Quý I năm 2026", "quarter 2026-01-01..2026-03-31"),
            ("Q4/2026", "quarter 2026-10-01..2026-12-31"),
            ("trong quý 3 năm 2026", "quarter 2026-07-01..2026-09-30"),
            ("Trước quý III/2026", "date ..2026-06-30"),
            ("Quý II", "quarter 2026-04-01..2026-06-30 inferred"),
        ),
        must_not=("kết quả quý I/2026", "quy 1"),
    ),
    Rule(
        name="span of quarters",
        pattern=(
            r"(?:{by})?(?:tu )?{quarter}(?:~,~(?:quy )?(?:IV|III|II|I|[1-4])(?![\w/])){0,3}"
            r"(?:{to}|{and})(?:het"
            r" )?(?:{quarter}|(?P<last>(?:IV|III|II|I|[1-4])~/~20\d\d(?![\d/])))"
        ),
        make=span_of_quarters,
        first="quy q tu",
        prose=OPENS_SPAN,
        must=(
            ("Quý II - Quý IV/2025", "period 2025-04-01..2025-12-31"),
            ("Quý IV/2025; Quý I/2026", "period 2025-10-01..2026-03-31"),
            ("từ quý I đến hết quý III năm 2026", "period 2026-01-01..2026-09-30"),
            ("Quý I + II/2026", "period 2026-01-01..2026-06-30"),
            ("Quý I, II, III/2026", "period 2026-01-01..2026-09-30"),
            ("Quý I và quý II", "period 2026-01-01..2026-06-30 inferred"),
        ),
    ),
    Rule(
        name="part of a quarter",
        pattern=rf"(?:{{by}})?{_PART} {{quarter}}",
        make=third_of_quarter,
        first="dau giua cuoi",
        prose=OPENS,
        must=(
            ("cuối quý II/2026", "period 2026-06-01..2026-06-30"),
            ("đầu quý III năm 2026", "period 2026-07-01..2026-07-31"),
        ),
    ),
    Rule(
        name="part of a year",
        pattern=rf"(?:{{by}})?{_PART} {{year}}",
        make=part_of_year,
        first="dau giua cuoi",
        prose=OPENS,
        must=(
            ("cuối năm 2026", "period 2026-10-01..2026-12-31 inferred"),
            ("vào đầu năm 2027", "period 2027-01-01..2027-03-31 inferred"),
            ("giữa năm 2026", "period 2026-04-01..2026-06-30 inferred"),
        ),
    ),
    Rule(
        name="months of a year",
        pattern=(
            r"(?:{by})?(?:(?:trong )?(?:(?P<months>0?[369]|sau|chin|ba) thang"
            r"|(?P<quarters>0?[123]|hai|ba) quy)|nua) (?P<half>dau|cuoi)"
            r"(?: cua)? (?:{year}|nam(?! (?:hoc|sau|tiep|ke)))"
        ),
        make=months_of_year,
        first="sau chin ba hai nua",
        prose=OPENS,
        must=(
            ("trong 6 tháng đầu năm 2026", "period 2026-01-01..2026-06-30"),
            ("6 tháng cuối năm 2026", "period 2026-07-01..2026-12-31"),
            ("9 tháng đầu năm 2026", "period 2026-01-01..2026-09-30"),
            ("trong sáu tháng cuối năm", "period 2026-07-01..2026-12-31 inferred"),
            ("trong 02 quý đầu năm 2026", "period 2026-01-01..2026-06-30"),
            ("nửa đầu năm 2027", "period 2027-01-01..2027-06-30"),
        ),
        must_not=("kết quả 6 tháng đầu năm 2026",),
    ),
    Rule(
        name="year",
        pattern=r"(?:{by})?{year}",
        make=whole_year,
        prose=_OPENS_YEAR,
        not_behind=rf"\bdoi voi [^,;.:]{{0,80}}|{PAST}",
        must=(
            ("2026", "year 2026-01-01..2026-12-31"),
            ("trong năm 2026", "year 2026-01-01..2026-12-31"),
            ("đến hết năm 2028", "year 2028-01-01..2028-12-31"),
            ("Trước năm 2030", "date ..2029-12-31"),
        ),
        must_not=(
            "đến năm 2030",
            "Kế hoạch năm 2026",
            "trong năm học",
            "đối với các nhiệm vụ triển khai trong năm 2026",
            "các vướng mắc được xử lý trong năm 2026",
        ),
    ),
    Rule(
        name="period",
        pattern=(
            r"(?:{by})?(?:tu )?(?:(?:ca )?giai doan |cac )?{year}(?:(?:{to}|{and}){year}){1,9}"
        ),
        make=whole_years,
        first="tu giai ca cac",
        prose=OPENS_SPAN,
        must=(
            ("Năm 2022 - 2025", "period 2022-01-01..2025-12-31"),
            ("Giai đoạn 2025-2027", "period 2025-01-01..2027-12-31"),
            ("trong giai đoạn 2026 - 2030", "period 2026-01-01..2030-12-31"),
            ("từ năm 2026 đến hết năm 2028", "period 2026-01-01..2028-12-31"),
            ("2027, 2028", "period 2027-01-01..2028-12-31"),
        ),
        must_not=("Chiến lược giai đoạn 2026-2030",),
    ),
    Rule(
        name="school year",
        pattern=r"(?:{by})?nam hoc {year}~-~{year}",
        make=school_year,
        first="nam",
        prose=OPENS,
        must=(("trong năm học 2025 - 2026", "period 2025-09-01..2026-05-31 inferred"),),
    ),
    Rule(
        name="year onwards",
        pattern=(
            r"(?:{by})?(?:(?:bat dau |trien khai |thuc hien ){0,2}(?:ke )?tu )?(?:giai doan"
            r" )?{year}(?:{to}{year})?"
            r"~,?~(?:(?:va )?(?:cho )?(?:cac|nhung) nam (?:tiep theo|sau|ke tiep|sau do)|tro di)"
        ),
        make=onwards,
        first="tu ke bat trien thuc giai",
        prose=OPENS_SPAN,
        must=(
            ("Năm 2026 và những năm tiếp theo", "period 2026-01-01.."),
            ("từ năm 2026 trở đi", "period 2026-01-01.."),
            ("Giai đoạn 2026-2030 và các năm tiếp theo", "period 2026-01-01.."),
        ),
    ),
    Rule(
        name="from a year",
        pattern=r"(?:(?:bat dau|trien khai|thuc hien) ){0,2}(?:ke )?tu {year}",
        make=onwards,
        first="tu ke bat trien thuc",
        prose=CELL_ONLY,
        must=(
            ("từ năm 2026", "period 2026-01-01.."),
            ("Bắt đầu triển khai từ năm 2026", "period 2026-01-01.."),
        ),
    ),
    Rule(
        name="after a year",
        pattern=r"sau {year}",
        make=after_year,
        first="sau",
        prose=CELL_ONLY,
        must=(("Sau năm 2030", "period 2031-01-01.."),),
    ),
    Rule(
        name="the year of the plan",
        pattern=r"(?<!\w\s)(?:trong|ca|ca trong) nam(?=~$|~[.;,])",
        make=plan_year,
        first="trong ca",
        prose=CELL_ONLY,
        must=(("Trong năm", "year 2026-01-01..2026-12-31 inferred"),),
    ),
    Rule(
        name="mixed span",
        pattern=(
            r"(?:(?:bat dau )?tu )(?P<since>{day}|{month}|{quarter}|{year})(?:{to})(?:het )?"
            r"(?P<till>{day}|{month}|{quarter}|{year})"
        ),
        make=mixed,
        first="tu bat",
        must=(
            ("từ ngày 15/8 đến hết tháng 10/2026", "period 2026-08-15..2026-10-31"),
            ("từ tháng 4/2026 đến ngày 30/6/2026", "period 2026-04-01..2026-06-30"),
            ("từ tháng 9/2025 đến hết năm 2027", "period 2025-09-01..2027-12-31"),
        ),
    ),
)
