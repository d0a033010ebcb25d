"""CSV of all tables in one zip, a file each: UTF-8 with the mark by which Excel knows it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.export.sheets import sheets
from luocdo.graph.export.zipped import zipped
from luocdo.graph.text import fold, harmless
from luocdo.graph.visible import visible

if TYPE_CHECKING:
    from luocdo.graph.export.sheets import Sheet
    from luocdo.graph.model import Graph


def write(graph: Graph, stream: BinaryIO) -> None:
    """Write a file for each sheet of the workbook, the assignments first: ``1-phan-cong.csv``."""
    named = (
        (f"{at}-{fold(sheet.title).replace(' ', '-')}.csv", sheet)
        for at, sheet in enumerate(sheets(graph), 1)
    )
    zipped(stream, ((name, _table(sheet)) for name, sheet in named))


def _table(sheet: Sheet) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(sheet.heads)
    writer.writerows(
        [harmless(visible(value)) if isinstance(value, str) else value for value in row]
        for row in sheet.rows
    )
    return text.getvalue().encode("utf-8-sig")
