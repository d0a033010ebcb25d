"""Where a table ends (hết bảng): lines that no table holds, the heading of another one, the row
with which one goes on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.loaders.tables.captions import unit_named
from luocdo.loaders.tables.column_headings import read_columns
from luocdo.loaders.tables.printed import PrintedTable, annex_at
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.tables.columns import Columns
    from luocdo.loaders.text.zones import Part

PROGRESS = re.compile(
    r"(?:đã|chưa|đang|không|chậm)\s+(?:hoàn\s+thành|thực\s+hiện|triển\s+khai)(?:\s+(?:quá\s+hạn|đúng\s+hạn|trước\s+hạn))?",
    re.IGNORECASE,
)
END = re.compile(r"(?i)phụ\s+lục\b|phu\s+luc\b|nơi\s+nhận|điều\s+\d+\s*[.:]|(?:kt|tm|tl|tuq)\.\s")
END_ROW = re.compile(r"(?i)phụ\s+lục\b|phu\s+luc\b|nơi\s+nhận")
CAPTION = re.compile(
    r"(?:[IVX]+(?:\.\d+)*|[A-ZĐ]|\d{1,2}(?:\.\d+)*)\s*[.)/]\s*\S|(?i:phần|mục|bảng|biểu)\s+\S"
)


def begins_another(
    page: Page, columns: Columns | None, texts: Sequence[str], lines: Sequence[Span]
) -> bool:
    """Return whether one of ``lines`` since the last row begins another table: it names a unit, or
    is a caption over other columns.
    """
    found = read_columns(texts)
    headings = [fold(column.heading) for column in columns.all] if columns else []
    other = found is not None and [fold(column.heading) for column in found.all] != headings
    captioned = other and any(CAPTION.match(page.text(line)) for line in lines)
    return captioned or any(unit_named(page, line, alone=True) for line in lines)


def goes_on_with(
    page: Page, part: Part, last: PrintedTable, texts: Sequence[str], start: int
) -> bool:
    """Return whether the row at ``start`` has the cells and the next number of the table above."""
    if len(texts) != len(last.columns) or last.columns.all[0].role != "code":
        return False
    if annex_at(part, start) != annex_at(part, last.heading.start):
        return False
    numbers = [
        text for one in last.rows if (text := page.text(one.cells[0]).rstrip(".")).isdecimal()
    ]
    return bool(numbers) and texts[0].rstrip(".") == str(int(numbers[-1]) + 1)
