"""Tables as they are printed (bảng): a row of headings, and the rows below it up to where the
table ends.

Headings that repeat on every page are dropped, a heading row glued to the row before it is cut
off, rows with missing or surplus cells are put under the right columns.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from luocdo.loaders.tables.column_headings import glued_heading, is_numbering, read_columns
from luocdo.loaders.tables.columns import Columns, lacks_cells, with_numbers, with_spread_text
from luocdo.loaders.tables.cuts import begins_low
from luocdo.loaders.tables.grid import PrintedRow
from luocdo.loaders.tables.heading_rows import HeadingRows
from luocdo.loaders.tables.headings import tells_of_steps
from luocdo.loaders.tables.issues import unread_heading
from luocdo.loaders.tables.line_ends import joined_row, row_with_line
from luocdo.loaders.tables.lost_headings import HeadlessRows, misread_heading
from luocdo.loaders.tables.parties import Marks, with_parties
from luocdo.loaders.tables.placing import CODE, placed
from luocdo.loaders.tables.printed import Entry, PrintedTable, TableLine, TableRow, table_label
from luocdo.loaders.tables.subheadings import with_subheadings
from luocdo.loaders.tables.table_ends import (
    CAPTION,
    END,
    END_ROW,
    PROGRESS,
    begins_another,
    goes_on_with,
)
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.records import Issue
    from luocdo.loaders.text.zones import Part

_FARTHEST = 15


def find_tables(
    page: Page, part: Part, rows: Iterable[PrintedRow]
) -> tuple[tuple[PrintedTable, ...], tuple[Issue, ...]]:
    """Find the tables of tasks and of targets among the printed ``rows`` of ``part``, and report
    those that have no heading.
    """
    finder = _Finder(page, part)
    for row in rows:
        finder.read(row)
    finder.close()
    return tuple(finder.tables), tuple(finder.issues)


@dataclass(slots=True)
class _Finder:
    """Reads line by line; ``columns`` is None outside tables."""

    page: Page
    part: Part
    tables: list[PrintedTable] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    columns: Columns | None = None
    heading: Span = field(default_factory=lambda: Span(0, 0))
    heads: HeadingRows = field(default_factory=HeadingRows)
    names: list[Span] = field(default_factory=list)  # the cells that head the columns
    entries: list[Entry] = field(default_factory=list)
    pending: list[PrintedRow] = field(default_factory=list)
    headless: HeadlessRows = field(default_factory=HeadlessRows)
    caption: PrintedRow | None = None
    fresh: bool = False  # directly below a heading
    above: PrintedRow | None = None  # the line right above, outside tables
    broken: bool = False  # a page ended since the last row

    def read(self, row: PrintedRow) -> None:
        """Take in the next line."""
        if not row.tabular:
            self._line(row)
            return
        above = self._above()
        texts = [self.page.text(cell) for cell in row.cells]
        glued = None if row.drawn or self.columns is None else glued_heading(self.columns, texts)
        if glued is not None:
            self._unglue(row, glued)
        elif not self._heading(row, texts, above):
            self._row(row, texts)

    def close(self) -> None:
        """End the open table, and report rows that stood under no heading."""
        if self.columns is not None:
            state = [
                line for line in self.pending[:1] if PROGRESS.match(self.page.text(line.span))
            ]
            entries = (*self.entries, *(TableLine(line.span) for line in state))
            self._keep(
                PrintedTable(
                    self.columns,
                    entries,
                    self.heading,
                    table_label(self.part, self.heading, self.tables),
                    tuple(self.names),
                )
            )
        self.issues += self.headless.issues(self.page)
        self.columns, self.caption, self.headless = None, None, HeadlessRows()
        self.entries, self.pending = [], []

    def _keep(self, table: PrintedTable) -> None:
        """Keep a table; one whose units head columns without marks may be none."""
        marks = Marks.near(self.page, table.heading, table.end)
        columns = with_parties(self.page, table.columns, table.rows, marks)
        if columns is not None:
            self.tables.append(replace(table, columns=columns))
        elif table.rows:
            party = next(column.heading for column in table.columns.all if column.role == "party")
            self.issues.append(unread_heading(self.page, table.heading, party))

    def _line(self, row: PrintedRow) -> None:
        if self.columns is None and not self.headless.rows:
            self.above = row  # prose: its words are asked for only where a table follows
            return
        text = self.page.text(row.span)
        self.above = row
        if END.match(text):
            self.close()
        elif self.columns is None:
            self.caption = row if CAPTION.match(text) else None
        elif not self._ends_cell(row, text):
            self.broken = self.broken or row.after_gap
            self.pending.append(row)
            if len(self.pending) > _FARTHEST:
                self.close()

    def _above(self) -> str:
        """Return the words of the line right above, and keep it where it may be a caption."""
        row, self.above = self.above, None
        if row is None:
            return ""
        text = self.page.text(row.span)
        if self.columns is None and not END.match(text):
            self.caption = row if CAPTION.match(text) else None
        return text

    def _unglue(self, row: PrintedRow, at: int) -> None:
        cells = row.cells
        size = len(self.columns or ())
        for piece in (cells[:size], *((cell,) for cell in cells[size:at]), cells[at:]):
            if piece:
                span = Span(piece[0].start, piece[-1].end)
                self.read(PrintedRow(piece, span, tabular=len(piece) > 1, after_gap=False))

    def _heading(self, row: PrintedRow, texts: list[str], above: str) -> bool:
        if (
            self.columns is not None
            and self.heads.come_again(texts)
            and not begins_another(
                self.page, self.columns, texts, [line.span for line in self.pending]
            )
        ):
            self.fresh = self.broken = True
            return True
        found = None if tells_of_steps(above) else read_columns(texts)
        if found is not None and self.columns is not None and lacks_cells(found, self.columns):
            self.fresh = self.broken = True
            return True
        if found is not None:
            caption = self.caption or (self.pending[-1] if self.pending else None)
            self.close()
            self.columns, self.heading, self.fresh, self.broken = found, row.span, True, True
            self.heads, self.names = HeadingRows.of(texts), list(row.cells)
            self.entries = [] if caption is None else self._captions(caption)
            return True
        return self.fresh and self._subheading(row, texts)

    def _subheading(self, row: PrintedRow, texts: list[str]) -> bool:
        if self.heads.is_lower(texts) or self._wrapped(texts):
            return True
        joined = None if self.columns is None else with_subheadings(self.columns, texts)
        if joined is None:
            return is_numbering(texts)
        if not any(isinstance(entry, TableRow) for entry in self.entries):
            self.columns = joined
            self.heads.add(texts, joined)
            self.names += row.cells[len(self.names) :]
            self.names = [
                own or above
                for own, above in zip_longest(row.cells, self.names, fillvalue=Span(0, 0))
            ]
        return True

    def _wrapped(self, texts: list[str]) -> bool:
        """Put together a heading row that a line end within a cell has cut: "Cơ quan", then "chủ
        trì".
        """
        if (
            self.columns is None
            or not begins_low(texts[0])
            or any(isinstance(one, TableRow) for one in self.entries)
        ):
            return False
        above = [column.heading for column in self.columns.all]
        whole = read_columns([*above[:-1], f"{above[-1]} {texts[0]}", *texts[1:]])
        if whole is not None:
            self.columns = whole
            self.heads.add(texts, whole)
        return whole is not None

    def _captions(self, caption: PrintedRow) -> list[Entry]:
        return [TableLine(caption.span)] if CAPTION.match(self.page.text(caption.span)) else []

    def _row(self, row: PrintedRow, texts: list[str]) -> None:
        first = next((text for text in texts if text), "")
        columns = self._uncounted(texts) or self.columns or self._resumed(row, texts)
        if columns is None:
            self.headless.take(row, texts)
            self.issues += misread_heading(self.page, row, texts)
            return
        if END_ROW.match(first):
            self.close()
            return
        self.fresh = False
        if self._joins(row, texts):
            return
        self.entries += [TableLine(line.span) for line in self.pending]
        self.pending = []
        cells = placed(self.page, columns, row.cells)
        printed = (
            len(row.cells) if any(row.cells[len(cells) :]) else min(len(row.cells), len(cells))
        )
        self.entries.append(
            TableRow(cells, row.span, self.broken or row.after_gap, printed, row.drawn)
        )
        self.broken = False

    def _uncounted(self, texts: list[str]) -> Columns | None:
        """Give a heading that lacks the cell of the numbers its column, where the first row below
        begins with one.
        """
        if self.columns is None or not self.fresh:
            return None
        if spread := with_spread_text(self.columns, texts, CODE):
            self.columns = spread
            return spread
        if len(texts) != len(self.columns) + 1 or self.columns.first("code"):
            return None
        if self.columns.all[0].role == "code" or not CODE.fullmatch(texts[0]):
            return None
        self.columns = with_numbers(self.columns)
        self.names.insert(0, Span(0, 0))
        return self.columns

    def _resumed(self, row: PrintedRow, texts: list[str]) -> Columns | None:
        """Go on with the table above where lines stood between and the row has its cells and its
        next number.
        """
        last = self.tables[-1] if self.tables else None
        if last is None or self.headless.rows:
            return None
        if not goes_on_with(self.page, self.part, last, texts, row.span.start):
            return None
        self.tables.pop()
        self.columns, self.heading, self.broken = last.columns, last.heading, True
        self.entries, self.names = list(last.entries), list(last.names)
        return self.columns

    def _joins(self, row: PrintedRow, texts: list[str]) -> bool:
        """Join a row that line ends within its cells have cut."""
        above = self.entries[-1] if self.entries else None
        if not isinstance(above, TableRow) or self.columns is None or row.drawn is not None:
            return False
        joined = joined_row(self.page, self.columns, above, row, texts)
        if joined is None:
            return False
        self.entries[-1] = joined
        self.pending = []
        return True

    def _ends_cell(self, row: PrintedRow, text: str) -> bool:
        """Add a line to the last cell of the row right above, where that cell breaks off."""
        above = self.entries[-1] if self.entries else None
        if (
            not isinstance(above, TableRow)
            or self.columns is None
            or self.pending
            or row.after_gap
        ):
            return False
        longer = row_with_line(self.page, self.columns, above, row, text)
        if longer is None:
            return False
        self.entries[-1] = longer
        return True
