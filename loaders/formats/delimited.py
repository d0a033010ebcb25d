"""Tables written as text (.csv, .tsv): a line a row, cells between commas, semicolons or tabs;
merged cells are not known.

RFC 4180; what parts the cells is told by the row that has most of it, since Vietnamese settings of
Excel write semicolons.
"""

from __future__ import annotations

import csv
import io
from hashlib import sha256
from typing import TYPE_CHECKING

from luocdo.graph.errors import SourceError, TooLargeError
from luocdo.loaders.formats.blocks import MOST_COLUMNS, MOST_ROWS
from luocdo.loaders.formats.excel import sheet_blocks
from luocdo.loaders.formats.rendering import render
from luocdo.loaders.formats.sheet_values import printed_value
from luocdo.loaders.source import Source, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.formats.excel import Row

_MARKS = ",;\t"
_HEAD = 50  # lines by which the mark is told


def read(name: str, data: bytes) -> Source:
    """Read a table written as text.

    Raises:
        SourceError: it is no text.
        TooLargeError: it has more rows or columns than a document.
    """
    text, issues = decoded(name, data)
    text = text.removeprefix("\ufeff")
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        raise SourceError(name, "không phải bảng .csv đọc được") from error
    shown, tables = render(sheet_blocks("", rows, None))
    ending = name.rsplit(".", 1)[-1].lower()
    return Source(name, shown, sha256(data).hexdigest(), ending, issues, tables=tables)


def _rows(text: str) -> Iterator[Row]:
    """Yield the rows that hold anything, each with its number."""
    mark = _mark(text)
    for number, values in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=mark)):
        if number >= MOST_ROWS:
            raise TooLargeError(MOST_ROWS, "dòng")
        if len(values) > MOST_COLUMNS:
            raise TooLargeError(MOST_COLUMNS, "cột")
        cells = tuple(printed_value(value) for value in values)
        if any(cells):
            yield number, cells


def _mark(text: str) -> str:
    lines = text.splitlines()[:_HEAD]
    return max(_MARKS, key=lambda mark: max((len(line.split(mark)) for line in lines), default=0))
