"""Rows that head a group of rows (dòng tiêu đề nhóm), and what they give to the rows below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.loaders.tables.cuts import begins_low
from luocdo.loaders.tables.draft import GIVEN
from luocdo.loaders.tables.placing import CODE
from luocdo.loaders.tables.printed import PrintedTable, TableRow
from luocdo.loaders.tables.row_cells import RowCells
from luocdo.loaders.tables.sections import Section, Sections, is_group_line, is_parent
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.tables.headings import Role

_LONGEST_NUMBER = 5


@dataclass(slots=True)
class GroupRows:
    """Tells the rows of one table that are group headings, and opens their sections."""

    page: Page
    table: PrintedTable
    sections: Sections
    cells: RowCells

    def heading(
        self, row: TableRow, filled: list[Span], texts: dict[Role, str], at: int
    ) -> Section | None:
        """Open the section of a group heading; None where the row is none."""
        if row.whole_width:
            return self.sections.wide(filled[0], self.page.text(filled[0]))
        first = self.cells.mark(row)
        coded = CODE.fullmatch(first) is not None
        if len(filled) == 1 and not coded:
            return self._single(filled[0], row)
        if not coded and self._runs_over(row, filled):
            return self.sections.wide(filled[1], self.page.text(filled[1]))
        if not coded or not self.sections.is_group(first, self.cells.next_code(at)):
            return None
        if "target" in texts and first[0].isdigit():
            return None
        return self._group(row, first, filled, at)

    def _runs_over(self, row: TableRow, filled: list[Span]) -> bool:
        """Tell a title that runs over the rest of its row, beside a number that nobody
        can read.
        """
        if row.drawn is None or len(filled) != 2 or filled[0] != row.cells[self.cells.code_at]:  # noqa: PLR2004 - number and title
            return False
        title = next((cell for cell in row.drawn.cells if self.page.cell(cell) == filled[1]), None)
        short = len(self.page.text(filled[0])) <= _LONGEST_NUMBER
        return short and title is not None and title.column + title.columns >= len(row.drawn.cells)

    def _group(self, row: TableRow, code: str, filled: list[Span], at: int) -> Section | None:
        """Open a group with a code and a title, and with what it gives to its rows."""
        named = [
            cell
            for cell in filled
            if cell not in (row.cells[self.cells.code_at], row.cells[self.cells.mark_at])
        ]
        beyond = [cell for cell in named[1:] if not begins_low(self.page.text(cell))]
        if not named or (beyond and not self._gives(row, code, at)):
            return None
        cells = self.cells.by_role(row)
        given = {role: cells[role] for role in GIVEN if beyond and role in cells}
        return self.sections.coded(code, named[0], self.page.text(named[0]), given)

    def _gives(self, row: TableRow, code: str, at: int) -> bool:
        """Return whether a row that holds more than a title only heads the rows below: it or they
        lack a lead.
        """
        lead, text = self.table.columns.first("lead"), self.table.columns.first("text")
        if (
            lead is None
            or text is None
            or not row.cells[text]
            or not is_parent(code, self.cells.next_code(at))
        ):
            return False
        below = next(
            entry for entry in self.table.entries[at + 1 :] if isinstance(entry, TableRow)
        )
        return not row.cells[lead] or not (below.cells[lead] or below.merged(lead))

    def _single(self, cell: Span, row: TableRow) -> Section | None:
        text = self.page.text(cell)
        heads = cell in row.cells[:2]
        capitals = text.upper() == text and any(letter.isalpha() for letter in text)
        if heads and (capitals or is_group_line(text)):
            return self.sections.line(cell, text)
        return None
