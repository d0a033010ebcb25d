"""Cells whose beginning is lost with a missing page (mất đầu ô): completed from the one cell of
the column that ends alike.

"…ục và Đào tạo" in a column where every such cell reads "Sở Giáo dục và Đào tạo" can only be that
one. Where several cells of the column end alike, or none does, nothing is completed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.records import Relation, UnitMention
from luocdo.graph.text import fold
from luocdo.loaders.tables.cells import separated
from luocdo.loaders.tables.cuts import begins_low
from luocdo.loaders.tables.grid import cell_text

if TYPE_CHECKING:
    from luocdo.graph.records import Value
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.headings import Role
    from luocdo.loaders.tables.printed import PrintedTable
    from luocdo.loaders.text.page import Span

_LEAST = 8  # letters that must agree


def whole_cell(
    context: ReadingContext, table: PrintedTable, role: Role, pieces: tuple[Span, ...]
) -> str | None:
    """Return the one text of the column that ends with the words of ``pieces``, None where there
    is no such one.
    """
    words, at = cell_text(context.page, pieces), table.columns.first(role)
    if at is None or not begins_low(words) or len(fold(words)) < _LEAST:
        return None
    cells = {context.page.text(row.cells[at]) for row in table.rows if row.cells[at]}
    alike = {
        cell
        for cell in cells
        if len(cell) > len(words) and fold(cell[-len(words) :]) == fold(words)
    }
    return alike.pop() if len(alike) == 1 else None


def completed_relations(
    context: ReadingContext,
    kind: str,
    pieces: tuple[Span, ...],
    whole: str,
    place: str,
    properties: dict[str, Value],
) -> tuple[Relation, ...]:
    """Return an edge to each unit of the ``whole`` cell of which ``pieces`` still
    print something.
    """
    words = cell_text(context.page, pieces)
    lost = len(whole) - len(words)
    found = []
    for unit in context.units_in(separated(whole)):
        printed = words[max(unit.start - lost, 0) : max(unit.end - lost, 0)].strip(" ,;")
        if printed:
            evidence = context.page.evidence(place, *pieces, printed=printed, reading="corrected")
            mention = UnitMention(as_printed=printed, name=unit.name)
            found.append(
                Relation(type=kind, target=mention, evidence=evidence, properties=properties)
            )
    return tuple(found)
