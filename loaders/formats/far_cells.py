"""Cells far from all others (ô lạc): a sheet that is empty in between is read as if they stood
right behind the rest.

A word that slipped into the last cell of a sheet makes it a million rows high and sixteen thousand
columns wide. The cell counts, the emptiness does not: rows and columns beyond those of any
document are numbered anew, in their order, one blank row behind the last near one. SpreadsheetML,
ECMA-376 part 1, 18.3.1.4 (c) and 18.3.1.73 (row).
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial

from luocdo.loaders.formats.blocks import MOST_COLUMNS, MOST_ROWS
from luocdo.loaders.formats.sheet_marks import column_number

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(rb'(<c\b[^>]*?\br=")([A-Z]{1,3})(\d{1,7})("[^>]*>)')
_ROW = re.compile(rb'(<row\b[^>]*?\br=")(\d{1,7})(")')
_DIMENSION = re.compile(rb"<dimension\b[^>]*/>")
_LETTERS = 26
_GAP = 2  # the first far row stands this much behind the last near one


def with_far_cells_near(archive: zipfile.ZipFile, data: bytes) -> bytes:
    """Return the workbook ``data``, whose ``archive`` is open, with the far cells of its sheets
    near the others.
    """
    parts = [name for name in archive.namelist() if _SHEET.fullmatch(name)]
    changed = {name: new for name in parts if (new := _near(archive.read(name))) is not None}
    if not changed:
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name in archive.namelist():
            packed.writestr(name, changed.get(name) or archive.read(name))
    return out.getvalue()


def _near(sheet: bytes) -> bytes | None:
    """Return the sheet with its far cells near; None where it has none."""
    filled = [hit for hit in _CELL.finditer(sheet) if not hit[4].endswith(b"/>")]
    rows = _renumbered({int(hit[3]) for hit in filled}, MOST_ROWS)
    columns = _renumbered({column_number(hit[2]) for hit in filled}, MOST_COLUMNS)
    if not rows and not columns:
        return None
    sheet = _ROW.sub(
        lambda hit: hit[1] + _number(rows, int(hit[2])) + hit[3],
        _DIMENSION.sub(b"", sheet, count=1),
    )
    return _CELL.sub(partial(_moved, rows, columns), sheet)


def _renumbered(used: set[int], most: int) -> dict[int, int]:
    """Return the new numbers of those ``used``, from 1, that lie beyond ``most``."""
    far = sorted(number for number in used if number > most)
    last = max((number for number in used if number <= most), default=0)
    return {number: last + _GAP + at for at, number in enumerate(far)}


def _moved(rows: dict[int, int], columns: dict[int, int], cell: re.Match[bytes]) -> bytes:
    row, column = int(cell[3]), column_number(cell[2])
    if cell[4].endswith(b"/>") and (row > MOST_ROWS or column > MOST_COLUMNS):
        return b""  # an empty cell that only has a form
    return cell[1] + _letters(columns.get(column, column)) + _number(rows, row) + cell[4]


def _number(rows: dict[int, int], row: int) -> bytes:
    return str(rows.get(row, row)).encode("ascii")


def _letters(number: int) -> bytes:
    """Return the letters of the column ``number``."""
    letters = b""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = bytes([ord("A") + rest]) + letters
    return letters
