"""Whose a table is by the lines above it (bảng của cơ quan nào): "Nhiệm vụ giao Sở Y tế", the name
of a sheet that is a unit's.

Annexes and workbooks often have a table for each unit; the unit then stands above the table and in
no column.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import starts_with_head
from luocdo.loaders.text.page import Span
from luocdo.loaders.text.pipeline import CITATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.loaders.tables.printed import PrintedTable
    from luocdo.loaders.text.page import Page

_MOST_LINES = 6
_WORKS = r"(?:nhiệm\s+vụ|công\s+việc|đầu\s+việc|phần\s+việc|nội\s+dung|trách\s+nhiệm)"
_END = r"(?=\s+(?:chủ\s+trì|thực\s+hiện|triển\s+khai|phụ\s+trách|năm|quý|tháng|trong|giai\s+đoạn)\b|\s*[.:;(]|\s*$)"
_GIVEN = re.compile(
    rf"\b{_WORKS}\b[^\n]{{0,60}}?\s(?:giao|của|do|thuộc)\s+(?:cho\s+)?(?P<unit>\S[^\n]{{3,90}}?){_END}",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\s*(?:(?:phụ\s+lục|biểu|bảng|mẫu)\s+[\dIVX]+\s*[.:\-–]\s*)?(?P<unit>\S[^\n]{3,90}?)\s*$",
    re.IGNORECASE,
)


def unit_above(page: Page, table: PrintedTable) -> Span | None:
    """Return the unit that the lines above ``table`` name as the one whose works it lists; by its
    name alone only right above.
    """
    lines = islice(_lines_above(page, table.heading.start), _MOST_LINES)
    return next(
        (unit for at, line in enumerate(lines) if (unit := unit_named(page, line, alone=not at))),
        None,
    )


def unit_named(page: Page, line: Span, *, alone: bool) -> Span | None:
    """Return the unit whose works a ``line`` announces, by its name ``alone`` too; one beside a
    citation issued that.
    """
    if any(
        True for _ in page.found(CITATIONS, line)
    ):  # "Kèm theo Kế hoạch số … của Ủy ban nhân dân tỉnh"
        return None
    found = _GIVEN.search(page.flat, line.start, line.end)
    if found is None and alone:
        found = _WHOLE.match(page.flat, line.start, line.end)
    return (
        page.trim(Span(*found.span("unit"))) if found and starts_with_head(found["unit"]) else None
    )


def _lines_above(page: Page, at: int) -> Iterator[Span]:
    """Yield the lines above a table, upwards, to the next table."""
    while at > 0:
        start = page.flat.rfind("\n", 0, at - 1) + 1
        words = page.flat[start : at - 1]
        if "\t" in words or "|" in words:
            return
        if words.strip():
            yield Span(start, at - 1)
        at = start
