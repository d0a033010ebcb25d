"""Sheets (.xlsx, .xlsb, .xls, .ods): each one its title lines and a table; merged cells as drawn,
formulas as their values.

What a sheet hides is not read: hidden sheets, and rows and columns hidden by hand, which are
reported; rows that only a filter hides are read.
"""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from luocdo.graph.errors import SourceError, TooLargeError
from luocdo.graph.records import Issue
from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.vocabulary import Meaning, value_of
from luocdo.loaders.formats import binary_marks, opendocument_marks, sheet_marks
from luocdo.loaders.formats.archives import check_archive, whole_parts
from luocdo.loaders.formats.blocks import MOST_COLUMNS, MOST_ROWS, Block, Grid, Line, Place
from luocdo.loaders.formats.far_cells import with_far_cells_near
from luocdo.loaders.formats.rendering import render
from luocdo.loaders.formats.row_lines import Cell
from luocdo.loaders.formats.sheet_marks import PLAIN
from luocdo.loaders.formats.sheet_values import are_lines, plain_cells, printed_value
from luocdo.loaders.source import Source

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Sequence

    from python_calamine import CalamineSheet

    from luocdo.loaders.formats.sheet_marks import Range, SheetMarks

Row = tuple[int, tuple[Cell, ...]]  # its number in the sheet, from 0
_PACKED, _COMPOUND = b"PK", b"\xd0\xcf\x11\xe0"
_LEAST_TABLE = 3  # filled cells of the first row of a table
_PAIR = 2


def read(name: str, data: bytes) -> Source:
    """Read a workbook.

    Raises:
        SourceError: it is no workbook, is encrypted, or unpacks to too much.
    """
    whole = sha256(data).hexdigest()
    marks: dict[str, SheetMarks] = {}
    if data.startswith(_PACKED):
        data, marks = _marked(name, data)
    elif data.startswith(_COMPOUND):
        marks = binary_marks.marks_of_book(data)
    kind = name.rsplit(".", 1)[-1].lower()
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            shown = [
                one.name
                for one in workbook.sheets_metadata
                if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
            ]
            sheets = [(workbook.get_sheet_by_name(one), marks.get(one, PLAIN)) for one in shown]
            blocks = [block for sheet, mark in sheets for block in _sheet(sheet, mark)]
    except PasswordError as error:
        raise SourceError(name, "tệp có mật khẩu; hãy lưu lại không mật khẩu") from error
    except (CalamineError, ValueError) as error:
        raise SourceError(name, "không phải bảng tính (.xlsx, .xls, .ods) đọc được") from error
    text, tables = render(blocks)
    issues = tuple(issue for sheet, mark in sheets for issue in _hidden(sheet, mark))
    return Source(name, text, whole, kind, issues, tables=tables)


def _marked(name: str, data: bytes) -> tuple[bytes, dict[str, SheetMarks]]:
    """Return a packed workbook with its marks; cells far from all others are drawn near, since
    they count as well.
    """
    archive = check_archive(name, data)
    with whole_parts(name):
        try:
            return data, _marks(archive)
        except TooLargeError:
            near = with_far_cells_near(archive, data)
            return near, _marks(check_archive(name, near))


def _marks(archive: zipfile.ZipFile) -> dict[str, SheetMarks]:
    names = archive.namelist()
    if "content.xml" in names:
        return opendocument_marks.marks_of(archive)
    if binary_marks.BOOK in names:
        return binary_marks.marks_of_parts(archive)
    return sheet_marks.marks_of(archive)


def _hidden(sheet: CalamineSheet, marks: SheetMarks) -> Iterator[Issue]:
    """Report the rows and columns that somebody hid: a printed sheet does not show them."""
    if marks.hidden:
        rows = ", ".join(str(row + 1) for row in sorted(marks.hidden)[:10])
        yield Issue(
            kind="hidden_rows",
            message=f"Trang tính «{sheet.name}» ẩn {len(marks.hidden)} dòng, không đọc: {rows}.",
        )
    width = sheet.start[1] + sheet.width if sheet.start else 0
    if columns := [column for column in marks.columns if column < width]:
        message = f"Trang tính «{sheet.name}» ẩn {len(columns)} cột, không đọc."
        yield Issue(kind="hidden_columns", message=message)


