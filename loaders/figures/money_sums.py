"""Sums of the money columns of a table (tổng, cộng): checked against the rows they add up,
reported, never mended.

A total speaks of all rows above it ("Tổng cộng"), of those of one group ("Cộng mục IV"), or, as
one number in a table of years, of all years together. Where rows of it have slipped out of their
columns, the check says so instead.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from luocdo.graph.records import Issue
from luocdo.graph.text import fold
from luocdo.loaders.figures.money_tables import (
    UNITS,
    MoneyUnit,
    amount,
    does_not_fit,
    money_unit,
    sums_told,
)
from luocdo.loaders.tables.draft import row_place
from luocdo.loaders.tables.grid import cell_text
from luocdo.loaders.tables.printed import TableRow
from luocdo.loaders.text.page import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.draft import DraftRow
    from luocdo.loaders.tables.printed import PrintedTable

_TOTAL = re.compile(r"(?:tong|cong)\b")
_GROUP = re.compile(r"cong (?:muc|phan|nhom) (?P<code>[ivxlc]+|[a-e]|\d+)")
_SPOKEN = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,3}(?:\.\d{3})+)\s+(?P<unit>tỷ|tỉ|triệu|nghìn|ngàn)\s+đồng"
)


def money_issues(
    context: ReadingContext, table: PrintedTable, rows: tuple[DraftRow, ...]
) -> Iterator[Issue]:
    """Report rows whose cells do not fit, sums that do not add up, and sums told elsewhere in
    another unit.
    """
    if all(column.role != "money" for column in table.columns.all):
        return
    for row in rows:
        yield from _contradicting_cells(context, table, row)
        for sub in row.subrows:
            if does_not_fit(context, sub):
                message = "Số tiền không khớp cột, không ghi nhận."
                yield _issue(context, "suspect_money", message, sub.span, row_place(table, row))
    for entry in table.entries:
        if isinstance(entry, TableRow) and _label(context, entry):
            yield from _other_units(context, table, entry)
            yield from _against_rows(context, table, entry, rows)


def _contradicting_cells(
    context: ReadingContext, table: PrintedTable, row: DraftRow
) -> Iterator[Issue]:
    """Report cells that tell one sum twice, in two units that do not agree."""
    for cell in _cells_of_money(table, row):
        words = cell_text(context.page, cell)
        if len(set(sums_told(words))) > 1:
            message = f"Một ô ghi hai số tiền khác nhau: {words}."
            yield _issue(context, "suspect_money", message, cell[0], row_place(table, row))


def _cells_of_money(table: PrintedTable, row: DraftRow) -> Iterator[tuple[Span, ...]]:
    for sub in row.subrows:
        for at, cell in sub.columns.items():
            if cell and table.columns.all[at].role == "money":
                yield cell


def is_total(context: ReadingContext, row: TableRow) -> bool:
    """Tell a row of totals: "Tổng cộng", "Cộng mục IV"."""
    return bool(_label(context, row))


def _label(context: ReadingContext, row: TableRow) -> str:
    """Return the folded words of a row of totals; nothing for any other row."""
    first = next((fold(context.page.text(cell)) for cell in row.cells if cell), "")
    return first if _TOTAL.match(first) else ""


def _against_rows(
    context: ReadingContext, table: PrintedTable, total: TableRow, rows: tuple[DraftRow, ...]
) -> Iterator[Issue]:
    """Compare one total with the rows it adds up, column by column."""
    printed = _money(context, table, {at: (cell,) for at, cell in enumerate(total.cells) if cell})
    meant = [row for row in rows if _adds_up(_label(context, total), row)]
    subs = [sub for row in meant for sub in row.subrows if sub.span.start < total.span.start]
    if not printed or not subs:
        return
    slipped = sum(does_not_fit(context, sub) for sub in subs)
    if slipped:
        message = f"Không đối chiếu được tổng với các dòng: {slipped} dòng lệch cột."
        yield _issue(context, "sum_unchecked", message, total.span)
        return
    added: dict[int, Decimal] = {}
    for sub in subs:
        for at, number in _money(context, table, sub.columns).items():
            added[at] = added.get(at, Decimal()) + number
    yield from _differences(context, table, total, printed, added)


def _differences(
    context: ReadingContext,
    table: PrintedTable,
    total: TableRow,
    printed: dict[int, Decimal],
    added: dict[int, Decimal],
) -> Iterator[Issue]:
    years = [at for at in added if table.columns.all[at].year]
    if len(printed) == 1 and len(years) > 1:  # one number for all years together
        told, together = next(iter(printed.values())), sum((added[at] for at in years), Decimal())
        if told not in (together, added.get(next(iter(printed)))):
            yield _mismatch(context, total, "các năm", told, together)
        return
    for at, number in printed.items():
        if at in added and added[at] != number:
            yield _mismatch(context, total, table.columns.all[at].heading, number, added[at])


def _mismatch(
    context: ReadingContext, total: TableRow, what: str, told: Decimal, added: Decimal
) -> Issue:
    message = f"{what}: tổng in là {told}, cộng các dòng được {added}."
    return _issue(context, "sum_mismatch", message, total.span)


def _adds_up(label: str, row: DraftRow) -> bool:
    """Return whether a total counts ``row``: one of a group counts the rows under its heading."""
    group = _GROUP.fullmatch(label)
    return group is None or any(fold(section.code) == group["code"] for section in row.sections)


def _money(
    context: ReadingContext, table: PrintedTable, cells: dict[int, tuple[Span, ...]]
) -> dict[int, Decimal]:
    found = {
        at: amount(cell_text(context.page, cell))
        for at, cell in cells.items()
        if table.columns.all[at].role == "money"
    }
    return {at: number for at, number in found.items() if number is not None}


def _other_units(context: ReadingContext, table: PrintedTable, row: TableRow) -> Iterator[Issue]:
    """Report a total that the text tells in another unit than the table ("248.540 tỷ đồng", "ĐVT:
    triệu đồng").
    """
    unit = money_unit(context, table)
    for told in _told_otherwise(context, row, unit):
        message = (
            f"Bảng ghi {told['number']} {unit.name if unit else ''}, chỗ khác ghi"
            f" {' '.join(told[0].split())}."
        )
        yield _issue(context, "suspect_money", message, Span(told.start(), told.end()))


def told_otherwise(context: ReadingContext, table: PrintedTable) -> Iterator[re.Match[str]]:
    """Yield where the text tells a total of the table in another unit."""
    unit = money_unit(context, table)
    for row in table.entries:
        if isinstance(row, TableRow) and is_total(context, row):
            yield from _told_otherwise(context, row, unit)


def _told_otherwise(
    context: ReadingContext, row: TableRow, unit: MoneyUnit | None
) -> Iterator[re.Match[str]]:
    if unit is None:
        return
    totals = {context.page.text(cell) for cell in row.cells if cell}
    for told in _spoken(context.page.flat, context.part.span):
        if told["number"] in totals and UNITS[fold(told["unit"])] != unit.factor:
            yield told


@lru_cache(maxsize=2)
def _spoken(flat: str, span: Span) -> tuple[re.Match[str], ...]:
    """Return the sums that the text of a document tells in words ("248.540 tỷ đồng")."""
    return tuple(_SPOKEN.finditer(flat, span.start, span.end))


def _issue(context: ReadingContext, kind: str, message: str, span: Span, place: str = "") -> Issue:
    quote = context.page.normal.quote(span.start, span.end)[:200].strip()
    start = context.page.normal.raw_start(span.start)
    return Issue(kind=kind, message=message, place=place, quote=quote, from_char=start)
