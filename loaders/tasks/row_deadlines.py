"""The time limits of a row (thời hạn của dòng): its own cell, else the group heading above it.

Columns of quarters or months hold crosses. A table without a column for times may give them by
group: "I. Nhiệm vụ hoàn thành trong tháng 12 năm 2025". A cell without a year ("Tháng 3") is read
in the one that the column's heading or the document's title names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.loaders.cell_limits import read_cell
from luocdo.loaders.figures.money_tables import is_amount
from luocdo.loaders.tables.grid import cell_text
from luocdo.loaders.tables.headings import Column
from luocdo.loaders.tasks.crossed_months import crossed_months, numbered_months
from luocdo.loaders.text.pipeline import CITATIONS
from luocdo.loaders.times.known_year import KnownYear

if TYPE_CHECKING:
    from luocdo.graph.records import DeadlineRecord, Reading
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.draft import DraftRow, SubRow
    from luocdo.loaders.tables.printed import PrintedTable

_TIMES = re.compile(r"\b(?:hoan thanh|thuc hien|trien khai|thuong xuyen|hang nam|dinh ky)\b")

_LABELLED = Column("deadline", "")  # a time that stands in a cell of fields


def row_deadlines(
    context: ReadingContext, table: PrintedTable, row: DraftRow, sub: SubRow, place: str
) -> tuple[DeadlineRecord, ...]:
    """Return the time limits of one assignment."""
    at = table.columns.first("deadline")
    pieces = sub.get("deadline")
    if not pieces or is_amount(cell_text(context.page, pieces)):
        return crossed_months(context, table, sub, place) or _of_group(context, row, place)
    reading: Reading = "inherited" if "deadline" in sub.inherited else "stated"
    column = _LABELLED if at is None else table.columns.all[at]
    if numbered := numbered_months(context, column, pieces, place):
        return (numbered,)
    known = KnownYear.of(context.header, column.year)
    own = read_cell(context.page, pieces, place, column.heading or None, reading, known)
    hours = all(
        one.kind == "conditional" for one in own
    )  # "7h30 - 9h00", below the heading of the day
    return (_of_group(context, row, place, days=True) if hours else ()) or own


def _of_group(
    context: ReadingContext, row: DraftRow, place: str, *, days: bool = False
) -> tuple[DeadlineRecord, ...]:
    """Return the time that the nearest group heading gives its rows; only one that runs over the
    table where ``days`` are asked.
    """
    for section in reversed(row.sections):
        says = section.wide and not any(context.page.found(CITATIONS, section.span))
        if says or (not days and _TIMES.search(fold(section.title))):
            known = KnownYear.of(context.header)
            found = read_cell(context.page, [section.span], place, None, "inherited", known)
            if found and found[0].kind != "conditional":
                return found
    return ()
