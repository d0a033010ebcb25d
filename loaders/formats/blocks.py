"""Blocks (khối: đoạn, bảng): what every format hands over to be written as plain text, paragraphs
and tables with merged cells.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from luocdo.graph.errors import TooLargeError
from luocdo.loaders.formats.row_lines import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from luocdo.loaders.drawn import Box

MOST_COLUMNS = 200
MOST_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; one ``behind_break`` is a line of the one above that its writer set apart."""

    text: str
    behind_break: bool = False


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
    of the table before it, on the next page. The cells of a ``tidy`` one are known to be one line
    each, with single blanks.
    """

    rows: tuple[tuple[Place | Cell | None, ...], ...]
    ruled: bool = True
    goes_on: bool = False
    tidy: bool = False

    @property
    def words(self) -> tuple[tuple[Cell, ...], ...]:
        """The lines of each cell; nothing where another one covers."""
        if _lines_alone(chain.from_iterable(self.rows)):
            return self.rows  # type: ignore[return-value] # which was just looked at
        return tuple(tuple(map(_lines_of, row)) for row in self.rows)

    @property
    def places(self) -> Iterator[tuple[int, int, Place]]:
        """The cells of which more is known than their lines, each with its row and column."""
        if _lines_alone(chain.from_iterable(self.rows)):
            return
        for at, row in enumerate(self.rows):
            for column, place in enumerate(row):
                if isinstance(place, Place):
                    yield at, column, place

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)


Block = Line | Grid


def _lines_alone(cells: Iterable[Place | Cell | None]) -> bool:
    """Tell cells of which nothing is known but their lines."""
    return set(map(type, cells)) == {tuple}


def _lines_of(place: Place | Cell | None) -> Cell:
    return place.lines if isinstance(place, Place) else place or ()


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
