"""The rows that the drafter wrote (dòng của người soạn), rebuilt from the rows that the pages
print.

A row with a number of its own begins a task. A row without one either goes on with the row above,
when its cells are halves of sentences, or is a further assignment of the same task, when it has a
lead or a time limit of its own. Group headings (I, A, "Nhiệm vụ giao Bộ …") give the section.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.loaders.tables.continuations import FurtherRow, columns_of
from luocdo.loaders.tables.cuts import begins_low, goes_on
from luocdo.loaders.tables.draft import GIVEN, DraftRow, SubRow, inherit, repeat_above
from luocdo.loaders.tables.grid import cell_text
from luocdo.loaders.tables.group_rows import GroupRows
from luocdo.loaders.tables.labelled_cells import take_apart
from luocdo.loaders.tables.matrix import matrix_rows
from luocdo.loaders.tables.placing import CODE
from luocdo.loaders.tables.printed import PrintedTable, TableLine, TableRow
from luocdo.loaders.tables.row_cells import RowCells
from luocdo.loaders.tables.sections import (
    Section,
    Sections,
    is_group_line,
    is_parent,
    is_total,
    lost_codes,
)
from luocdo.loaders.tables.table_ends import PROGRESS
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.tables.draft import Pieces
    from luocdo.loaders.tables.headings import Role

_WHOLE_TASK: tuple[Role, Role] = ("basis", "group")
_PRINTED_AGAIN: frozenset[Role] = frozenset({"code", "text", "group", "basis"})


def drafted_rows(page: Page, table: PrintedTable) -> tuple[DraftRow, ...]:
    """Rebuild the rows of ``table``."""
    if table.columns.is_matrix:
        return tuple(matrix_rows(page, table))
    builder = _Builder(page, table)
    for at, entry in enumerate(table.entries):
        if isinstance(entry, TableLine):
            builder.line(entry.span)
        else:
            builder.row(entry, at)
    repeat_above(page, builder.rows)
    lost = lost_codes(builder.headings)
    for row in builder.rows:
        for sub in row.subrows:
            take_apart(page, sub)
        inherit(row)
        row.sections = tuple(replace(one, code=lost.get(one, one.code)) for one in row.sections)
    return tuple(builder.rows)


@dataclass(slots=True)
class _Builder:
    page: Page
    table: PrintedTable
    rows: list[DraftRow] = field(default_factory=list)
    sections: Sections = field(default_factory=Sections)
    headings: list[Section] = field(default_factory=list)
    below_heading: bool = True  # no row since the last group heading
    short: bool = False  # the last row lacks its last cells
    cells: RowCells = field(init=False)
    groups: GroupRows = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the cells and group headings of the table."""
        self.cells = RowCells(self.page, self.table)
        self.groups = GroupRows(self.page, self.table, self.sections, self.cells)

    # ---- lines between rows

    def line(self, span: Span) -> None:
        """Take in a line outside the cells: a group heading, or a cell that slipped out of the row
        above.
        """
        span = self.page.trim(span)
        if not span or self.page.text(span).isdigit():  # nothing, or the number of a page
            return
        text = self.page.text(span)
        state = PROGRESS.match(text)
        sub = self._last()
        if (
            state
            and sub
            and self.table.columns.first("progress") is not None
            and not sub.get("progress")
        ):
            end = self._printed_end(span, state.end())
            sub.cells["progress"] = (Span(span.start, end),)
            self.rows[-1].rebuilt = True
            self.line(Span(end, span.end))
        elif is_group_line(text):
            self._open(self.sections.line(span, text))
        else:
            self._slipped(span, sub)

    def _slipped(self, span: Span, sub: SubRow | None) -> None:
        """Put a line below a row that lacks its last cells into the first that is missing."""
        if sub is None or not self.rows or self.below_heading or not self.short:
            return
        tail = [
            column.role
            for column in self.table.columns.all
            if column.role in {"result", "product", "progress"}
        ]
        role = next((role for role in tail if role in {"result", "product"}), None)
        if role is None or ("progress" in tail and sub.get("progress")):
            return
        sub.cells[role] = (*sub.get(role), span)
        self.rows[-1].rebuilt = True

    def _printed_end(self, span: Span, words: int) -> int:
        """Return where the first ``words`` characters of the squeezed text end in the page."""
        seen = 0
        last_space = True
        for at in range(span.start, span.end):
            space = self.page.flat[at].isspace()
            seen += 0 if space and last_space else 1
            last_space = space
            if seen >= words:
                return at + 1
        return span.end

    def _open(self, heading: Section) -> None:
        self.headings.append(heading)
        self.below_heading = True

    # ---- rows

    def row(self, row: TableRow, at: int) -> None:
        """Take in a printed row."""
        cells, merged = self.cells.by_role(row), self.cells.merged(row)
        texts = {role: cell_text(self.page, pieces) for role, pieces in cells.items()}
        filled = self.cells.distinct(row)
        if (
            not filled
            or is_total(self.page.text(cell) for cell in filled[:2])
            or set(texts) <= {"money", "sources"}
        ):
            return
        heading = self.groups.heading(row, filled, texts, at)
        if heading is not None:
            self._open(heading)
            return
        code = texts.get("code", "")
        if code and self._printed_again(code, texts):
            cells = {role: pieces for role, pieces in cells.items() if role not in _PRINTED_AGAIN}
            FurtherRow(self.page, row, self.rows[-1], cells, texts, merged).take()
        elif code and not self._repeated_code(code, row, texts):
            if self.rows and row.after_break:
                FurtherRow(self.page, row, self.rows[-1], cells, texts, merged).mend_leaks()
            self._coded(row, cells, merged, code, at)
        elif self.rows and self._own_under_code(row, texts, merged):
            self._new(row, cells, merged, self.rows[-1].code)
        elif self.rows and "text" in merged:
            FurtherRow(self.page, row, self.rows[-1], cells, texts, merged).take()
        elif self._begins_without_code(row, texts, at):
            self._new(row, cells, merged, None)
            self.rows[-1].orphan = not self.below_heading and "code" in self.cells.roles()
            self.below_heading = False
        elif self.rows:
            FurtherRow(self.page, row, self.rows[-1], cells, texts, merged).take()
        self.below_heading = False
        self.short = row.printed < len(self.table.columns)

    def _own_under_code(
        self, row: TableRow, texts: dict[Role, str], merged: dict[Role, Pieces]
    ) -> bool:
        """Tell a task of its own whose number is that of a unit: the merged cells cover number and
        unit, not the words.
        """
        words = (
            texts.get("text", "") if set(GIVEN) & texts.keys() else ""
        )  # alone they are the rest of cut ones
        if (
            not row.certain
            or not words
            or "text" in merged
            or not {"code", "lead"} <= merged.keys()
        ):
            return False
        return (
            not goes_on(cell_text(self.page, self.rows[-1].text), words)
            if row.after_break
            else not begins_low(words)
        )

    def _coded(
        self,
        row: TableRow,
        cells: dict[Role, Pieces],
        merged: dict[Role, Pieces],
        code: str,
        at: int,
    ) -> None:
        """Begin the task of a row with a code; one that heads the rows below gives them what they
        leave out.
        """
        known = CODE.fullmatch(code) is not None
        mark = self.cells.mark(row) if known else ""
        if known:
            self.sections.row(mark)
        self._new(row, cells, merged, code.rstrip(".)").lstrip("(") if known else None)
        if known and is_parent(mark, self.cells.next_code(at)):
            given = {role: cells[role] for role in GIVEN if role in cells}
            if given and "text" in cells:
                self.sections.coded(mark, cells["text"][0], "", given, heading=False)

    def _repeated_code(self, code: str, row: TableRow, texts: dict[Role, str]) -> bool:
        """Return whether a page prints the code of the row above once more."""
        if not self.rows or not row.after_break or self.rows[-1].code != code.rstrip(".)"):
            return False
        return begins_low(texts.get("text", texts.get("target", "x")))

    def _printed_again(self, code: str, texts: dict[Role, str]) -> bool:
        """Return whether a merged cell is printed in each of its rows: the same code and the same
        words as above.
        """
        if (
            self.below_heading
            or not self.rows
            or self.rows[-1].code != code.rstrip(".)").lstrip("(")
        ):
            return False
        return fold(texts.get("text", "")) == fold(cell_text(self.page, self.rows[-1].text))

    def _begins_without_code(self, row: TableRow, texts: dict[Role, str], at: int) -> bool:
        """Return whether a row without a number is a task all the same."""
        words = texts.get("text", texts.get("target", ""))
        if not self.rows or (self.below_heading and (words or "group" in texts)):
            return bool(words or "group" in texts)
        if "code" not in self.cells.roles():
            above = cell_text(self.page, self.rows[-1].text)
            return bool(words) and not (row.after_break and goes_on(above, words))
        return row.after_break and bool(words) and self._lost_rows(at)

    def _lost_rows(self, at: int) -> bool:
        """Return whether rows are missing: the number above and the next below do not follow one
        another.
        """
        above, below = self.rows[-1].code or "", self.cells.next_code(at).rstrip(".)")
        return above.isdigit() and below.isdigit() and int(below) > int(above) + 1

    def _new(
        self,
        row: TableRow,
        cells: dict[Role, Pieces],
        merged: dict[Role, Pieces],
        code: str | None,
    ) -> None:
        words = (
            cells.get("text")
            or cells.get("target")
            or merged.get("text")
            or cells.get("group")
            or ()
        )
        own = {
            role: pieces
            for role, pieces in cells.items()
            if role not in {"code", "text", "group", "basis"}
        }
        surplus = row.printed > len(row.cells)
        sub = SubRow(
            own, row.span, words, columns=columns_of(row), surplus=surplus, certain=row.certain
        )
        sub.lend(merged)
        sub.lend(self.sections.given())
        basis, group = (cells.get(role) or merged.get(role, ()) for role in _WHOLE_TASK)
        lent = frozenset(role for role in _WHOLE_TASK if role not in cells and role in merged)
        self.rows.append(
            DraftRow(code, self.sections.trail(), words, basis, group, [sub], lent=lent)
        )

    def _last(self) -> SubRow | None:
        return self.rows[-1].subrows[-1] if self.rows else None
