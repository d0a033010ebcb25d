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
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from luocdo.graph.errors import TooLargeError
from luocdo.loaders.drawn import DrawnCell, DrawnTable, placed, with_page
from luocdo.loaders.formats.charsets import to_unicode
from luocdo.loaders.formats.row_lines import Cell, clean_line, row_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeGuard

    from luocdo.loaders.drawn import Box

MOST_COLUMNS = 200
MOST_ROWS = 50_000
_LAYOUT_COLUMNS = 3
_LAYOUT_ROWS = 4
_FRAME_COLUMNS = 2
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
class Place:
    """A cell before it is written down: its lines, how many rows and columns it covers, where it
    is drawn.

    ``blocks`` are what it holds where a table stands within it. One that ``goes_on`` is the rest
    of a merged cell above it in the table of the page before.
    """

    lines: Cell = ()
    rows: int = 1
    columns: int = 1
    page: int | None = None
    box: Box | None = None
    blocks: tuple[Block, ...] = ()
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: for each row and column the cell that begins there, None where another one covers.

    A cell of which nothing is known but its lines is those alone. One that ``goes_on`` is the rest
    of the table before it, on the next page.
    """

    rows: tuple[tuple[Place | Cell | None, ...], ...]
    ruled: bool = True
    goes_on: bool = False

    @property
    def words(self) -> tuple[tuple[Cell, ...], ...]:
        """The lines of each cell; nothing where another one covers."""
        return tuple(row if _lines_alone(row) else tuple(map(_lines_of, row)) for row in self.rows)

    @property
    def places(self) -> Iterator[tuple[int, int, Place]]:
        """The cells of which more is known than their lines, each with its row and column."""
        for at, row in enumerate(self.rows):
            if _lines_alone(row):
                continue
            for column, place in enumerate(row):
                if isinstance(place, Place):
                    yield at, column, place

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row) for row in self.rows), default=0)


Block = Line | Grid


def _lines_alone(row: tuple[Place | Cell | None, ...]) -> TypeGuard[tuple[Cell, ...]]:
    """Tell a row of whose cells nothing is known but their lines."""
    return set(map(type, row)) == {tuple}


def _lines_of(place: Place | Cell | None) -> Cell:
    return place.lines if isinstance(place, Place) else place or ()


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
        self.lines += [row_line(words[at], width) for at in kept]
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


def cell_of(blocks: Iterable[Block]) -> Place:
    """Return a cell that holds ``blocks``: a table within it is printed in its lines."""
    found = tuple(blocks)
    lines: list[str] = []
    for block in found:
        if isinstance(block, Line):
            lines.append(block.text)
        else:
            lines += [" ".join(" ".join(inner) for inner in row if inner) for row in block.words]
    nested = any(isinstance(block, Grid) for block in found)
    return Place(tuple(line for line in lines if line.strip()), blocks=found if nested else ())


class GridBuilder:
    """Places cells with spans on a grid (ô gộp): each is read once, where it begins."""

    def __init__(self) -> None:
        """Begin with no row."""
        self._rows: list[dict[int, Place]] = []
        self._free_from: dict[
            int, int
        ] = {}  # column -> first row that no cell from above reaches into
        self._begun: dict[int, int] = {}  # column -> row of the last cell that begins in it
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

    def cell(self, place: Place, columns: int = 1, rows: int = 1) -> None:
        """Place a cell in the row begun last, behind the cells already there and those that reach
        into it from above.

        Raises:
            TooLargeError: no document has a table as wide.
        """
        at = len(self._rows) - 1
        while self._free_from.get(self._next, 0) > at:
            self._next += 1
        column, self._next = self._next, self._next + max(columns, 1)
        if self._next > MOST_COLUMNS:
            raise TooLargeError(MOST_COLUMNS, "cột")
        self._rows[at][column] = replace(place, columns=max(columns, 1), rows=max(rows, 1))
        self._begun[column] = at
        self._width = max(self._width, self._next)
        for covered in range(column, self._next):
            self._free_from[covered] = at + max(rows, 1)

    def go_on(self, columns: int = 1) -> None:
        """Let the cell above reach into the row begun last, as Word says it; where there is none
        the cell is empty.
        """
        at, column = len(self._rows) - 1, self._next
        begun = self._begun.get(column)
        above = None if begun is None else self._rows[begun][column]
        if begun is None or above is None or begun + above.rows != at:
            self.cell(Place(), columns)
            return
        self._rows[begun][column] = replace(above, rows=above.rows + 1)
        self._next += above.columns
        for covered in range(column, self._next):
            self._free_from[covered] = at + 1

    def grid(self) -> Grid:
        """Return the grid; every row as wide as the widest, places that no cell was drawn in are
        empty cells.
        """
        covered = {
            (row, column)
            for at, cells in enumerate(self._rows)
            for first, place in cells.items()
            for row in range(at, min(at + place.rows, len(self._rows)))
            for column in range(first, first + place.columns)
        }
        return Grid(
            tuple(
                tuple(
                    row.get(column) or (None if (at, column) in covered else Place())
                    for column in range(self._width)
                )
                for at, row in enumerate(self._rows)
            )
        )
