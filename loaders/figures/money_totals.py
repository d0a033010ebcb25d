"""Totals of an annex (tổng cộng, cộng mục): held as sums of the document, as printed; where two
units contradict, none converts.

The figures that a table and the text tell in two units ("248.540 tỷ đồng" beside "ĐVT: triệu
đồng") keep their print and their unit; no amount in đồng is made of either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.records import AllocationRecord
from luocdo.loaders.figures.money_sums import is_total, told_otherwise
from luocdo.loaders.figures.money_tables import MoneyUnit, cell_sum, money_unit
from luocdo.loaders.tables.grid import cell_text
from luocdo.loaders.tables.printed import TableRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.graph.records import TaskRecord
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.printed import PrintedTable


def read_totals(context: ReadingContext, table: PrintedTable) -> Iterator[AllocationRecord]:
    """Yield the sums of the rows of totals, one for each column of money that holds a number."""
    unit = money_unit(context, table)
    for row in table.entries:
        if not isinstance(row, TableRow) or not is_total(context, row):
            continue
        yield from _totals(context, table, row, unit)


def _totals(
    context: ReadingContext, table: PrintedTable, row: TableRow, unit: MoneyUnit | None
) -> Iterator[AllocationRecord]:
    name = next((context.page.text(cell) for cell in row.cells if cell), "")
    place = f"{table.label} › {name}" if table.label else name
    money = [
        (column, cell, read)
        for column, cell in zip(table.columns.all, row.cells, strict=False)
        if column.role == "money"
        and cell
        and (read := cell_sum(cell_text(context.page, (cell,)), unit)) is not None
    ]
    years = sum(column.role == "money" and column.year is not None for column in table.columns.all)
    for column, cell, read in money:
        yield AllocationRecord(
            text=cell_text(context.page, (cell,)),
            evidence=context.page.evidence(place, cell),
            place=place,
            amount=read.amount,
            unit=read.unit,
            year=None
            if len(money) == 1 < years
            else column.year,  # one number for all years together
        )


def contradicted(context: ReadingContext, table: PrintedTable) -> frozenset[str]:
    """Return the numbers that the table and the text tell in two units."""
    return frozenset(told["number"] for told in told_otherwise(context, table))


def unconverted(task: TaskRecord) -> TaskRecord:
    """Return ``task`` with its sums as printed, without amounts."""
    parts = tuple(unconverted(part) for part in task.parts)
    return msgspec.structs.replace(
        task, parts=parts, allocations=tuple(map(as_printed, task.allocations))
    )


def as_printed(sum_: AllocationRecord) -> AllocationRecord:
    """Return a sum without its amount, its parts too."""
    return msgspec.structs.replace(sum_, amount=None, parts=tuple(map(as_printed, sum_.parts)))


def settled(
    sums: Iterable[AllocationRecord], numbers: frozenset[str]
) -> tuple[AllocationRecord, ...]:
    """Return the sums of the text; one of ``numbers`` converts nothing, nor do its parts."""
    return tuple(as_printed(one) if _number(one) in numbers else one for one in sums)


def _number(sum_: AllocationRecord) -> str:
    return (sum_.evidence.as_printed or "").split(" ", maxsplit=1)[0]
