"""An Excel workbook (sổ tính): a sheet of assignments, one for each kind of thing, one of
relations.

Rows are written as they come and let go of: memory does not grow with the sheet.
"""

from __future__ import annotations

import datetime
import re
import shutil
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.export.sheets import sheets
from luocdo.graph.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from luocdo.graph.export.laid_out import Shown
    from luocdo.graph.records import Value

_LONGEST = 32_000  # characters that Excel keeps in a cell
_MOST_ROWS = 1_000_000  # below the heading; a sheet of Excel has 1,048,576
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(
    tzinfo=None
)  # the same graph gives the same bytes


def write(leaving: Shown, stream: BinaryIO) -> None:
    """Write the sheets, the heading row of each held in place; words are words, never formulas."""
    with TemporaryFile() as whole:
        _write(leaving, whole)
        whole.seek(0)
        shutil.copyfileobj(whole, stream)


def _write(leaving: Shown, stream: BinaryIO) -> None:
    """Write to a file of our own: the workbook's pieces are packed at the end, wherever they go
    from there.

    Raises:
        OSError: there is no room for it.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - only this format needs it
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

    try:
        _fill_book(leaving, Workbook(stream, {"constant_memory": True}))
    except FileCreateError as error:
        raise error.args[0] from error


def _fill_book(leaving: Shown, opened: Workbook) -> None:
    with opened as book:
        book.set_properties({"created": _MADE})
        bold = book.add_format({"bold": True})
        for sheet in sheets(leaving):
            for number, rows in enumerate(_pages(sheet.rows), 1):
                page = book.add_worksheet(
                    sheet.title if number == 1 else f"{sheet.title} {number}"
                )
                _fill(page, sheet.heads, rows, bold)


def _pages(rows: Iterable[Sequence[Value]]) -> Iterator[Iterable[Sequence[Value]]]:
    """Yield the rows of each page, to be gone over before the next; there is always one."""
    left = iter(rows)
    yield islice(left, _MOST_ROWS)
    for first in left:
        yield chain((first,), islice(left, _MOST_ROWS - 1))


def _fill(
    page: Worksheet, heads: Sequence[str], rows: Iterable[Sequence[Value]], bold: Format
) -> None:
    page.freeze_panes(1, 0)
    for column, head in enumerate(heads):
        page.write_string(0, column, head, bold)
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(at, column, visible(_UNPRINTABLE.sub(" ", value)[:_LONGEST]))
            elif isinstance(value, bool):
                page.write_boolean(at, column, value)
            elif value is not None:
                page.write_number(at, column, value)
