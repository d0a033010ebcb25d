"""Tables as drafters draw them: one description of cells and spans, set as Word, web page and sheet.

A table is written as rows of cells; ``^`` says "covered by the cell above", ``<`` "covered by the cell at the left", an empty
string is an empty cell. The same description is the grid that a reader must find.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from openpyxl import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as Paper

FONT = "DejaVu Serif"  # has all Vietnamese letters and is installed wherever the tests run
ABOVE, LEFT = "^", "<"
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Drawn:
    """A cell as it is drawn: where it begins, how many rows and columns it covers, its words."""

    row: int
    column: int
    rows: int
    columns: int
    words: str


def drawn_cells(rows: Rows) -> list[Drawn]:
    """Return the cells of a description, in reading order."""
    found = []
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            if words not in (ABOVE, LEFT):
                found.append(Drawn(at, column, _tall(rows, at, column), _wide(rows, at, column), words))
    return found


def _tall(rows: Rows, at: int, column: int) -> int:
    size = 1
    while at + size < len(rows) and rows[at + size][column] == ABOVE:
        size += 1
    return size


def _wide(rows: Rows, at: int, column: int) -> int:
    size = 1
    while column + size < len(rows[at]) and rows[at][column + size] == LEFT:
        size += 1
    return size


def set_as_word(
    above: str,
    rows: Rows,
    path: Path,
    *,
    below: str = "",
    rules: str = "single",
    landscape: bool = False,
    height: int = 297,
    widths: tuple[int, ...] = (),
) -> Path:
    """Set lines, table and lines as a Word file; ``rules`` is Word's word for its lines ("single", "double", "nil")."""
    paper = Document()
    paper.styles["Normal"].font.name = FONT
    paper.styles["Normal"].font.size = Pt(11)
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(height)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    _lines(paper, above)
    _word_table(paper, rows, rules, widths or _widths(rows, 267 if landscape else 180))
    _lines(paper, below)
    paper.save(str(path))
    return path


def _lines(paper: Paper, text: str) -> None:
    for line in text.splitlines():
        paper.add_paragraph(line)


def _widths(rows: Rows, whole: int) -> tuple[int, ...]:
    """Return a width in millimetres for each column: narrow for what is short, the rest in equal parts."""
    longest = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    narrow = [15 if size <= 5 else 0 for size in longest]  # noqa: PLR2004 - a number
    rest = (whole - sum(narrow)) // max(1, narrow.count(0))
    return tuple(one or rest for one in narrow)


def _word_table(paper: Paper, rows: Rows, rules: str, widths: tuple[int, ...]) -> None:
    table = paper.add_table(rows=len(rows), cols=len(rows[0]))
    table.autofit = False
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="{rules}" w:sz="6" w:space="0" w:color="000000"/>' for side in sides)
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{borders}</w:tblBorders>"))  # noqa: SLF001 - python-docx cannot set borders
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    for one in drawn_cells(rows):
        cell = table.cell(one.row, one.column)
        if one.rows > 1 or one.columns > 1:
            cell = cell.merge(table.cell(one.row + one.rows - 1, one.column + one.columns - 1))
        for paragraph in cell.paragraphs[1:]:
            paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001 - python-docx cannot remove one
        first, *others = one.words.split("\n")
        cell.paragraphs[0].text = first
        for piece in others:
            cell.add_paragraph(piece)


def page_of(above: str, rows: Rows, below: str = "") -> str:
    """Return lines, table and lines as a web page."""
    cells: list[str] = []
    for at in range(len(rows)):
        cells.append("<tr>")
        cells += [
            f'<td rowspan="{one.rows}" colspan="{one.columns}">{escape(one.words).replace(chr(10), "<br>")}</td>'
            for one in drawn_cells(rows)
            if one.row == at
        ]
        cells.append("</tr>")
    return (
        f"<html><head><meta charset='utf-8'></head><body>{_paragraphs(above)}<table border='1'>{''.join(cells)}</table>"
        f"{_paragraphs(below)}</body></html>"
    )


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())


def set_as_sheet(above: str, rows: Rows, path: Path, *, below: str = "") -> Path:
    """Set lines, table and lines as a sheet of a workbook."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    lines = above.splitlines()
    for at, line in enumerate(lines, start=1):
        sheet.cell(at, 1, line)
    top = len(lines) + 1
    for one in drawn_cells(rows):
        sheet.cell(top + one.row, one.column + 1, one.words or None)
        if one.rows > 1 or one.columns > 1:
            sheet.merge_cells(
                start_row=top + one.row,
                end_row=top + one.row + one.rows - 1,
                start_column=one.column + 1,
                end_column=one.column + one.columns,
            )
    for at, line in enumerate(below.splitlines(), start=top + len(rows) + 1):
        sheet.cell(at, 1, line)
    book.save(path)
    return path
