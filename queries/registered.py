"""Names that the registry knows and no paper of the store says (danh bạ có, kho chưa nêu), with
who took over from them.

A look-up that finds nothing says so: that a name is right and without work here is another answer
than a misspelt one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.queries.describe import date_vi
from luocdo.queries.runner import run_in_pieces
from luocdo.queries.unit_names import ways
from luocdo.queries.unit_rows import UnitNodesRow, UnitsRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.stores.base import Store
    from luocdo.graph.units.model import Succession, UnitRef

_MOST = 5  # more than these is no name, but a word of many


def registered(store: Store, words: str) -> tuple[str, ...]:
    """Return a line for each unit of the registry that ``words`` name: that no paper here names
    it, who holds its work.
    """
    # only a name that nothing answers to needs it
    from luocdo.graph.units.resolving import UnitResolver  # noqa: PLC0415

    resolver = UnitResolver.load()
    units = {key: unit for key in resolver.registry.entries if (unit := resolver.get(key))}
    rows = [_row(unit) for unit in units.values()]
    for fits, _ in ways(words):
        if found := [row.id for row in rows if fits(row)]:
            break
    else:
        return ()
    if len(found) > _MOST:
        return ()
    after = {one.old.id: one for one in resolver.successions()}
    chains = {key: _chain(key, after) for key in found}
    here = {
        row.node.id
        for row in run_in_pieces(
            store, UnitNodesRow, "units", [one.id for key in found for one in _heirs(chains[key])]
        )
    }
    return tuple(
        _line(units[key], [one for one in chains[key] if one.new.id in here]) for key in found
    )


def _row(unit: UnitRef) -> UnitsRow:
    aliases = "|".join(fold(name) for name in (unit.short_name or "", *unit.aliases) if name)
    return UnitsRow(
        unit.id,
        unit.name,
        unit.display,
        unit.short_name or "",
        unit.kind,
        fold(unit.name),
        aliases,
    )


def _chain(key: str, after: dict[str, Succession]) -> list[Succession]:
    """Return who took over, one after the other."""
    found: list[Succession] = []
    while (step := after.get(key)) is not None and step not in found:
        found.append(step)
        key = step.new.id
    return found


def _heirs(chain: Sequence[Succession]) -> list[UnitRef]:
    return [one.new for one in chain]


def _line(unit: UnitRef, heirs: Sequence[Succession]) -> str:
    now = (
        f"; nay: {heirs[-1].new.display} (từ {date_vi(heirs[-1].date)}, {heirs[-1].by})"
        if heirs
        else ""
    )
    return f"{unit.display}: danh bạ có, chưa văn bản nào trong kho nêu{now}"