def _sheet(sheet: CalamineSheet, marks: SheetMarks) -> Iterator[Block]:
    merged = sheet.merged_cell_ranges if marks.merged is None else marks.merged
    values = [] if sheet.start is None else sheet.to_python()
    tidy = are_lines(values)
    rows = list(_rows(values, sheet.start or (0, 0), marks, tidy=tidy))
    yield from sheet_blocks(sheet.name, rows, merged, tidy=tidy)


def sheet_blocks(
    name: str, rows: Sequence[Row], merged: Sequence[Range] | None, *, tidy: bool = False
) -> Iterator[Block]:
    """Yield the sheet ``name``: the lines above each of its tables, the table, and what stands
    apart below it; ``tidy``: each cell is one line.
    """
    starts = [0, *_further(rows), len(rows)]
    for start, behind in pairwise(starts):
        for block in _one_table(name, rows[start:behind], merged):
            yield replace(block, tidy=tidy) if isinstance(block, Grid) else block


def _one_table(name: str, rows: Sequence[Row], merged: Sequence[Range] | None) -> Iterator[Block]:
    top = next(
        (at for at, (_, cells) in enumerate(rows) if sum(map(bool, cells)) >= _LEAST_TABLE),
        len(rows),
    )
    yield from _side_by_side(rows[:top])
    end = _table_end(rows, top)
    if rows[top:end]:
        if starts_with_head(name):  # a workbook with a sheet for each unit
            yield Line(name)
        yield _grid(rows[top:end], merged)
    yield from _side_by_side(rows[end:])


def _side_by_side(rows: Sequence[Row]) -> Iterator[Line]:
    """Yield lines outside a table; two that stand beside one another, again and again, are two
    columns.
    """
    for paired, group in groupby(rows, key=lambda row: sum(map(bool, row[1])) == _PAIR):
        run = tuple(group)
        yield from _beside(run) if paired else _lines(run)


def _further(rows: Sequence[Row]) -> Iterator[int]:
    """Yield where the lines above a further table begin: they stand alone, apart from the rows
    above, over a heading.
    """
    if not rows or rows[-1][0] - rows[0][0] < len(rows):
        return  # no blank row parts them
    for gap in range(1, len(rows)):
        if rows[gap][0] == rows[gap - 1][0] + 1:
            continue
        at, first = _past_titles(rows, gap, 1), _past_titles(rows, gap - 1, -1) + 1
        if 0 < first < at < len(rows) and _counts_rows(rows[at][1]):
            yield first


def _past_titles(rows: Sequence[Row], at: int, step: int) -> int:
    """Return the row nearest to ``at``, going by ``step``, that holds more than one cell."""
    while 0 <= at < len(rows) and sum(map(bool, rows[at][1])) == 1:
        at += step
    return at


def _counts_rows(cells: Sequence[Cell]) -> bool:
    """Tell a row of headings that begins with the one of the numbers ("STT")."""
    first = " ".join(next(filter(None, cells), ())).strip(".")
    return _counts(first) and sum(map(bool, cells)) >= _LEAST_TABLE


@lru_cache(maxsize=1024)
def _counts(words: str) -> bool:
    return not words.isdecimal() and value_of(Meaning.COLUMN_CODE, words) == "order"


def _table_end(rows: Sequence[Row], top: int) -> int:
    """Return where the table ends: what stands apart below it is no part of it, lines of one cell
    and signatures.

    In a table that numbers its rows what has no number below a blank row is a signature ("Người
    lập biểu", its name).
    """
    upwards = range(len(rows) - 1, top - 1, -1)
    last = next((at for at in upwards if sum(map(bool, rows[at][1])) > 1), top)
    numbered = next((at for at in upwards if _is_numbered(rows[at][1])), last)
    signed = any(one[0] > above[0] + 1 for above, one in pairwise(rows[numbered : last + 1]))
    if signed and _counts_rows(rows[top][1]):
        last = numbered
    breaks = (at for at in range(last + 1, len(rows)) if rows[at][0] > rows[at - 1][0] + 1)
    return next(breaks, len(rows))


