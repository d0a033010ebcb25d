"""A table as it is printed (bảng in): its columns, its rows, and the lines that stand between
them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.drawn import DrawnCell, DrawnRow
    from luocdo.loaders.tables.columns import Columns
    from luocdo.loaders.text.page import Span
    from luocdo.loaders.text.zones import Annex, Part


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with one cell for each column; ``printed`` counts the cells that its line holds.

    ``drawn`` is the row as the source draws it: it alone says which empty places a merged cell
    covers.
    """

    cells: tuple[Span, ...]
    span: Span
    after_break: bool
    printed: int
    drawn: DrawnRow | None = None

    @property
    def certain(self) -> bool:
        """Whether it is known which cells are merged: an empty one is then empty."""
        return self.drawn is not None and self.drawn.ruled

    @property
    def whole_width(self) -> bool:
        """Whether one cell runs over all columns."""
        return self.drawn is not None and self.drawn.one_cell

    def merged(self, column: int) -> DrawnCell | None:
        """Return the cell that covers ``column`` from a row above."""
        if (
            self.drawn is None
            or column >= len(self.drawn.cells)
            or not self.drawn.from_above(column)
        ):
            return None
        return self.drawn.cells[column]


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line between the rows of a table: a group heading, or a cell that slipped out
    of its row.
    """

    span: Span


Entry = TableRow | TableLine


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table with its ``columns`` and ``entries``; ``label`` names the annex or table for the
    places of its rows.

    ``names`` are the cells that head its columns, the lowest of each; empty where they are not
    known.
    """

    columns: Columns
    entries: tuple[Entry, ...]
    heading: Span
    label: str
    names: tuple[Span, ...] = ()

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """The rows among the entries."""
        return tuple(entry for entry in self.entries if isinstance(entry, TableRow))

    @property
    def end(self) -> int:
        """Where it ends in the page."""
        return max((entry.span.end for entry in self.entries), default=self.heading.end)


def annex_at(part: Part, position: int) -> Annex | None:
    """Return the annex that holds ``position``."""
    return next(
        (annex for annex in part.annexes if annex.span.start <= position < annex.span.end), None
    )


def table_label(part: Part, heading: Span, before: Sequence[PrintedTable]) -> str:
    """Name a table by its annex, else by its number among those before it."""
    annex = annex_at(part, heading.start)
    if annex is not None:
        return annex.label
    return "Bảng" if all(table.label != "Bảng" for table in before) else f"Bảng {len(before) + 1}"
