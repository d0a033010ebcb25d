"""The grid of a ruled table (lưới của bảng có kẻ): which rows and columns the boxes between its
rulings cover.

A double ruling is drawn as two lines: the sliver between them is no cell, and both are one edge.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from luocdo.loaders.drawn import Box

_SLIVER = 5.5  # points: narrower than a letter, lower than a line of print


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A box of a table: it covers ``rows`` by ``columns`` places from (``row``, ``column``)."""

    row: int
    column: int
    rows: int
    columns: int
    box: Box


@dataclass(frozen=True, slots=True)
class RuledTable:
    """The cells of a table, its size, and where its columns begin; not ``ruled`` where it only
    stands in columns.
    """

    cells: tuple[RuledCell, ...]
    height: int
    width: int
    edges: tuple[float, ...]
    ruled: bool = True

    @property
    def top(self) -> float:
        """Where the table begins on its page."""
        return min(cell.box[1] for cell in self.cells)


def ruled_table(boxes: Iterable[Box]) -> RuledTable | None:
    """Return the table whose cells are ``boxes``; None where they are no table."""
    real = [box for box in boxes if box[2] - box[0] > _SLIVER and box[3] - box[1] > _SLIVER]
    if len(real) < 2:  # noqa: PLR2004 - one box is a frame
        return None
    across = _levels(side for box in real for side in (box[0], box[2]))
    down = _levels(side for box in real for side in (box[1], box[3]))
    cells = sorted(
        (_cell(box, across, down) for box in real), key=lambda cell: (cell.row, cell.column)
    )
    return RuledTable(tuple(cells), len(down) - 1, len(across) - 1, tuple(across[:-1]))


def _levels(sides: Iterable[float]) -> list[float]:
    """Return where the edges lie, from left to right; those that a double ruling draws beside one
    another are one.
    """
    ordered = sorted(set(sides))
    return [ordered[0], *(right for left, right in pairwise(ordered) if right - left > _SLIVER)]


def _cell(box: Box, across: Sequence[float], down: Sequence[float]) -> RuledCell:
    left, right = bisect_right(across, box[0]) - 1, bisect_right(across, box[2]) - 1
    top, bottom = bisect_right(down, box[1]) - 1, bisect_right(down, box[3]) - 1
    return RuledCell(top, left, max(1, bottom - top), max(1, right - left), box)