def _is_numbered(cells: Sequence[Cell]) -> bool:
    first = next((" ".join(cell) for cell in cells if cell), "")
    return first.strip(" .)(").isdecimal()


def _rows(
    found: Sequence[Sequence[object]], start: tuple[int, int], marks: SheetMarks, *, tidy: bool
) -> Iterator[Row]:
    """Yield the rows that hold anything and are shown; ``tidy``: their cells are one line each."""
    top, left = start
    before = ((),) * left
    plain = not marks.forms and not marks.columns
    for number, values in enumerate(found, start=top):
        cells = plain_cells(values, lines=tidy) if plain else _cells(values, marks, number, left)
        if not any(cells) or number in marks.hidden:
            continue
        if number >= MOST_ROWS:
            raise TooLargeError(MOST_ROWS, "dòng")
        if left + len(cells) > MOST_COLUMNS and any(cells[MOST_COLUMNS - left :]):
            raise TooLargeError(MOST_COLUMNS, "cột")
        yield number, before + cells


def _cells(values: Sequence[object], marks: SheetMarks, row: int, left: int) -> tuple[Cell, ...]:
    """Return the cells of a row as they are shown."""
    return tuple(
        () if at in marks.columns else printed_value(value, marks.form(row, at))
        for at, value in enumerate(values, start=left)
    )


def _lines(rows: Sequence[Row]) -> Iterator[Line]:
    yield from (Line(line) for _, cells in rows for cell in cells for line in cell)


def _beside(rows: Sequence[Row]) -> Iterator[Line]:
    """Yield what stands side by side above a table, as a letterhead: the left cells, then the
    right ones.
    """
    pairs = [[cell for cell in cells if cell] for _, cells in rows]
    for side in range(_PAIR):
        yield from (Line(line) for pair in pairs for line in pair[side])
        yield Line("")


def _grid(rows: Sequence[Row], merged: Sequence[Range] | None) -> Grid:
    """Return the table of ``rows``; of a merged range only what lies in rows that are shown
    counts.

    Where it is not told which cells are merged, nothing is known of them.
    """
    width = _width(rows)
    words = [_fitted(cells, width) for _, cells in rows]
    if not merged:
        return Grid(tuple(words), ruled=merged is not None)
    places: list[list[Place | Cell | None]] = [list(cells) for cells in words]
    shown = {number: at for at, (number, _) in enumerate(rows)}
    for (top, left), (bottom, right) in merged or ():
        covered = [shown[row] for row in range(top, min(bottom, rows[-1][0]) + 1) if row in shown]
        if covered and left < width:
            _merge(places, rows, covered, left, min(right, width - 1))
    return Grid(tuple(map(tuple, places)), ruled=merged is not None)


def _fitted(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return cells if len(cells) == width else (*cells[:width], *((),) * (width - len(cells)))


def _width(rows: Sequence[Row]) -> int:
    """Return how many columns there are up to the last in which anything stands."""
    width = max(len(cells) for _, cells in rows)
    while width and not any(len(cells) >= width and cells[width - 1] for _, cells in rows):
        width -= 1
    return width


def _merge(
    places: list[list[Place | Cell | None]],
    rows: Sequence[Row],
    covered: Sequence[int],
    left: int,
    right: int,
) -> None:
    words = next(
        (rows[at][1][left] for at in covered if left < len(rows[at][1]) and rows[at][1][left]), ()
    )
    for at in covered:
        places[at][left : right + 1] = [None] * (right + 1 - left)
    places[covered[0]][left] = Place(words, len(covered), right + 1 - left)
