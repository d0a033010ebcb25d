"""CSV of the assignments (phân công), one row each: UTF-8 with the mark by which Excel knows it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, BinaryIO

from luocdo.graph.export.sheets import sheets
from luocdo.graph.text import harmless
from luocdo.graph.visible import visible

if TYPE_CHECKING:
    from luocdo.graph.model import Graph


def write(graph: Graph, stream: BinaryIO) -> None:
    """Write the first sheet; other kinds of rows are in the workbook (xlsx)."""
    sheet = sheets(graph)[0]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(sheet.heads)
    writer.writerows(
        [harmless(visible(value)) if isinstance(value, str) else value for value in row] for row in sheet.rows
    )
    stream.write(text.getvalue().encode("utf-8-sig"))
