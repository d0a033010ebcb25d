"""What a binary workbook says beside its values (.xls, .xlsb): rows and columns hidden by hand,
merged cells, cells that show a month or a share.

Both formats are runs of records, each with its kind and its length. [MS-XLS] 2.4.28 (BoundSheet8),
2.4.221 (Row), 2.4.53 (ColInfo), 2.4.353 (XF); [MS-XLSB] 2.4.740 (BrtRowHdr), 2.4.323 (BrtColInfo),
2.4.709 (BrtMergeCell), 2.4.310 (BrtBundleSh).
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from struct import Struct, error
from typing import TYPE_CHECKING

from doc2docx.cfb import CompoundFile
from doc2docx.errors import Doc2DocxError
from lxml import etree

from luocdo.loaders.formats.blocks import MOST_COLUMNS
from luocdo.loaders.formats.sheet_marks import PLAIN, SheetMarks, form_of

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from luocdo.loaders.formats.sheet_marks import Range
    from luocdo.loaders.formats.sheet_values import Form

_TWO, _FOUR = Struct("<H"), Struct("<I")
_BROKEN = (error, ValueError, LookupError, ArithmeticError, Doc2DocxError, etree.LxmlError)
_STREAMS = ("Workbook", "Book")
# [MS-XLS] 2.3: kinds of records
_BOUND_SHEET, _BEGINS, _ENDS, _ROW, _COLUMN, _XF, _FORMAT = (
    0x85,
    0x809,
    0x0A,
    0x208,
    0x7D,
    0xE0,
    0x41E,
)
_FILTERS = frozenset({0x9B, 0x9D})
_WHOLE = 1 << 16  # a record of one cell
_NUMBERS = {
    0x203: _WHOLE,
    0x27E: _WHOLE,
    0x06: _WHOLE,
    0xBD: 6,
}  # 0xBD: several cells side by side
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x1
# [MS-XLSB] 2.3
_B_ROW, _B_COLUMN, _B_SHEET, _B_MERGED, _B_FILTER = 0, 60, 156, 176, 161
_B_ROW_HIDDEN = 0x10
_MORE = 0x80  # the number goes on in the next byte
BOOK, _LINKS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"

Record = tuple[int, bytes]


@dataclass(slots=True)
class _Told:
    """What the records of a sheet told so far."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    forms: dict[tuple[int, int], Form] = field(default_factory=dict)
    merged: list[Range] = field(default_factory=list)
    filtered: bool = False

    def hide(self, first: int, last: int) -> None:
        """Note columns that are hidden."""
        self.columns.update(range(first, min(last + 1, MOST_COLUMNS)))

    def marks(self, merged: tuple[Range, ...] | None) -> SheetMarks:
        """Return them; what a filter hides is read."""
        rows = frozenset() if self.filtered else frozenset(self.rows)
        return SheetMarks(rows, self.forms, merged, frozenset(self.columns))


def marks_of_book(data: bytes) -> dict[str, SheetMarks]:
    """Return the marks of each sheet of a .xls file by its name; none where it has none."""
    try:
        stream = _stream(CompoundFile(data))
        sheets = list(_sheets(stream))
        forms = _forms(stream)
        return {name: _sheet(stream, at, forms) for name, at in sheets}
    except _BROKEN:
        return {}


def _stream(book: CompoundFile) -> bytes:
    names = {entry.name for entry in book.entries}
    return bytes(book.open_stream(next(name for name in _STREAMS if name in names)))


def _records(stream: bytes, at: int = 0) -> Iterator[Record]:
    while at + 4 <= len(stream):
        (kind,), (size,) = _TWO.unpack_from(stream, at), _TWO.unpack_from(stream, at + 2)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _substream(stream: bytes, at: int) -> Iterator[Record]:
    """Yield the records from the one that begins a sheet to the one that ends it."""
    depth = 0
    for kind, body in _records(stream, at):
        depth += (kind == _BEGINS) - (kind == _ENDS)
        if depth == 0:
            return
        if depth == 1:  # further in are drawings
            yield kind, body


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    for kind, body in _substream(stream, 0):
        if kind == _BOUND_SHEET:
            yield _words(body[6:], body[6]), _FOUR.unpack_from(body)[0]


def _words(counted: bytes, size: int, lead: int = 1) -> str:
    """Return the letters of a counted string: one byte each, or two where its flag says so."""
    wide = counted[lead] & 1
    letters = counted[lead + 1 : lead + 1 + size * (1 + wide)]
    return letters.decode("utf-16-le" if wide else "latin-1")


