"""Rules of quarters (quý): whole ones, spans and parts of them."""

from __future__ import annotations

from typing import Final

from luocdo.loaders.times.days import OPENS_SPAN
from luocdo.loaders.times.part_rules import part_of
from luocdo.loaders.times.rule import Rule
from luocdo.loaders.times.spans import span_of_quarters, third_of_quarter, whole
from luocdo.loaders.times.terminals import OPENS

QUARTER_RULES: Final = (
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
    part_of(
        "quarter",
        third_of_quarter,
        (
            ("cuối quý II/2026", "period 2026-06-01..2026-06-30"),
            ("đầu quý III năm 2026", "period 2026-07-01..2026-07-31"),
        ),
    ),
)
