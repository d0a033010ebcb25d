"""Merged cells, hidden rows and columns of an OpenDocument sheet (.ods), which the library that
reads its values does not tell.

OpenDocument 1.3, part 3, 9.1: a row or a cell may stand for many; a cell says how many rows and
columns it spans.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from luocdo.loaders.formats.blocks import MOST_COLUMNS, MOST_ROWS
from luocdo.loaders.formats.sheet_marks import SheetMarks

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from luocdo.loaders.formats.sheet_marks import Range
    from luocdo.loaders.formats.sheet_values import Form

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MONTH_AND_YEAR = 2
_MOST_ALIKE = 1000  # rows or cells that one stands for
_HIDDEN = "collapse"  # "filter" says that only a filter hides the row


def marks_of(archive: zipfile.ZipFile) -> dict[str, SheetMarks]:
    """Return the marks of each sheet by its name."""
    root = etree.fromstring(
        archive.read("content.xml"), etree.XMLParser(resolve_entities=False, huge_tree=False)
    )
    return {sheet.get(f"{_TABLE}name", ""): _marks(sheet) for sheet in root.iter(f"{_TABLE}table")}


def _marks(sheet: etree._Element) -> SheetMarks:
    merged: list[Range] = []
    hidden: set[int] = set()
    forms: dict[tuple[int, int], Form] = {}
    number = 0
    for row in sheet.iter(f"{_TABLE}table-row"):
        repeated = _count(row, "number-rows-repeated")
        if row.get(f"{_TABLE}visibility") == _HIDDEN:
            hidden |= set(range(number, min(number + repeated, MOST_ROWS)))
        merged += _spans(row, number)
        forms |= _forms(row, range(number, min(number + repeated, number + _MOST_ALIKE)))
        number += repeated
        if number > MOST_ROWS:
            break
    return SheetMarks(frozenset(hidden), forms, tuple(merged), _hidden_columns(sheet))


def _forms(row: etree._Element, numbers: range) -> dict[tuple[int, int], Form]:
    """Return the cells that show a month or a share, in each row that ``row`` stands for."""
    found: dict[tuple[int, int], Form] = {}
    column = 0
    for cell in row.iterchildren(*_CELLS):
        repeated = _count(cell, "number-columns-repeated")
        form = _form(cell)
        if form is not None:
            alike = range(column, column + min(repeated, _MOST_ALIKE))
            found |= {(number, at): form for number in numbers for at in alike}
        column += repeated
    return found


def _form(cell: etree._Element) -> Form | None:
    """Tell a share by its type, a month by how the day is printed: "07/2026"."""
    kind = cell.get(f"{_OFFICE}value-type")
    if kind == "percentage":
        return "share"
    printed = "".join(cell.itertext()).strip() if kind == "date" else ""
    return "month" if len(re.findall(r"\d+", printed)) == _MONTH_AND_YEAR else None


def _hidden_columns(sheet: etree._Element) -> frozenset[int]:
    hidden: set[int] = set()
    number = 0
    for column in sheet.iter(f"{_TABLE}table-column"):
        repeated = _count(column, "number-columns-repeated")
        if column.get(f"{_TABLE}visibility") == _HIDDEN:
            hidden |= set(range(number, min(number + repeated, MOST_COLUMNS)))
        number += repeated
    return frozenset(hidden)


def _spans(row: etree._Element, number: int) -> Iterator[Range]:
    column = 0
    for cell in row.iterchildren(*_CELLS):
        rows, columns = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            yield (number, column), (number + rows - 1, column + columns - 1)
        column += _count(cell, "number-columns-repeated")
        if column > MOST_COLUMNS:
            return


def _count(element: etree._Element, name: str) -> int:
    words = element.get(f"{_TABLE}{name}", "")
    return int(words) if words.isdigit() else 1
