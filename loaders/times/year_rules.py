"""Rules of years and periods (năm, giai đoạn), and of spans whose ends differ in size."""

from __future__ import annotations

from typing import Final

from luocdo.loaders.times.days import OPENS_SPAN, PAST
from luocdo.loaders.times.part_rules import part_of
from luocdo.loaders.times.rule import CELL_ONLY, Rule
from luocdo.loaders.times.spans import (
    after_year,
    mixed,
    months_of_year,
    onwards,
    part_of_year,
    plan_year,
    school_year,
    whole_year,
    whole_years,
)
from luocdo.loaders.times.terminals import OPENS

# "đến năm 2030" is a goal, "vào năm 2025" tells; "hoàn thành vào năm 2026" is a limit.
_OPENS_YEAR = rf"(?!(?:den|vao) (?:nam )?20\d\d){OPENS}"

YEAR_RULES: Final = (
    part_of(
        "year",
        part_of_year,
        (
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
            r"(?:{by})?(?:{since} )?(?:giai doan"
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
        pattern=r"{since} {year}",
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
