"""Goals in a table of tasks (cột mục tiêu, chỉ tiêu): the figures that a task's cell of aims sets,
by the heading's year.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.records import TargetRecord
from luocdo.graph.text import fold
from luocdo.graph.vocabulary import Meaning, alternation
from luocdo.loaders.figures.measures import measures
from luocdo.loaders.tables.grid import cell_text

if TYPE_CHECKING:
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.draft import SubRow
    from luocdo.loaders.tables.printed import PrintedTable

_AIMS = re.compile(alternation(Meaning.HEADING_TARGETS))


def row_goals(
    context: ReadingContext, table: PrintedTable, sub: SubRow, place: str
) -> tuple[TargetRecord, ...]:
    """Return the goals of one assignment; a cell that a merged one covers repeats none."""
    found: list[TargetRecord] = []
    for at, column in enumerate(table.columns.all):
        pieces = sub.columns.get(at)
        if not pieces or column.role in sub.inherited or not _AIMS.search(fold(column.heading)):
            continue
        words = cell_text(context.page, pieces)
        found += (
            TargetRecord(
                origin="annex",
                text=words,
                evidence=context.page.evidence(place, *pieces),
                place=place,
                value=one.value,
                bound=one.bound,
                unit=one.unit,
                by=f"{column.year}-12-31" if column.year else None,
            )
            for one in measures(words)
        )
    return tuple(found)
