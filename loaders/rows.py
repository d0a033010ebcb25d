"""The rows that the drafter wrote (dòng của người soạn), rebuilt from the rows that the pages print.

A row with a number of its own begins a task. A row without one either goes on with the row above, when its cells are
halves of sentences, or is a further assignment of the same task, when it has a lead or a time limit of its own. Group
headings (I, A, "Nhiệm vụ giao Bộ …") give the section.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.loaders.cuts import begins_low, deadline_goes_on, goes_on, repeats, units_go_on
from luocdo.loaders.grid import cell_text
from luocdo.loaders.page import Page, Span
from luocdo.loaders.tables import CODE, PrintedTable, TableLine, TableRow
from luocdo.loaders.sections import Section, Sections, is_group_line

if TYPE_CHECKING:
    from luocdo.loaders.columns import Role

Pieces = tuple[Span, ...]

# What may stand in a merged cell above the rows of one task.
INHERITED: tuple[Role, ...] = ("lead", "coordinate", "approver", "deadline")
PROGRESS = re.compile(
    r"(?:đã|chưa|đang|không|chậm)\s+(?:hoàn\s+thành|thực\s+hiện|triển\s+khai)(?:\s+(?:quá\s+hạn|đúng\s+hạn|trước\s+hạn))?",
    re.I,
)
_TOTAL = re.compile(r"(?:tong( cong| so)?|cong)(?: (?:muc|phan|nhom)? ?[ivx\d]+.*)?|(?:tong cong|cong muc)\b.*")
_TWO_CELLS = re.compile(r"\s{2,}(?=[A-ZĐÀ-Ỹ])")
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZĐÀ-Ỹ])")


@dataclass(slots=True)
class SubRow:
    """One printed assignment (phân công): the pieces of its cells by role, its own text, what merged cells lend it."""

    cells: dict[Role, Pieces]
    span: Span
    text: Pieces = ()
    inherited: frozenset[Role] = frozenset()
    columns: dict[int, Pieces] = field(default_factory=dict)

    def get(self, role: Role) -> Pieces:
        """Return the pieces of the cell of that role."""
        return self.cells.get(role, ())


@dataclass(slots=True)
class DraftRow:
    """A task as drafted: its code, its words, its basis (which belongs to the whole of it), and its assignments."""

    code: str | None
    sections: tuple[Section, ...]
    text: Pieces
    basis: Pieces
    group: Pieces
    subrows: list[SubRow]
    rebuilt: bool = False
    orphan: bool = False


def drafted_rows(page: Page, table: PrintedTable) -> tuple[DraftRow, ...]:
    """Rebuild the rows of ``table``."""
    builder = _Builder(page, table)
    for at, entry in enumerate(table.entries):
        if isinstance(entry, TableLine):
            builder.line(entry.span)
        else:
            builder.row(entry, at)
    for row in builder.rows:
        _inherit(row)
    return tuple(builder.rows)


def row_place(table: PrintedTable, row: DraftRow) -> str:
    """Return where a row stands: "Phụ lục › I › 1.4"; a code that repeats its heading's is not doubled."""
    codes = [section.code for section in row.sections if section.code]
    codes = [code for code, below in zip(codes, (*codes[1:], ""), strict=False) if not below.startswith(code + ".")]
    if row.code and codes and row.code.startswith(codes[-1] + "."):
        codes.pop()
    return " › ".join((table.label, *codes, row.code or "(không số)"))


def _inherit(row: DraftRow) -> None:
    """Lend the empty cells of further assignments what stands above them; the first row of a task lends nothing."""
    for above, below in zip(row.subrows, row.subrows[1:], strict=False):
        for role in INHERITED:
            if not below.get(role) and above.get(role):
                below.cells[role] = above.get(role)
                below.inherited |= {role}


