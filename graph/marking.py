"""What was found, marked within its text (đánh dấu chỗ khớp): cells say where by characters,
whoever prints says how.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luocdo.graph.answers import Table

MARKED = (("text", "marks"), ("product", "product_marks"))
"""A column, and the one that says where in it the marks are: "0-15 40-55"."""


def spans_of(cell: str) -> list[tuple[int, int]]:
    """Return what a cell of marks says.

    >>> spans_of("0-15 40-55")
    [(0, 15), (40, 55)]
    """
    pairs = (one.partition("-") for one in cell.split())
    return [(int(start), int(end)) for start, _, end in pairs]


def marked(table: Table) -> Table:
    """Return the table with what was found between asterisks: "ứng dụng **trí tuệ nhân tạo**"."""
    pairs = [
        (table.columns.index(text), table.columns.index(at))
        for text, at in MARKED
        if at in table.columns
    ]
    return (
        replace(table, rows=tuple(_marked(row, pairs) for row in table.rows)) if pairs else table
    )


def _marked(row: tuple[str, ...], pairs: list[tuple[int, int]]) -> tuple[str, ...]:
    cells = list(row)
    for text, at in pairs:
        for start, end in reversed(spans_of(row[at])):
            cells[text] = f"{cells[text][:start]}**{cells[text][start:end]}**{cells[text][end:]}"
    return tuple(cells)
