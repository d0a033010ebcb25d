"""Blocks to plain text (dựng lại thành chữ): the one form in which every format reaches the
readers.

A paragraph is a line. A table of rows is one line per row, tabs between cells, `` <br> `` between
the lines of a cell, nothing where a merged cell covers; the grid beside the text tells that from
an empty cell. A table that only places things on the page (the letterhead, recipients beside the
signature, the frame around another table) comes as lines, cell after cell.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.loaders.drawn import DrawnCell, DrawnTable, placed, with_page
from luocdo.loaders.formats.blocks import Block, Grid, Line
from luocdo.loaders.formats.charsets import to_unicode
from luocdo.loaders.formats.row_lines import Cell, clean_line, row_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


_LAYOUT_COLUMNS = 3
_LAYOUT_ROWS = 4
_FRAME_COLUMNS = 2
_ORDINAL = re.compile(r"(?i)^\s*(?:s?tt|số tt|số thứ tự|stt\.?|no\.?)\s*$")
_LAYOUT_WORDS = re.compile(
    r"(?i)c[ộô]ng\s+h[oòóọ][aà]?\s+x[ãa]\s+h[ộôọ]i|độc\s+lập\s*-|^\s*số\s*:|nơi\s+nhận|đảng\s+cộng\s+sản|^\s*(?:KT|TM|TL|TUQ|T/M|K/T)\s*\.?\s",
    re.MULTILINE,
)


def render(blocks: Iterable[Block]) -> tuple[str, tuple[DrawnTable, ...]]:
    """Return the text of ``blocks``, in Unicode, and its tables as they are drawn."""
    writing = _Writing()
    for block in blocks:
        writing.write(block)
    text = to_unicode("\n".join(writing.lines).rstrip("\n") + "\n")
    return text, placed(text, writing.tables)


@dataclass(slots=True)
class _Writing:
    """The lines written so far, never two blank ones together; tables by the numbers of their
    lines.
    """

    lines: list[str] = field(default_factory=list)
    tables: list[DrawnTable] = field(default_factory=list)

    def write(self, block: Block) -> None:
        if isinstance(block, Line):
            self._line(clean_line(block.text))
        else:
            self._grid(block)

    def _line(self, line: str) -> None:
        if line or (self.lines and self.lines[-1]):
            self.lines.append(line)

    def _grid(self, grid: Grid) -> None:
        words = grid.words
        kept = [at for at, row in enumerate(words) if any(map(any, row))]
        if not kept:
            return
        self._line("")
        if _only_places(grid, [words[at] for at in kept]):
            self._places(grid)
        else:
            self._rows(grid, kept, words)
        self._line("")

    def _places(self, grid: Grid) -> None:
        for place in (place for row in grid.rows for place in row if place):
            lines = place if isinstance(place, tuple) else place.lines
            inner = () if isinstance(place, tuple) else place.blocks
            for block in inner or map(Line, lines):
                self.write(block)
            self._line("")

    def _rows(self, grid: Grid, kept: list[int], words: Sequence[Sequence[Cell]]) -> None:
        width, first = grid.width, len(self.lines)
        self.lines += row_lines([words[at] for at in kept], width, tidy=grid.tidy)
        table = DrawnTable(
            tuple(_drawn(grid, kept)), tuple(range(first, len(self.lines))), width, grid.ruled
        )
        if grid.goes_on and self.tables and self.tables[-1].width == width:
            self.tables[-1] = with_page(self.tables[-1], table, set(_going_on(grid, kept)))
        else:
            self.tables.append(table)


def _drawn(grid: Grid, kept: list[int]) -> Iterator[DrawnCell]:
    """Yield the cells that a line of tabs cannot tell; rows in which nothing stands are left out,
    the others numbered anew.
    """
    for at, column, place in grid.places:
        if place.rows == place.columns == 1 and place.box is None:
            continue
        first, behind = bisect_left(kept, at), bisect_left(kept, at + place.rows)
        if first < behind:
            yield DrawnCell(
                first, column, behind - first, place.columns, 0, 0, place.page, place.box
            )


def _going_on(grid: Grid, kept: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield row and column of the cells that are the rest of merged ones of the page before."""
    new = {old: at for at, old in enumerate(kept)}
    yield from (
        (new[row], column) for row, column, place in grid.places if place.goes_on and row in new
    )


def _only_places(grid: Grid, rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table only places letterhead, recipients or signature side by side, or frames
    another table.
    """
    width = grid.width
    if width == 1 or (width <= _FRAME_COLUMNS and _frames(grid)):
        return True
    if (
        width > _LAYOUT_COLUMNS
        or len(rows) > _LAYOUT_ROWS
        or any(_ORDINAL.match(" ".join(cell)) for cell in rows[0])
    ):
        return False
    return any(_LAYOUT_WORDS.search("\n".join(cell)) for row in rows for cell in row)


def _frames(grid: Grid) -> bool:
    """Whether a cell holds a table that has more columns than the one around it."""
    inner = (block for _, _, place in grid.places for block in place.blocks)
    return any(isinstance(block, Grid) and block.width > grid.width for block in inner)
