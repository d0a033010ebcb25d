"""What a workbook says beside its values (đánh dấu của trang tính): what is hidden, cells that
show a month or a share.

SpreadsheetML, ECMA-376 part 1, 18.3.1.73 (row), 18.3.1.13 (col), 18.8.30 (numFmt). A cell in which
"12/2025" was typed holds the first day of that month; its form says that only the month is meant.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from luocdo.graph.errors import TooLargeError
from luocdo.loaders.formats.blocks import MOST_COLUMNS, MOST_ROWS

if TYPE_CHECKING:
    import zipfile

    from luocdo.loaders.formats.sheet_values import Form

Range = tuple[tuple[int, int], tuple[int, int]]  # first and last cell, each row and column
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK, _LINKS, _STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_BUILT_IN: dict[int, Form] = {9: "share", 10: "share", 17: "month"}
_SPECIAL = re.compile(rb'<numFmt |numFmtId="(?:9|10|17)"')  # without any, no form is told
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_HIDDEN_ROW = re.compile(
    rb'<row\b[^>]*?\br="(\d+)"[^>]*?\bhidden="(?:1|true)"|<row\b[^>]*?\bhidden="(?:1|true)"[^>]*?\br="(\d+)"'
)
_HIDDEN_COLUMN = re.compile(rb'<col\b(?=[^>]*?\bhidden="(?:1|true)")[^>]*>')
_SPAN = re.compile(rb'\b(min|max)="(\d+)"')
_CELL = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*?\bs="(\d+)"')
# A cell far from all others: the sheet would be as large as it is empty. First whether any stands
# behind column Z or row 9,999, then which has a value.
_FAR = re.compile(rb'r="[A-Z](?:[A-Z]|\d{5})')
_FAR_CELL = re.compile(
    rb'<c\b[^>]*?\br="(?:(?P<row>[A-Z]{1,3}(?:[5-9]\d{4}|\d{6,}))|(?:G[S-Z]|[H-Z][A-Z]|[A-Z]{3})\d+)"[^>]*[^/]>'
)


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """Rows and ``columns`` hidden by hand, the forms of cells that are no plain ones, merged
    ranges; all from 0.

    ``merged`` is None where the values' own reader tells them.
    """

    hidden: frozenset[int] = frozenset()
    forms: dict[tuple[int, int], Form] = field(default_factory=dict)
    merged: tuple[Range, ...] | None = None
    columns: frozenset[int] = frozenset()

    def form(self, row: int, column: int) -> Form:
        """Return how the cell shows its value."""
        return self.forms.get((row, column), "plain") if self.forms else "plain"


PLAIN = SheetMarks()


def marks_of(archive: zipfile.ZipFile) -> dict[str, SheetMarks]:
    """Return the marks of each sheet by its name; nothing for a workbook that is not written in
    SpreadsheetML.

    Raises:
        TooLargeError: a cell stands further away than a document reaches.
    """
    names = set(archive.namelist())
    if not {_BOOK, _LINKS} <= names:
        return {}
    forms = _forms(archive) if _STYLES in names else {}
    parts = {one.get("Id"): one.get("Target", "") for one in _parsed(archive, _LINKS)}
    found = {}
    for sheet in _parsed(archive, _BOOK).iter(f"{_MAIN}sheet"):
        part = posixpath.normpath(
            posixpath.join("/xl", parts.get(sheet.get(_RELATION), ""))
        ).lstrip("/")
        if part in names:
            found[sheet.get("name", "")] = _marks(archive.read(part), forms)
    return found


def _parsed(archive: zipfile.ZipFile, part: str) -> etree._Element:
    return etree.fromstring(archive.read(part), etree.XMLParser(resolve_entities=False))


def _marks(data: bytes, forms: dict[int, Form]) -> SheetMarks:
    if _FAR.search(data):
        _refuse_far_cells(data)
    rows = () if _shows_all_rows(data) else _HIDDEN_ROW.finditer(data)
    hidden = frozenset(int(row.group(1) or row.group(2)) - 1 for row in rows)
    told = {
        (int(cell.group(2)) - 1, column_number(cell.group(1)) - 1): forms[style]
        for cell in (_CELL.finditer(data) if forms else ())
        if (style := int(cell.group(3))) in forms
    }
    columns = _hidden_columns(data)
    return SheetMarks(hidden, told, columns=columns) if hidden or told or columns else PLAIN


def _refuse_far_cells(data: bytes) -> None:
    far = _FAR_CELL.search(data)
    if far is not None:
        raise (
            TooLargeError(MOST_ROWS, "dòng") if far["row"] else TooLargeError(MOST_COLUMNS, "cột")
        )


def _shows_all_rows(data: bytes) -> bool:
    """Tell a sheet that hides no row by hand; what a filter hides is read."""
    return b'hidden="' not in data or b"<autoFilter" in data or b"<tablePart" in data


def _hidden_columns(data: bytes) -> frozenset[int]:
    found: set[int] = set()
    for column in _HIDDEN_COLUMN.finditer(data, 0, data.find(b"<sheetData")):
        ends = {name: int(number) for name, number in _SPAN.findall(column.group())}
        found.update(range(ends.get(b"min", 1) - 1, min(ends.get(b"max", 0), MOST_COLUMNS)))
    return frozenset(found)


def column_number(letters: bytes) -> int:
    """Return the number of a column, from 1: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + letter - ord("A") + 1
    return number


def _forms(archive: zipfile.ZipFile) -> dict[int, Form]:
    """Return which styles of cells show a month or a share."""
    if not _SPECIAL.search(archive.read(_STYLES)):
        return {}
    styles = _parsed(archive, _STYLES)
    own = {
        int(one.get("numFmtId", "0")): one.get("formatCode", "")
        for one in styles.iter(f"{_MAIN}numFmt")
    }
    used = styles.find(f"{_MAIN}cellXfs")
    found: dict[int, Form] = {}
    for at, style in enumerate([] if used is None else used):
        number = int(style.get("numFmtId", "0"))
        form = form_of(number, own.get(number))
        if form is not None:
            found[at] = form
    return found


def form_of(number: int, code: str | None) -> Form | None:
    """Return what the format of a ``number`` shows: by its own ``code``, or as it is built in."""
    return _BUILT_IN.get(number) if code is None else _form(code)


def _form(code: str) -> Form | None:
    """Tell what a format shows: "mm/yyyy" a month, "0%" a share."""
    letters = _QUOTED.sub("", code.split(";", 1)[0]).lower()
    if "%" in letters:
        return "share"
    return "month" if "y" in letters and "m" in letters and "d" not in letters else None
