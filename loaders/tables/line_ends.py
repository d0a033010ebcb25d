"""Rows that line ends within their cells have cut (dòng bị ngắt giữa ô), put together again: in
text that draws no table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.loaders.tables.cell_fit import UNITS
from luocdo.loaders.tables.cuts import (
    deadline_goes_on,
    deadline_is_open,
    goes_on,
    is_unfinished,
    units_go_on,
)
from luocdo.loaders.tables.placing import CODE
from luocdo.loaders.tables.printed import TableRow
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.tables.columns import Columns
    from luocdo.loaders.tables.grid import PrintedRow

_LONG = frozenset(
    {"text", "target", "product", "result", "group"}
)  # cells that may hold several paragraphs


def joined_row(
    page: Page, columns: Columns, above: TableRow, row: PrintedRow, texts: list[str]
) -> TableRow | None:
    """Return ``above`` with the cells of ``row``, which goes on within its last cell; ``printed``
    counts what has come so far.
    """
    if not texts[0] or CODE.fullmatch(texts[0]):
        return None
    size, printed = len(columns), above.printed + len(row.cells) - 1
    if (
        printed > size
        or above.printed == size
        or CODE.fullmatch(page.text(above.cells[0])) is None
    ):
        return None
    last = above.printed - 1
    whole = printed == size and columns.all[last].role in _LONG
    if not whole and not _goes_on(page.text(above.cells[last]), columns.all[last].role, texts[0]):
        return None
    joined = Span(above.cells[last].start, row.cells[0].end)
    end = row.cells[-1].end
    cells = (*above.cells[:last], joined, *row.cells[1:], *(Span(end, end),) * (size - printed))
    return TableRow(cells, Span(above.span.start, row.span.end), above.after_break, printed)


def _goes_on(above: str, role: str, text: str) -> bool:
    """Return whether ``text`` is the rest of a cell of ``role``, cut by the end of a line."""
    if role == "deadline":
        return deadline_goes_on(above, text)
    return units_go_on(above, text) if role in UNITS else goes_on(above, text)


def row_with_line(
    page: Page, columns: Columns, above: TableRow, row: PrintedRow, text: str
) -> TableRow | None:
    """Return ``above`` with a line added to its last cell, where that cell breaks off."""
    last = len(columns) - 1
    cell = page.text(above.cells[last])
    open_time = columns.all[last].role == "deadline" and deadline_is_open(cell)
    if above.printed != len(columns) or not text or not (open_time or is_unfinished(cell)):
        return None
    cells = (*above.cells[:last], Span(above.cells[last].start, row.span.end))
    return TableRow(cells, Span(above.span.start, row.span.end), above.after_break, above.printed)
