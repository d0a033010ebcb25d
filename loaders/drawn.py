"""Tables as they are drawn (bảng như được kẻ): which cell covers which places of the grid, and
where its words stand.

The text of a source is one plain text, and evidence points into it. A line of tabs cannot say
whether an empty place is an empty cell (ô trống) or covered by a merged one (ô gộp): the grid
beside the text does. Formats that draw their tables (Word, web pages, sheets, ruled pages) hand
one over; of plain text and Markdown nothing is known, and there is none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

Box = tuple[float, float, float, float]  # left, top, right, bottom, in points
State = Literal["filled", "empty", "covered"]


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell that covers ``rows`` by ``columns`` places from (``row``, ``column``); its words are
    text[start:end].

    ``page`` (from 1) and ``box`` say where it is drawn, where the format has pages.
    """

    row: int
    column: int
    rows: int
    columns: int
    start: int
    end: int
    page: int | None = None
    box: Box | None = None

    @property
    def filled(self) -> bool:
        """Whether it holds any words."""
        return self.end > self.start


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table of a source: where the line of each row begins in the text, and the ``cells`` that a
    line cannot tell.

    Those are the ones that cover several places, and those of which it is known where they are
    drawn; every other place is a cell of its own between two tabs of its line. ``ruled`` is false
    where no lines are drawn, as in a table that stands in columns: its merged cells are not known.
    """

    cells: tuple[DrawnCell, ...]
    lines: tuple[int, ...]
    width: int
    ruled: bool = True

    def rows(self, text: str) -> Iterator[DrawnRow]:
        """Yield the rows from top to bottom; ``text`` is that of the source."""
        told: dict[int, list[DrawnCell]] = defaultdict(list)
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                told[row].append(cell)
        for number, line in enumerate(self.lines):
            cells = [
                DrawnCell(number, at, 1, 1, *span) for at, span in enumerate(_spans(text, line))
            ]
            for cell in told[number]:
                cells[cell.column : cell.column + cell.columns] = [cell] * cell.columns
            yield DrawnRow(number, line, tuple(cells), self.ruled)


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """One row of a drawn table: the cell that covers each of its columns; its line begins at
    ``start`` of the text.
    """

    number: int
    start: int
    cells: tuple[DrawnCell, ...]
    ruled: bool

    def state(self, column: int) -> State:
        """Return what stands at ``column``: a cell with words, an empty one, or the rest of a
        merged one.
        """
        cell = self.cells[column]
        if (cell.row, cell.column) != (self.number, column):
            return "covered"
        return "filled" if cell.filled else "empty"

    def from_above(self, column: int) -> bool:
        """Whether the place is covered by a cell that begins in a row above."""
        return self.cells[column].row < self.number

    @property
    def one_cell(self) -> bool:
        """Whether one cell runs over the whole width: a heading within the table (tiêu
        đề nhóm).
        """
        return len(self.cells) > 1 and self.cells[0].columns >= len(self.cells)

    @property
    def page(self) -> int | None:
        """The page on which the row is drawn."""
        return next((cell.page for cell in self.cells if cell.page is not None), None)


def with_page(
    table: DrawnTable, rest: DrawnTable, going_on: AbstractSet[tuple[int, int]]
) -> DrawnTable:
    """Join ``table`` with its ``rest`` on the next page; cells of the rest ``going_on`` belong to
    the ones above them.
    """
    height = len(table.lines)
    cells = list(table.cells)
    for cell in rest.cells:
        above = _lowest(table.cells, cell.column) if (cell.row, cell.column) in going_on else None
        if above is None:
            cells.append(replace(cell, row=cell.row + height))
        else:
            cells[above] = replace(
                cells[above], rows=height + cell.row + cell.rows - cells[above].row
            )
    return replace(table, cells=tuple(cells), lines=table.lines + rest.lines)


def _lowest(cells: Sequence[DrawnCell], column: int) -> int | None:
    """Return the lowest of ``cells`` that begin in ``column``."""
    found = [at for at, cell in enumerate(cells) if cell.column == column]
    return max(found, key=lambda at: cells[at].row, default=None)


def placed(text: str, tables: Sequence[DrawnTable]) -> tuple[DrawnTable, ...]:
    """Give the cells of ``tables``, whose rows are numbered by lines of ``text``, their places in
    it.

    Each row is a line with a tab between two columns; ``lines`` come in as numbers of lines.
    """
    starts = _line_starts(text) if tables else []
    return tuple(_placed(text, starts, table) for table in tables)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _placed(text: str, starts: list[int], table: DrawnTable) -> DrawnTable:
    told = {cell.row for cell in table.cells}
    rows = {
        row: _spans(text, starts[number]) for row, number in enumerate(table.lines) if row in told
    }
    cells = (
        replace(cell, start=span[0], end=span[1])
        for cell in table.cells
        for span in (rows[cell.row][cell.column],)
    )
    return replace(
        table, cells=tuple(cells), lines=tuple(starts[number] for number in table.lines)
    )


def _spans(text: str, start: int) -> list[tuple[int, int]]:
    """Return where the cells of the line that begins at ``start`` begin and end."""
    end = text.find("\n", start)
    found = []
    for words in text[start : end if end >= 0 else len(text)].split("\t"):
        found.append((start, start + len(words)))
        start += len(words) + 1
    return found
