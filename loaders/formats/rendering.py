"""Blocks to plain text (dựng lại thành chữ): the one form in which every format reaches the readers.

A paragraph is a line. A table of rows is one line per row, tabs between cells, `` <br> `` between the lines of a cell, an
empty cell below or beside a merged one. A table that only places things on the page (the letterhead, recipients beside
the signature) is told by its few, many-lined cells and comes as lines, cell after cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.errors import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Cell = tuple[str, ...]
MOST_COLUMNS = 200
MOST_ROWS = 50_000
_BREAK = " <br> "
_LAYOUT_COLUMNS = 3
_LAYOUT_ROWS = 4
_ORDINAL = re.compile(r"(?i)^\s*(?:s?tt|số tt|số thứ tự|stt\.?|no\.?)\s*$")
_LAYOUT_WORDS = re.compile(
    r"(?i)c[ộô]ng\s+h[oòóọ][aà]?\s+x[ãa]\s+h[ộôọ]i|độc\s+lập\s*-|^\s*số\s*:|nơi\s+nhận|đảng\s+cộng\s+sản|^\s*(?:KT|TM|TL|TUQ|T/M|K/T)\s*\.?\s",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, each cell its lines; a cell covered by a merged one is empty."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Line | Grid


def render(blocks: Iterable[Block]) -> str:
    """Return the text of ``blocks``."""
    lines: list[str] = []
    for block in blocks:
        lines += [_clean(block.text)] if isinstance(block, Line) else list(_grid(block))
    return "\n".join(_single_blanks(lines)).strip("\n") + "\n"


def _grid(grid: Grid) -> Iterator[str]:
    rows = [row for row in grid.rows if any(any(cell) for cell in row)]
    if not rows:
        return
    yield ""
    if _only_places(rows):
        for row in rows:
            for cell in row:
                yield from (_clean(line) for line in cell)
                yield ""
    else:
        for row in rows:
            yield "\t".join(_BREAK.join(_clean(line) for line in cell if line.strip()) for cell in row)
    yield ""


def _only_places(rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a table only places letterhead, recipients or signature side by side."""
    width = max(len(row) for row in rows)
    if width == 1:
        return True
    if width > _LAYOUT_COLUMNS or len(rows) > _LAYOUT_ROWS or any(_ORDINAL.match(" ".join(cell)) for cell in rows[0]):
        return False
    return any(_LAYOUT_WORDS.search("\n".join(cell)) for row in rows for cell in row)


def _clean(text: str) -> str:
    """Return one line: tabs and line ends in it are spaces, no-break ones too."""
    return " ".join(text.replace("\u00a0", " ").split())


def _single_blanks(lines: Iterable[str]) -> Iterator[str]:
    blank = True
    for line in lines:
        if line or not blank:
            yield line
        blank = not line


class GridBuilder:
    """Places cells with spans on a grid (ô gộp): each is read once, where it begins."""

    def __init__(self) -> None:
        """Begin with no row."""
        self._rows: list[dict[int, Cell]] = []
        self._free_from: dict[int, int] = {}  # column -> first row that no cell from above reaches into
        self._next = 0
        self._width = 0

    def row(self) -> None:
        """Begin a row."""
        if len(self._rows) >= MOST_ROWS:
            raise TooLargeError(MOST_ROWS, "dòng")
        self._rows.append({})
        self._next = 0

    def skip(self, columns: int) -> None:
        """Leave ``columns`` of the row begun last empty."""
        self._next += max(0, columns)

    def cell(self, lines: Cell, columns: int = 1, rows: int = 1) -> None:
        """Place a cell in the row begun last, behind the cells already there and those that reach into it from above.

        Raises:
            TooLargeError: no document has a table as wide.
        """
        at = len(self._rows) - 1
        while self._free_from.get(self._next, 0) > at:
            self._next += 1
        column, self._next = self._next, self._next + max(columns, 1)
        if self._next > MOST_COLUMNS:
            raise TooLargeError(MOST_COLUMNS, "cột")
        self._rows[at][column] = lines
        self._width = max(self._width, self._next)
        for covered in range(column, self._next):
            self._free_from[covered] = at + max(rows, 1)

    def grid(self) -> Grid:
        """Return the grid; every row as wide as the widest."""
        return Grid(tuple(tuple(row.get(column, ()) for column in range(self._width)) for row in self._rows))
