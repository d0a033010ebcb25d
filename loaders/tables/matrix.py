"""Tables that cross units with months (ma trận đơn vị × tháng): a row for each unit, its works in
the cells below the months.

Such a table has a column of those who lead and none of works; every cell below a month is a task
of the unit of its row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.loaders.tables.draft import DraftRow, SubRow
from luocdo.loaders.tables.parties import CROSS
from luocdo.loaders.tables.placing import CODE
from luocdo.loaders.tables.printed import TableLine
from luocdo.loaders.tables.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.tables.draft import Pieces
    from luocdo.loaders.tables.headings import Role
    from luocdo.loaders.tables.printed import PrintedTable, TableRow
    from luocdo.loaders.text.page import Page, Span


def matrix_rows(page: Page, table: PrintedTable) -> Iterator[DraftRow]:
    """Yield a row for each work that stands below a month."""
    sections, lead = Sections(), table.columns.first("lead") or 0
    for entry in table.entries:
        if isinstance(entry, TableLine):
            continue
        if entry.whole_width:
            title = next(cell for cell in entry.cells if cell)
            sections.wide(title, page.text(title))
            continue
        for at, work in _works(page, table, entry):
            cells: dict[Role, Pieces] = {"lead": (entry.cells[lead],)} if entry.cells[lead] else {}
            sub = SubRow(cells, work, (work,), columns={at: (work,)}, certain=entry.certain)
            yield DraftRow(_code(page, table, entry), sections.trail(), (work,), (), (), [sub])


def _works(page: Page, table: PrintedTable, row: TableRow) -> Iterator[tuple[int, Span]]:
    for at, column in enumerate(table.columns.all):
        cell = row.cells[at]
        if column.months and cell and not CROSS.fullmatch(page.text(cell)):
            yield at, cell


def _code(page: Page, table: PrintedTable, row: TableRow) -> str | None:
    at = table.columns.first("code")
    printed = "" if at is None else page.text(row.cells[at])
    return printed.rstrip(".)") if CODE.fullmatch(printed) else None
