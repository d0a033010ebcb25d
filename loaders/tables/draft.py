"""A task row as its drafter wrote it (dòng của người soạn): one code, and one or several
assignments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from luocdo.loaders.tables.grid import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luocdo.loaders.tables.headings import Role
    from luocdo.loaders.tables.printed import PrintedTable
    from luocdo.loaders.tables.sections import Section
    from luocdo.loaders.text.page import Page, Span

Pieces = tuple["Span", ...]

# "nt", "như trên" and the ditto mark repeat the cell above.
DITTO = re.compile(
    r"(?i)[\s\-–.\"“”(]*(?:n\s?[./]?\s?t|như\s+trên)[\s\-–.\"“”)]*|[\s\-–]*(?:[\"“”″〃]{1,2}|''|//|-{2,})[\s\-–]*"
)
# What may stand in a merged cell above the rows of one task.
INHERITED: tuple[Role, ...] = ("lead", "coordinate", "approver", "deadline")
# What a group heading or a merged cell gives to the rows below.
GIVEN: tuple[Role, ...] = (*INHERITED, "product")


@dataclass(slots=True)
class SubRow:
    """One printed assignment (phân công): the pieces of its cells by role, its own text, what
    merged cells lend it.
    """

    cells: dict[Role, Pieces]
    span: Span
    text: Pieces = ()
    inherited: frozenset[Role] = frozenset()
    columns: dict[int, Pieces] = field(default_factory=dict)
    surplus: bool = False  # its line holds more cells than the table has columns
    certain: bool = False  # its merged cells are known: what is empty is empty

    def lend(self, given: Mapping[Role, Pieces]) -> None:
        """Fill its empty cells with what a merged cell or a group heading gives."""
        for role, pieces in given.items():
            if role in GIVEN and pieces and not self.get(role):
                self.cells[role] = pieces
                self.inherited |= {role}

    def get(self, role: Role) -> Pieces:
        """Return the pieces of the cell of that role."""
        return self.cells.get(role, ())


@dataclass(slots=True)
class DraftRow:
    """A task as drafted: its code, its words, its basis (which belongs to the whole of it), and
    its assignments.
    """

    code: str | None
    sections: tuple[Section, ...]
    text: Pieces
    basis: Pieces
    group: Pieces
    subrows: list[SubRow]
    rebuilt: bool = False
    lent: frozenset[Role] = frozenset()  # of basis and group: what a merged cell covers
    orphan: bool = False


def row_place(table: PrintedTable, row: DraftRow) -> str:
    """Return where a row stands: "Phụ lục › I › 1.4"; a code that repeats its heading's is not
    doubled.
    """
    codes = [
        section.code or section.title
        for section in row.sections
        if section.code or section.level != "line"
    ]
    codes = [
        code
        for code, below in zip(codes, (*codes[1:], ""), strict=False)
        if not below.startswith(code + ".")
    ]
    if row.code and codes and row.code.startswith(codes[-1] + "."):
        codes.pop()
    return " › ".join((table.label, *codes, row.code or "(không số)"))


def inherit(row: DraftRow) -> None:
    """Lend the empty cells of further assignments what stands above them; the first row of a task
    lends nothing.

    Where the merged cells are known they have been lent already, and an empty cell is empty.
    """
    for above, below in pairwise(row.subrows):
        if below.certain:
            continue
        for role in INHERITED:
            if not below.get(role) and above.get(role):
                below.cells[role] = above.get(role)
                below.inherited |= {role}


def repeat_above(page: Page, rows: list[DraftRow]) -> None:
    """Put in the place of a ditto mark ("nt", "như trên") what it repeats: the nearest cell of its
    column above.
    """
    above: dict[Role, Pieces] = {}
    for row in rows:
        row.basis = _repeated(page, above, "basis", row.basis)
        for sub in row.subrows:
            for role in (*INHERITED, "product"):
                printed = sub.get(role)
                meant = _repeated(page, above, role, printed)
                if meant != printed:
                    sub.cells[role] = meant
                    sub.inherited |= {role}


def _repeated(page: Page, above: dict[Role, Pieces], role: Role, pieces: Pieces) -> Pieces:
    """Return what ``pieces`` mean, and remember it for the rows below."""
    if not pieces:
        return pieces
    if DITTO.fullmatch(cell_text(page, pieces)):
        return above.get(role, pieces)
    above[role] = pieces
    return pieces
