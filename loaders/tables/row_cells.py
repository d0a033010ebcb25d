"""Cells of printed rows by the roles of their columns (ô của dòng), and the codes that the rows
carry.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.loaders.tables.placing import CODE, mark_column
from luocdo.loaders.tables.printed import PrintedTable, TableRow
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.tables.draft import Pieces
    from luocdo.loaders.tables.headings import Role


@dataclass(slots=True)
class RowCells:
    """Reads the rows of one table."""

    page: Page
    table: PrintedTable
    code_at: int = field(init=False)
    # the column of codes that say what belongs to what, where it is not the one of running numbers
    mark_at: int = field(init=False)

    def __post_init__(self) -> None:
        """Find the columns of codes."""
        self.code_at = self.table.columns.first("code") or 0
        self.mark_at = mark_column(self.page, self.table, self.code_at)

    def by_role(self, row: TableRow) -> dict[Role, Pieces]:
        """Return the cells that hold something, by the role of the column."""
        cells: dict[Role, Pieces] = {}
        for column, cell in zip(self.table.columns.all, row.cells, strict=True):
            if cell and self.page.text(cell).strip("|"):
                cells[column.role] = (*cells.get(column.role, ()), cell)
        return cells

    def merged(self, row: TableRow) -> dict[Role, Pieces]:
        """Return what merged cells that begin in a row above hold, by the role of the column; not
        those of the heading.
        """
        found: dict[Role, Pieces] = {}
        for at, column in enumerate(self.table.columns.all):
            cell = row.merged(at)
            span = None if cell is None else self.page.cell(cell)
            if span and span.start >= self.table.heading.end:
                found.setdefault(column.role, (span,))
        return found

    def distinct(self, row: TableRow) -> list[Span]:
        """Return the cells that hold something; a merged heading may be printed in each of its
        cells, once is enough.
        """
        filled = [cell for cell in row.cells if cell and self.page.text(cell).strip("|")]
        words = [self.page.text(cell) for cell in filled]
        same = len(filled) > 2 and len(set(words[1:])) == 1  # noqa: PLR2004 - a code and the repeated title
        if same:
            return filled[:2]
        return filled[:1] if len(set(words)) == 1 else filled

    def roles(self) -> set[Role]:
        """Return the roles of the columns; a column for codes in which none stands
        does not count.
        """
        rows = (entry for entry in self.table.entries if isinstance(entry, TableRow))
        coded = any(CODE.fullmatch(self.page.text(row.cells[self.code_at])) for row in rows)
        return {column.role for column in self.table.columns.all} - (set() if coded else {"code"})

    def mark(self, row: TableRow) -> str:
        """Return the code that says where a row belongs."""
        return self.page.text(row.cells[self.mark_at]) or self.page.text(row.cells[self.code_at])

    def next_code(self, at: int) -> str:
        """Return the code of the next row that has one."""
        for entry in self.table.entries[at + 1 :]:
            if isinstance(entry, TableRow) and (code := self.mark(entry)):
                return code
        return ""