@dataclass(slots=True)
class _Builder:
    page: Page
    table: PrintedTable
    rows: list[DraftRow] = field(default_factory=list)
    sections: Sections = field(default_factory=Sections)
    below_heading: bool = True  # no row since the last group heading

    # ---- lines between rows

    def line(self, span: Span) -> None:
        """Take in a line outside the cells: a group heading, or a cell that slipped out of the row above."""
        span = self.page.trim(span)
        if not span:
            return
        text = self.page.text(span)
        state = PROGRESS.match(text)
        sub = self._last()
        if state and sub and self.table.columns.first("progress") is not None and not sub.get("progress"):
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
        if sub is None or not self.rows or self.below_heading:
            return
        tail = [column.role for column in self.table.columns.all if column.role in {"result", "product", "progress"}]
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

    def _open(self, _: Section) -> None:
        self.below_heading = True

    # ---- rows

    def row(self, row: TableRow, at: int) -> None:
        """Take in a printed row."""
        cells = self._by_role(row)
        texts = {role: cell_text(self.page, pieces) for role, pieces in cells.items()}
        filled = [cell for cell in row.cells if cell]
        if not filled or self._is_total(filled) or set(texts) <= {"money", "sources"}:
            return
        if self._group(row, filled, texts, at):
            return
        code = texts.get("code", "")
        if code and not self._repeated_code(code, row, texts):
            self._mend_leaks(cells, texts, row)
            self._new(row, cells, code.rstrip(".)").lstrip("("))
        elif self._begins_without_code(row, texts, at):
            self._new(row, cells, None)
            self.rows[-1].orphan = not self.below_heading and "code" in self._roles()
            self.below_heading = False
        else:
            self._further(row, cells, texts)
        self.below_heading = False

    def _roles(self) -> set[Role]:
        return {column.role for column in self.table.columns.all}

    def _by_role(self, row: TableRow) -> dict[Role, Pieces]:
        cells: dict[Role, Pieces] = {}
        for column, cell in zip(self.table.columns.all, row.cells, strict=True):
            if cell:
                cells[column.role] = (*cells.get(column.role, ()), cell)
        return cells

    def _is_total(self, filled: list[Span]) -> bool:
        words = [fold(self.page.text(cell)) for cell in filled[:2]]
        return any(_TOTAL.fullmatch(word) for word in words)

    def _group(self, row: TableRow, filled: list[Span], texts: dict[Role, str], at: int) -> bool:
        """Read a group heading; True where the row is one."""
        first = self.page.text(filled[0])
        coded = CODE.fullmatch(first) is not None and filled[0] == row.cells[0]
        if len(filled) == 1 and not coded:
            return self._single(filled[0], row)
        if not coded or not self.sections.is_group(first, self._next_code(at)):
            return False
        beyond = [cell for cell in filled[2:] if not begins_low(self.page.text(cell))]
        if beyond or len(filled) < 2:  # noqa: PLR2004 - a code and a title
            return False
        if "target" in texts and first[0].isdigit():
            return False
        self._open(self.sections.coded(first, filled[1], self.page.text(filled[1])))
        return True

    def _single(self, cell: Span, row: TableRow) -> bool:
        text = self.page.text(cell)
        heads = cell in row.cells[:2]
        capitals = text.upper() == text and any(letter.isalpha() for letter in text)
        if heads and (capitals or is_group_line(text)):
            self._open(self.sections.line(cell, text))
            return True
        return False

    def _next_code(self, at: int) -> str:
        """Return the code of the next row that has one."""
        for entry in self.table.entries[at + 1 :]:
            if isinstance(entry, TableRow) and (code := self.page.text(entry.cells[0])):
                return code
        return ""

    def _repeated_code(self, code: str, row: TableRow, texts: dict[Role, str]) -> bool:
        """Tell whether a page prints the code of the row above once more."""
        if not self.rows or not row.after_break or self.rows[-1].code != code.rstrip(".)"):
            return False
        return begins_low(texts.get("text", texts.get("target", "x")))

    def _begins_without_code(self, row: TableRow, texts: dict[Role, str], at: int) -> bool:
        """Tell whether a row without a number is a task all the same."""
        words = texts.get("text") or texts.get("target")
        if not self.rows or (self.below_heading and (words or "group" in texts)):
            return bool(words or "group" in texts)
        if "code" not in self._roles():
            above = cell_text(self.page, self.rows[-1].text)
            return bool(words) and not (row.after_break and goes_on(above, words))
        return row.after_break and bool(words) and self._lost_rows(at)

    def _lost_rows(self, at: int) -> bool:
        """Tell whether rows are missing: the number above and the next below do not follow one another."""
        above, below = self.rows[-1].code or "", self._next_code(at).rstrip(".)")
        return above.isdigit() and below.isdigit() and int(below) > int(above) + 1

    def _new(self, row: TableRow, cells: dict[Role, Pieces], code: str | None) -> None:
        words = cells.get("text") or cells.get("target") or cells.get("group") or ()
        own = {role: pieces for role, pieces in cells.items() if role not in {"code", "text", "group", "basis"}}
        sub = SubRow(own, row.span, words, columns=self._columns(row))
        self.rows.append(
            DraftRow(code, self.sections.trail(), words, cells.get("basis", ()), cells.get("group", ()), [sub]),
        )

    def _columns(self, row: TableRow) -> dict[int, Pieces]:
        return {at: (cell,) for at, cell in enumerate(row.cells) if cell}

    def _last(self) -> SubRow | None:
        return self.rows[-1].subrows[-1] if self.rows else None

    # ---- rows without a number

    def _further(self, row: TableRow, cells: dict[Role, Pieces], texts: dict[Role, str]) -> None:
        sub = self._last()
        if sub is None:
            return
        task = self.rows[-1]
        task.basis = (*task.basis, *cells.pop("basis", ()))
        self._drop_repeated(task, sub, cells, texts)
        if self._is_assignment(row, sub, texts):
            self._assign(row, task, sub, cells, texts)
        else:
            self._continue(task, sub, cells, texts)
        task.rebuilt = task.rebuilt or row.after_break

    def _drop_repeated(self, task: DraftRow, sub: SubRow, cells: dict[Role, Pieces], texts: dict[Role, str]) -> None:
        """Drop cells that print the end of the cell above once more, or that of its neighbour, shifted."""
        above = {role: cell_text(self.page, pieces) for role, pieces in sub.cells.items()}
        above["text"] = cell_text(self.page, task.text)
        for role in ("text", "lead", "coordinate"):
            text = texts.get(role, "")
            mine = repeats(above.get(role, ""), text) and (role == "text" or begins_low(text))
            shifted = role == "coordinate" and begins_low(text) and repeats(above.get("lead", ""), text)
            if text and (mine or shifted):
                cells.pop(role, None)
                texts.pop(role, None)

    def _is_assignment(self, row: TableRow, sub: SubRow, texts: dict[Role, str]) -> bool:
        """Tell whether a row without a number has a lead, a time limit or a product of its own."""
        above = {role: cell_text(self.page, pieces) for role, pieces in sub.cells.items()}
        lead, due = texts.get("lead", ""), texts.get("deadline", "")
        new_due = bool(due) and not deadline_goes_on(above.get("deadline", ""), due)
        new_lead = bool(lead) and not units_go_on(above.get("lead", ""), lead)
        if new_lead and row.after_break and not new_due and fold(lead) == fold(above.get("lead", "")):
            new_lead = not units_go_on("", texts.get("coordinate", "")) and not begins_low(texts.get("text", ""))
        if new_lead or new_due:
            return True
        product = texts.get("product", "")
        own = bool(product) and "text" not in texts and not begins_low(product)
        return own and not row.after_break and bool(above.get("product"))

    def _assign(
        self,
        row: TableRow,
        task: DraftRow,
        above: SubRow,
        cells: dict[Role, Pieces],
        texts: dict[Role, str],
    ) -> None:
        """Add an assignment; cells that are halves of sentences go to the row above."""
        words = cells.pop("text", ())
        if words and row.after_break and goes_on(cell_text(self.page, task.text), texts["text"]):
            task.text = (*task.text, *words)
            words = ()
        if row.after_break:
            self._give_back(task, above, cells, texts)
        own = {role: pieces for role, pieces in cells.items() if role not in {"code", "group"}}
        task.subrows.append(SubRow(own, row.span, words, columns=self._columns(row)))

    def _give_back(self, task: DraftRow, above: SubRow, cells: dict[Role, Pieces], texts: dict[Role, str]) -> None:
        for role in ("lead", "coordinate"):
            if role in cells and begins_low(texts[role]) and units_go_on("", texts[role]):
                self._append(task, role, cells.pop(role))
        if "product" in cells and begins_low(texts["product"]):
            rest, own = self._halves(cells.pop("product")[0])
            above.cells["product"] = (*above.get("product"), rest)
            if own:
                cells["product"] = (own,)

    def _halves(self, cell: Span) -> tuple[Span, Span]:
        """Cut a cell in which the rest of the one above and a new text have run together."""
        text = self.page.flat[cell.start : cell.end]
        cut = _TWO_CELLS.search(text) or _SENTENCE.search(text)
        at = cell.end if cut is None else cell.start + cut.start()
        return self.page.trim(Span(cell.start, at)), self.page.trim(Span(at, cell.end))

    def _continue(self, task: DraftRow, sub: SubRow, cells: dict[Role, Pieces], texts: dict[Role, str]) -> None:
        """Add the pieces of a row to the cells above."""
        words = cells.pop("text", cells.pop("target", ()))
        if len(task.subrows) > 1 and sub.text and words:
            sub.text = (*sub.text, *words)
        elif words:
            task.text = (*task.text, *words)
        for role, pieces in cells.items():
            if role not in {"code", "group", "money", "sources"}:
                self._append(task, role, pieces)
        task.rebuilt = task.rebuilt or bool(texts)

    def _append(self, task: DraftRow, role: Role, pieces: Pieces) -> None:
        """Add ``pieces`` to the nearest cell of that role above."""
        owner = next((sub for sub in reversed(task.subrows) if sub.get(role)), task.subrows[-1])
        if role not in INHERITED:
            owner = task.subrows[-1]
        owner.cells[role] = (*owner.get(role), *pieces)

    def _mend_leaks(self, cells: dict[Role, Pieces], texts: dict[Role, str], row: TableRow) -> None:
        """Give the row above what a page break left in a numbered row: "toàn tỉnh. Tất cả các trường …"."""
        sub = self._last()
        if sub is None or not row.after_break:
            return
        for role in ("lead", "coordinate"):
            if role not in cells or not sub.get(role) or not texts[role][0].islower():
                continue
            rest, own = self._halves(cells[role][0])
            if own and self.page.text(rest).endswith("."):
                self._append(self.rows[-1], role, (rest,))
                cells[role] = (own, *cells[role][1:])
                self.rows[-1].rebuilt = True
