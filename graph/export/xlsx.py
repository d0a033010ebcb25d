"""An Excel workbook (sổ tính): a sheet of assignments, one for each kind of thing, one of relations."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.export.sheets import sheets

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from luocdo.graph.model import Graph

_LONGEST = 32_000  # characters that Excel keeps in a cell


def write(graph: Graph, stream: BinaryIO) -> None:
    """Write the sheets, the heading row of each held in place; words are words, never formulas."""
    from openpyxl import Workbook  # noqa: PLC0415 - only this format needs it

    book = Workbook(write_only=True)
    for sheet in sheets(graph):
        page: WriteOnlyWorksheet = book.create_sheet(sheet.title)
        page.freeze_panes = "A2"
        for row in (sheet.heads, *sheet.rows):
            page.append([_cell(page, value) for value in row])
    book.save(stream)


def _cell(page: WriteOnlyWorksheet, value: str | float | None) -> Cell:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - see above
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    if not isinstance(value, str):
        return WriteOnlyCell(page, value)
    cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub(" ", value)[:_LONGEST])
    cell.data_type = "s"  # else "=…" would be a formula
    return cell
