"""Tables of targets (bảng chỉ tiêu): one target for each row, or for each year that
has a column.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.records import TargetRecord
from luocdo.graph.text import fold
from luocdo.loaders.figures.measures import Measure, bound_of, measures
from luocdo.loaders.tables.cells import unit_relations
from luocdo.loaders.tables.draft import DraftRow, row_place
from luocdo.loaders.tables.grid import cell_text
from luocdo.loaders.tables.printed import annex_at
from luocdo.loaders.tables.role_cells import split_roles
from luocdo.loaders.tables.rows import drafted_rows

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.headings import Column
    from luocdo.loaders.tables.printed import PrintedTable
    from luocdo.loaders.text.page import Span

_YEAR = re.compile(r"(?<![\d/.])20\d\d(?!\d)")
_PERCENT = re.compile(
    r"(?:(?:trên|dưới|ít nhất|tối thiểu|tối đa|từ|khoảng|đạt|[<>≥≤]=?)\s*)*\d[\d.,]*\s*%",
    re.IGNORECASE,
)
_REACH = re.compile(r"(?i)^đạt\s+")
_PERIOD = re.compile(r"\b(?:den nam|giai doan 20\d\d) (20\d\d)\b")
_ENDS = " -–+•*"


def read_targets(context: ReadingContext, table: PrintedTable) -> list[TargetRecord]:
    """Read the targets of ``table``."""
    targets: list[TargetRecord] = []
    for row in drafted_rows(context.page, table):
        if cell_text(context.page, row.text).strip(_ENDS):
            targets += _row(context, table, row)
    return targets


def _row(context: ReadingContext, table: PrintedTable, row: DraftRow) -> list[TargetRecord]:
    years = [
        (at, column)
        for at, column in enumerate(table.columns.all)
        if column.role == "value" and column.year
    ]
    if len(years) > 1:
        sub = row.subrows[0]
        cells = [(column, sub.columns.get(at, ())) for at, column in years]
        return [_target(context, table, row, pieces, column) for column, pieces in cells if pieces]
    return [
        _target(context, table, row, row.subrows[0].get("value"), years[0][1] if years else None)
    ]


def _target(
    context: ReadingContext,
    table: PrintedTable,
    row: DraftRow,
    value: tuple[Span, ...],
    column: Column | None,
) -> TargetRecord:
    page, place = context.page, row_place(table, row)
    text = cell_text(page, row.text).strip(_ENDS)
    printed = cell_text(page, value)
    told = _told(text) if not printed and table.columns.first("value") is None else None
    trackers, _ = split_roles(context, row.subrows[0].get("tracker"))
    return TargetRecord(
        origin="annex",
        text=text,
        evidence=page.evidence(place, *row.text),
        place=place,
        value=printed or (told.value if told else None),
        bound=bound_of(printed or (told.value if told else None)),
        unit=cell_text(page, row.subrows[0].get("unit")) or (told.unit if told else None),
        by=f"{column.year}-12-31"
        if column and column.year
        else _end_of_period(row) or _end_in_title(context, table),
        relations=unit_relations(context, "TRACKED_BY", trackers, place) if trackers else (),
    )


def _told(text: str) -> Measure | None:
    """Return the one figure that the words of a target hold, in a table without a column for
    values.
    """
    found = _PERCENT.findall(text)
    if len(found) > 1:
        return None
    if found:
        return Measure(_REACH.sub("", found[0].strip()), "%")
    told = measures(text)
    return told[0] if len(told) == 1 else None


def _end_of_period(row: DraftRow) -> str | None:
    """Return the last day of the period that the nearest group heading names ("Giai đoạn
    2025-2027").
    """
    for section in reversed(row.sections):
        years = _YEAR.findall(section.title)
        if years:
            return f"{max(years)}-12-31"
    return None


def _end_in_title(context: ReadingContext, table: PrintedTable) -> str | None:
    """Return the last day of the one period that the title of the annex names ("đến năm 2030")."""
    annex = annex_at(context.part, table.heading.start)
    if annex is None:
        return None
    title = fold(context.page.flat[annex.span.start : table.heading.start])
    years = set(_PERIOD.findall(title))
    return f"{years.pop()}-12-31" if len(years) == 1 else None
