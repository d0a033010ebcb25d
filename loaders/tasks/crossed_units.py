"""Roles given by marks in columns that units head (đánh dấu theo cột đơn vị): the name stands
above, the mark in the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.records import Relation, UnitMention
from luocdo.graph.units.cell_units import split_units
from luocdo.loaders.tables.parties import Marks, party_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from luocdo.graph.records import Value
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.draft import SubRow
    from luocdo.loaders.tables.parties import Part
    from luocdo.loaders.tables.printed import PrintedTable

_KINDS: dict[Part, str] = {"lead": "LED_BY", "coordinate": "COORDINATED_BY"}


def crossed_units(
    context: ReadingContext, table: PrintedTable, sub: SubRow, place: str
) -> Iterator[Relation]:
    """Yield an edge to each unit whose column the row marks; its evidence is the heading and the
    mark.
    """
    if not any(column.role == "party" for column in table.columns.all):
        return
    page = context.page
    marks = Marks.near(page, table.heading, table.end)
    for at, part in party_parts(page, table.columns, sub.columns, marks):
        name = table.names[at] if at < len(table.names) else None
        if not name:
            continue
        properties: dict[str, Value] = {"heading": page.text(sub.columns[at][0])}
        for unit in split_units(page.flat[name.start : name.end], context.resolver, context.units):
            printed = " ".join(unit.text.split())
            evidence = page.evidence(place, name, *sub.columns[at], printed=printed)
            yield Relation(
                type=_KINDS[part],
                target=UnitMention(as_printed=printed, name=unit.name),
                evidence=evidence,
                properties=properties,
            )
