"""Money columns of a table of tasks (kinh phí): one allocation for each year, sums checked, nothing mended.

Numbers are Vietnamese: 1.125 is one thousand one hundred and twenty-five, 1,5 is one and a half. The unit stands above
the table ("ĐVT: triệu đồng") or in the heading; without it an amount keeps its print and has no number. A row whose cells
do not fit the columns gives no amounts, only an issue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from luocdo.graph.records import AllocationRecord, Issue
from luocdo.graph.text import fold
from luocdo.loaders.tables.draft import row_place
from luocdo.loaders.tables.grid import cell_text
from luocdo.loaders.tables.tables import TableRow, annex_at
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.draft import DraftRow, SubRow
    from luocdo.loaders.tables.tables import PrintedTable

_UNITS = {"": 1, "nghin": 10**3, "ngan": 10**3, "1.000": 10**3, "trieu": 10**6, "ty": 10**9, "ti": 10**9}
_UNIT = re.compile(
    r"(?i)(?:đvt|đơn\s+vị(?:\s+tính)?)\s*:?\s*(?P<unit>tỷ|tỉ|triệu|nghìn|ngàn|1\.000|)\s*đồng"
    r"|\((?P<within>tỷ|tỉ|triệu|nghìn|ngàn)\s+đồng\)",
)
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?|\d+(?:,\d+)?")
_SHIFTED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{3}")
_SPOKEN = re.compile(r"(?<![\d.,])(?P<number>\d{1,3}(?:\.\d{3})+)\s+(?P<unit>tỷ|tỉ|triệu|nghìn|ngàn)\s+đồng")
_TOTAL = re.compile(r"(?:tong|cong)\b")
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
    return MoneyUnit(_UNITS[fold(name) if name != "1.000" else name], f"{name} đồng".strip())


def amount(text: str) -> Decimal | None:
    """Read a Vietnamese number: "2.290" is 2290, "1,5" one and a half."""
    return Decimal(text.replace(".", "").replace(",", ".")) if _AMOUNT.fullmatch(text) else None


def is_amount(text: str) -> bool:
    """Tell whether a cell can only hold an amount: "4.000", "500"; "2025" may be a year."""
    return _SHIFTED.fullmatch(text) is not None


def read_allocations(
    context: ReadingContext,
    table: PrintedTable,
    sub: SubRow,
    place: str,
) -> tuple[AllocationRecord, ...]:
    """Return the money of one assignment; a column for the sum holds those of the years as its parts."""
    if not any(column.role == "money" for column in table.columns.all) or _does_not_fit(context, sub):
        return ()
    unit = money_unit(context, table)
    sums: list[AllocationRecord] = []
    years: list[AllocationRecord] = []
    for at, column in enumerate(table.columns.all):
        cell = sub.columns.get(at)
        if column.role == "money" and cell and amount(cell_text(context.page, cell)) is not None:
            record = _allocation(context, cell, place, unit, column.year, cell_text(context.page, sub.get("sources")))
            (years if column.year else sums).append(record)
    if len(sums) == 1 and years:
        return (_with_parts(sums[0], tuple(years)),)
    return (*sums, *years)


def money_issues(context: ReadingContext, table: PrintedTable, rows: tuple[DraftRow, ...]) -> Iterator[Issue]:
    """Report rows whose cells do not fit, sums that do not add up, and sums told elsewhere in another unit."""
    if all(column.role != "money" for column in table.columns.all):
        return
    for row in rows:
        for sub in row.subrows:
            if _does_not_fit(context, sub):
                message = "Số tiền không khớp cột, không ghi nhận."
                yield _issue(context, "suspect_money", message, sub.span, row_place(table, row))
    fits = not any(_does_not_fit(context, sub) for row in rows for sub in row.subrows)
    for entry in table.entries:
        if isinstance(entry, TableRow) and _is_total(context, entry):
            yield from _other_units(context, table, entry)
    yield from _sums(context, table, rows) if fits else ()


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
        year=year,
        sources=sources or None,
    )


def _with_parts(whole: AllocationRecord, parts: tuple[AllocationRecord, ...]) -> AllocationRecord:
    return AllocationRecord(
        text=whole.text,
        evidence=whole.evidence,
        place=whole.place,
        amount=whole.amount,
        sources=whole.sources,
        parts=parts,
    )


def _does_not_fit(context: ReadingContext, sub: SubRow) -> bool:
    """Tell whether a row has more cells than columns, or an amount where the time should stand."""
    return sub.surplus or is_amount(cell_text(context.page, sub.get("deadline")))


def _is_total(context: ReadingContext, row: TableRow) -> bool:
    first = next((context.page.text(cell) for cell in row.cells if cell), "")
    return _TOTAL.match(fold(first)) is not None


def _money(context: ReadingContext, table: PrintedTable, cells: dict[int, tuple[Span, ...]]) -> dict[int, Decimal]:
    found = {
        at: amount(cell_text(context.page, cell)) for at, cell in cells.items() if table.columns.all[at].role == "money"
    }
    return {at: number for at, number in found.items() if number is not None}


def _sums(context: ReadingContext, table: PrintedTable, rows: tuple[DraftRow, ...]) -> Iterator[Issue]:
    """Compare the last total with the sum of all rows, column by column."""
    totals = [entry for entry in table.entries if isinstance(entry, TableRow) and _is_total(context, entry)]
    if not totals:
        return
    printed = _money(context, table, {at: (cell,) for at, cell in enumerate(totals[-1].cells) if cell})
    added: dict[int, Decimal] = {}
    for sub in (sub for row in rows for sub in row.subrows):
        for at, number in _money(context, table, sub.columns).items():
            added[at] = added.get(at, Decimal()) + number
    for at, number in printed.items():
        if at in added and added[at] != number:
            heading = table.columns.all[at].heading
            message = f"{heading}: tổng in là {number}, cộng các dòng được {added[at]}."
            yield _issue(context, "sum_mismatch", message, totals[-1].span)


def _other_units(context: ReadingContext, table: PrintedTable, row: TableRow) -> Iterator[Issue]:
    """Report a total that the text tells in another unit than the table ("248.540 tỷ đồng", "ĐVT: triệu đồng")."""
    unit = money_unit(context, table)
    if unit is None:
        return
    totals = {context.page.text(cell) for cell in row.cells if cell}
    span = context.part.span
    for told in _SPOKEN.finditer(context.page.flat, span.start, span.end):
        if told.group("number") in totals and _UNITS[fold(told.group("unit"))] != unit.factor:
            message = f"Bảng ghi {told.group('number')} {unit.name}, chỗ khác ghi {' '.join(told.group().split())}."
            yield _issue(context, "suspect_money", message, Span(told.start(), told.end()))


def _issue(context: ReadingContext, kind: str, message: str, span: Span, place: str = "") -> Issue:
    quote = context.page.normal.quote(span.start, span.end)[:200].strip()
    start = context.page.normal.raw_start(span.start)
    return Issue(kind=kind, message=message, place=place, quote=quote, from_char=start)
