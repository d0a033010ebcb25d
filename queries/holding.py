"""Who has a part in assignments, and who holds a unit's functions now (vai trò, đơn vị
kế thừa).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.graph.answers import Holder, Role
from luocdo.queries.runner import run_in_pieces
from luocdo.queries.task_rows import AssignmentRolesRow
from luocdo.queries.unit_rows import SuccessionsRow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from luocdo.graph.stores.base import Store


def roles_of(store: Store, leaves: Sequence[str], as_of: datetime.date) -> dict[str, list[Role]]:
    """Return leaf id -> the units in their roles, as printed."""
    rows = list(run_in_pieces(store, AssignmentRolesRow, "leaves", leaves))
    holders = holders_of(store, sorted({row.unit_id for row in rows}), as_of)
    roles: dict[str, list[Role]] = defaultdict(list)
    for row in rows:
        roles[row.leaf_id].append(_role(row, holders.get(row.unit_id, ())))
    return roles


def _role(row: AssignmentRolesRow, holders: tuple[Holder, ...]) -> Role:
    return Role(
        role=row.role,
        unit_id=row.unit_id,
        unit=row.unit,
        display=row.display,
        kind=row.unit_kind,
        as_printed=row.as_printed,
        reading=row.reading,
        quote=row.quote,
        source=row.source,
        place=row.place,
        known=row.known,
        heading=row.heading,
        through=row.through,
        holders=holders,
    )


def holders_of(
    store: Store, units: Sequence[str], as_of: datetime.date
) -> dict[str, tuple[Holder, ...]]:
    """Return who holds the functions of ``units`` on the day ``as_of``, following successions to
    the last.
    """
    steps: dict[str, list[SuccessionsRow]] = {}
    asked = set(units)
    while asked:
        found: dict[str, list[SuccessionsRow]] = {unit: [] for unit in asked}
        for row in run_in_pieces(store, SuccessionsRow, "units", sorted(asked)):
            if row.since <= as_of.isoformat():
                found[row.old_id].append(row)
        steps |= found
        asked = {row.new_id for rows in found.values() for row in rows} - set(steps)
    return {unit: _last(unit, steps, frozenset()) for unit in units if steps[unit]}


def _last(
    unit: str, steps: Mapping[str, Sequence[SuccessionsRow]], seen: frozenset[str]
) -> tuple[Holder, ...]:
    found: list[Holder] = []
    for row in steps.get(unit, ()):
        further = _last(row.new_id, steps, seen | {unit}) if row.new_id not in seen else ()
        partly = len(steps[unit]) > 1
        last = further or (Holder(row.display or row.name, row.since, row.by),)
        found += [replace(one, partly=partly or one.partly) for one in last]
    return tuple(found)
