"""Excel annexes (.xlsx): each sheet a heading and a table; merged cells read once, formulas as their last values."""

from __future__ import annotations

import datetime
import io
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from luocdo.graph.errors import SourceError, TooLargeError
from luocdo.loaders.formats.archives import check_archive
from luocdo.loaders.formats.rendering import MOST_COLUMNS, MOST_ROWS, Block, Cell, Grid, Line, render
from luocdo.loaders.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet


def read(name: str, data: bytes) -> Source:
    """Read a workbook.

    Raises:
        SourceError: it is no workbook, is encrypted, or unpacks to too much.
    """
    check_archive(name, data)
    try:
        workbook = load_workbook(io.BytesIO(data), data_only=True, read_only=True)
    except (InvalidFileException, KeyError, ValueError, TypeError, zipfile.BadZipFile) as error:
        raise SourceError(name, "không phải tệp Excel (.xlsx) đọc được") from error
    blocks = [block for sheet in workbook.worksheets if sheet.sheet_state == "visible" for block in _sheet(sheet)]
    return Source(name, render(blocks), sha256(data).hexdigest(), "xlsx")


def _sheet(sheet: Worksheet) -> Iterator[Block]:
    """Yield a sheet: rows of one cell are lines, the others rows of a table."""
    table: list[tuple[Cell, ...]] = []
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True)):
        cells = _cells(row, number)
        filled = [cell for cell in cells if cell]
        if len(filled) == 1 and not table:
            yield from (Line(line) for line in filled[0])
        elif filled:
            table.append(cells)
    if table:
        width = max(len(row) for row in table)
        yield Grid(tuple((*row, *((),) * (width - len(row))) for row in table))


def _cells(row: tuple[object, ...], number: int) -> tuple[Cell, ...]:
    """Return the cells of a row; what is covered by a merged cell is empty."""
    cells = tuple(_cell(value) for value in row)
    if any(cells) and number >= MOST_ROWS:
        raise TooLargeError(MOST_ROWS, "dòng")
    if len(cells) > MOST_COLUMNS and cells[-1]:
        raise TooLargeError(MOST_COLUMNS, "cột")
    return cells[: max((at + 1 for at, cell in enumerate(cells) if cell), default=0)]


def _cell(value: object) -> Cell:
    if value is None:
        return ()
    if isinstance(value, datetime.datetime | datetime.date):
        return (value.strftime("%d/%m/%Y"),)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return tuple(line.strip() for line in str(value).splitlines() if line.strip())