def _forms(stream: bytes) -> dict[int, Form]:
    """Return which styles of cells show a month or a share."""
    codes: dict[int, str] = {}
    styles: list[int] = []
    for kind, body in _substream(stream, 0):
        if kind == _FORMAT:
            codes[_TWO.unpack_from(body)[0]] = _words(body[2:], _TWO.unpack_from(body, 2)[0], 2)
        elif kind == _XF:
            styles.append(_TWO.unpack_from(body, 2)[0])
    shown = ((at, form_of(number, codes.get(number))) for at, number in enumerate(styles))
    return {at: form for at, form in shown if form is not None}


def _sheet(stream: bytes, at: int, forms: dict[int, Form]) -> SheetMarks:
    told = _Told()
    for kind, body in _substream(stream, at):
        if kind == _ROW and _TWO.unpack_from(body, 12)[0] & _ROW_HIDDEN:
            told.rows.add(_TWO.unpack_from(body)[0])
        elif kind == _COLUMN and _TWO.unpack_from(body, 8)[0] & _COLUMN_HIDDEN:
            told.hide(_TWO.unpack_from(body)[0], _TWO.unpack_from(body, 2)[0])
        elif forms and kind in _NUMBERS:
            told.forms |= _shown(body, forms, _NUMBERS[kind])
        told.filtered = told.filtered or kind in _FILTERS
    return told.marks(None)


def _shown(body: bytes, forms: dict[int, Form], size: int) -> dict[tuple[int, int], Form]:
    """Return the cells of a record that show a month or a share, ``size`` bytes each."""
    row, first = _TWO.unpack_from(body)[0], _TWO.unpack_from(body, 2)[0]
    styles = (_TWO.unpack_from(body, at)[0] for at in range(4, len(body) - 2, size))
    shown = ((column, forms.get(style)) for column, style in enumerate(styles, start=first))
    return {(row, column): form for column, form in shown if form is not None}


def marks_of_parts(archive: zipfile.ZipFile) -> dict[str, SheetMarks]:
    """Return the marks of each sheet of a .xlsb file by its name; none where it is broken."""
    try:
        return dict(_packed_sheets(archive))
    except _BROKEN:
        return {}


def _packed_sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, SheetMarks]]:
    links = etree.fromstring(archive.read(_LINKS), etree.XMLParser(resolve_entities=False))
    parts = {one.get("Id"): one.get("Target", "") for one in links}
    for kind, body in _packed_records(archive.read(BOOK)):
        if kind == _B_SHEET:
            link, behind = _packed_words(body, 8)
            name, _ = _packed_words(body, behind)
            place = posixpath.normpath(posixpath.join("/xl", parts.get(link, ""))).lstrip("/")
            yield name, _packed_sheet(archive, place)


def _packed_words(body: bytes, at: int) -> tuple[str, int]:
    """Return the letters of a counted string at ``at``, and where what is behind it begins."""
    behind = at + 4 + 2 * _FOUR.unpack_from(body, at)[0]
    return body[at + 4 : behind].decode("utf-16-le"), behind


def _packed_sheet(archive: zipfile.ZipFile, part: str) -> SheetMarks:
    if part not in archive.namelist():
        return PLAIN
    told = _Told()
    for kind, body in _packed_records(archive.read(part)):
        if kind == _B_ROW and body[11] & _B_ROW_HIDDEN:
            told.rows.add(_FOUR.unpack_from(body)[0])
        elif kind == _B_COLUMN and body[16] & _COLUMN_HIDDEN:
            told.hide(_FOUR.unpack_from(body)[0], _FOUR.unpack_from(body, 4)[0])
        elif kind == _B_MERGED:
            top, bottom, left, right = (_FOUR.unpack_from(body, 4 * at)[0] for at in range(4))
            told.merged.append(((top, left), (bottom, right)))
        told.filtered = told.filtered or kind == _B_FILTER
    return told.marks(tuple(told.merged))


def _packed_records(part: bytes) -> Iterator[Record]:
    at = 0
    while at < len(part):
        kind, at = _number(part, at)
        size, at = _number(part, at)
        yield kind, part[at : at + size]
        at += size


def _number(part: bytes, at: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, and where what is behind it begins."""
    number = shift = 0
    while True:
        byte = part[at]
        at += 1
        number |= (byte & ~_MORE) << shift
        shift += 7
        if not byte & _MORE:
            return number, at
