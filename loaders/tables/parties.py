"""Columns of units (bảng phân công theo cột đơn vị): each heads a column with its name, and a mark
says what it does in a row.

A mark is a word or its short form ("CT", "PH", "chủ trì"), a letter that a legend near the table
explains ("C: chủ trì"), or a bare cross: who is crossed leads, and helps where the heading above
says so or another column names who leads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from luocdo.loaders.tables.column_roles import settled_without_parties
from luocdo.loaders.tables.headings import told_role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from luocdo.loaders.tables.columns import Columns
    from luocdo.loaders.tables.printed import TableRow
    from luocdo.loaders.text.page import Page, Span

Part = Literal["lead", "coordinate"]
CROSS = re.compile(r"[xX×✓✔√vV+*•●■☑☒]{1,3}|\([xX+]\)")
_LEGEND = re.compile(
    r"(?<!\w)(?P<mark>[^\W\d_]{1,3}|[×✓●○■□▲△+*])\s*(?:[:=–-]|là\s)\s*(?=(?P<said>[^,;.:()\n=–-]{2,40}))"
)
_NEAR = 600  # characters above a table's heading and below its end in which a legend stands
_LONGEST_MARK = 30
_BLURRED = 2  # letters of a cross that is not read as one


@dataclass(frozen=True, slots=True)
class Marks:
    """What marks in columns of units mean: by the ``legend``, by their own words, or
    as crosses.
    """

    legend: Mapping[str, Part]
    blurred: bool = False  # of a scan: whatever Tesseract makes of a cross is one

    @classmethod
    def near(cls, page: Page, heading: Span, end: int) -> Marks:
        """Read the legend around a table that ``heading`` begins and that ends at ``end``."""
        around = (
            (max(0, heading.start - _NEAR), heading.start),
            (end, min(len(page.flat), end + _NEAR)),
        )
        found: dict[str, Part] = {}
        for first, last in around:
            for said in _LEGEND.finditer(page.flat, first, last):
                role = _part(told_role(" ".join(said["said"].split())))
                if role:
                    found.setdefault(said["mark"].casefold(), role)
        return cls(found, page.format == "scan")

    def role(self, text: str, crossed: Part) -> Part | None:
        """Return what a cell says; ``crossed`` is what a bare cross says in its column, None where
        the cell is no mark.
        """
        mark = text.strip(" .()").casefold()
        if mark in self.legend:
            return self.legend[mark]
        if CROSS.fullmatch(text) or (self.blurred and len(text) <= _BLURRED):
            return crossed
        return _part(told_role(text)) if len(text) <= _LONGEST_MARK else None


def _part(role: str) -> Part | None:
    return cast("Part", role) if role in {"lead", "coordinate"} else None


def with_parties(
    page: Page, columns: Columns, rows: Sequence[TableRow], marks: Marks
) -> Columns | None:
    """Keep the columns of units where their cells hold marks alone; else they are other columns,
    and there may be no table.
    """
    at = [number for number, column in enumerate(columns.all) if column.role == "party"]
    if not at:
        return columns
    cells = [
        page.text(row.cells[number])
        for row in rows
        if not row.whole_width
        for number in at
        if row.cells[number]
    ]
    if cells and all(marks.role(cell, "lead") for cell in cells):
        return columns
    return settled_without_parties(columns)


def party_parts(
    page: Page, columns: Columns, cells: Mapping[int, tuple[Span, ...]], marks: Marks
) -> list[tuple[int, Part]]:
    """Return the columns of units that a row marks, and as what."""
    led = columns.first("lead") is not None
    found = []
    for at, pieces in sorted(cells.items()):
        column = columns.all[at]
        if column.role != "party":
            continue
        crossed = column.crossed or ("coordinate" if led else "lead")
        role = marks.role(" ".join(page.text(piece) for piece in pieces), cast("Part", crossed))
        if role:
            found.append((at, role))
    return found
