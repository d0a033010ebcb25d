"""Money columns of a table of tasks (kinh phí): one allocation for each year or source, nothing
mended.

Numbers are Vietnamese: 1.125 is one thousand one hundred and twenty-five, 1,5 is one and a half.
The unit stands above the table ("ĐVT: triệu đồng") or in the heading; without it an amount keeps
its print and has no number. A row whose cells do not fit the columns gives no amounts, only an
issue (`money_sums`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.records import AllocationRecord
from luocdo.graph.text import fold
from luocdo.loaders.tables.grid import cell_text
from luocdo.loaders.tables.headings import SOURCE, Column
from luocdo.loaders.tables.printed import annex_at

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.draft import SubRow
    from luocdo.loaders.tables.printed import PrintedTable
    from luocdo.loaders.text.page import Span

UNITS = {
    "": 1,
    "nghin": 10**3,
    "ngan": 10**3,
    "1.000": 10**3,
    "trieu": 10**6,
    "ty": 10**9,
    "ti": 10**9,
}
_UNIT = re.compile(
    r"(?i)(?:đvt|đơn\s+vị(?:\s+tính)?)\s*:?\s*(?P<unit>tỷ|tỉ|triệu|nghìn|ngàn|1\.000|)\s*đồng"
    r"|\((?P<within>tỷ|tỉ|triệu|nghìn|ngàn)\s+đồng\)",
)
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?")
_SHIFTED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{3}")
_SOURCE = re.compile(SOURCE)
_FARTHEST = 600


@dataclass(frozen=True, slots=True)
class MoneyUnit:
    """The unit of a table: ``factor`` đồng, its name as printed."""

    factor: int
    name: str


def money_unit(context: ReadingContext, table: PrintedTable) -> MoneyUnit | None:
    """Read the unit above the table or in its heading."""
    annex = annex_at(context.part, table.heading.start)
    start = max(annex.span.start if annex else 0, table.heading.start - _FARTHEST)
    found = list(_UNIT.finditer(context.page.flat, start, table.heading.end + _FARTHEST // 4))
    if not found:
        return None
    name = (found[-1].group("unit") or found[-1].group("within") or "").strip()
    return MoneyUnit(UNITS[fold(name) if name != "1.000" else name], f"{name} đồng".strip())


def amount(text: str) -> Decimal | None:
    """Read a Vietnamese number: "2.290" is 2290, "1,5" one and a half."""
    return Decimal(text.replace(".", "").replace(",", ".")) if _AMOUNT.fullmatch(text) else None


def is_amount(text: str) -> bool:
    """Return whether a cell can only hold an amount: "4.000", "500"; "2025" may be a year."""
    return _SHIFTED.fullmatch(text) is not None


def read_allocations(
    context: ReadingContext,
    table: PrintedTable,
    sub: SubRow,
    place: str,
) -> tuple[AllocationRecord, ...]:
    """Return the money of one assignment; a column for the sum holds those of the years as its
    parts.
    """
    if not any(column.role == "money" for column in table.columns.all) or does_not_fit(
        context, sub
    ):
        return ()
    unit = money_unit(context, table)
    whole: list[AllocationRecord] = []
    parts: list[AllocationRecord] = []
    for at, column in enumerate(table.columns.all):
        cell = sub.columns.get(at)
        if column.role != "money" or not cell or amount(cell_text(context.page, cell)) is None:
            continue
        whose = _source_of(column)
        sources = whose or cell_text(context.page, sub.get("sources"))
        record = _allocation(context, cell, place, unit, column.year, sources)
        (parts if column.year or whose else whole).append(record)
    if len(whole) == 1 and parts:
        return (_with_parts(whole[0], tuple(parts)),)
    return (*whole, *parts)


def _source_of(column: Column) -> str | None:
    """Return whose money a column holds, as its heading prints it below the heading
    that spans it.
    """
    words = column.heading.split()
    for start in range(len(words)):
        name = " ".join(words[start:])
        if _SOURCE.fullmatch(fold(name)):
            return name
    return None


def _allocation(
    context: ReadingContext,
    cell: tuple[Span, ...],
    place: str,
    unit: MoneyUnit | None,
    year: int | None,
    sources: str,
) -> AllocationRecord:
    text = cell_text(context.page, cell)
    number = amount(text)
    return AllocationRecord(
        text=text,
        evidence=context.page.evidence(place, *cell),
        place=place,
        amount=int(number * unit.factor) if number is not None and unit is not None else None,
        unit=unit.name if unit else None,
        year=year,
        sources=sources or None,
    )


def _with_parts(whole: AllocationRecord, parts: tuple[AllocationRecord, ...]) -> AllocationRecord:
    return msgspec.structs.replace(whole, parts=parts)


def does_not_fit(context: ReadingContext, sub: SubRow) -> bool:
    """Return whether a row has more cells than columns, or an amount where the time
    should stand.
    """
    return sub.surplus or is_amount(cell_text(context.page, sub.get("deadline")))
