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
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from luocdo.graph.records import AllocationRecord
from luocdo.graph.text import fold
from luocdo.loaders.figures.money import SUM, amount_of
from luocdo.loaders.tables.grid import cell_text
from luocdo.loaders.tables.headings import SOURCE, Column
from luocdo.loaders.tables.printed import annex_at
from luocdo.loaders.text.bare import bare

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
_FARTHEST = 600


@dataclass(frozen=True, slots=True)
class MoneyUnit:
    """The unit of a table: ``factor`` đồng, its name as printed."""

    factor: int
    name: str


class CellSum(NamedTuple):
    """The sum of a cell: its ``amount`` in đồng where it converts, its ``unit`` as printed."""

    amount: int | None
    unit: str | None


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


def cell_sum(text: str, unit: MoneyUnit | None) -> CellSum | None:
    """Read a cell of money: a number counts in the table's ``unit``, "200 triệu đồng" in its own.

    Two sums that contradict ("1.500 triệu đồng (15 tỷ đồng)"), a range, figures beside the sum:
    nothing is converted. None where the cell names no sum.
    """
    number = amount(text)
    if number is not None:
        return CellSum(int(number * unit.factor), unit.name) if unit else CellSum(None, None)
    spelt, hits = _spelt(text)
    if not hits:
        return None
    left = SUM.sub("", bare(spelt))
    told = set(sums_told(text))
    sure = len(told) == 1 and not any(letter.isdigit() for letter in left)
    return CellSum(told.pop() if sure else None, spelt[hits[0].start("unit") : hits[0].end()])


def sums_told(text: str) -> list[int]:
    """Return the đồng of each sum that a cell tells with its own unit."""
    return [amount_of(hit) for hit in _spelt(text)[1]]


def _spelt(text: str) -> tuple[str, list[re.Match[str]]]:
    """Return a cell with its "đồng" ("15 tỷ" lacks it), and the sums in it that have a unit."""
    if "đồng" in text.lower():
        return text, list(SUM.finditer(bare(text)))
    spelt = f"{text} đồng"
    return spelt, [hit for hit in SUM.finditer(bare(spelt)) if hit["unit"]]


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
        if column.role != "money" or not cell:
            continue
        if (read := cell_sum(cell_text(context.page, cell), unit)) is None:
            continue
        whose = _source_of(column)
        sources = whose or cell_text(context.page, sub.get("sources"))
        record = _allocation(context, cell, place, read, column.year, sources)
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
        if SOURCE.search(fold(name)):
            return name
    return None


def _allocation(
    context: ReadingContext,
    cell: tuple[Span, ...],
    place: str,
    read: CellSum,
    year: int | None,
    sources: str,
) -> AllocationRecord:
    return AllocationRecord(
        text=cell_text(context.page, cell),
        evidence=context.page.evidence(place, *cell),
        place=place,
        amount=read.amount,
        unit=read.unit,
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
