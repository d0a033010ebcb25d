"""What a unit took over (thừa kế): the work of the units it succeeded, in chains, each under its
old name.

A decree that lists units does not say that one becomes the other: such a succession is "suy ra".
Of a unit that several succeeded nobody is said to have which part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.queries.describe import date_vi
from luocdo.queries.gathering import Via
from luocdo.queries.runner import run, run_in_pieces
from luocdo.queries.unit_rows import PredecessorsRow, UnitAssignmentsRow

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store

_WORK = frozenset({"LED_BY", "COORDINATED_BY"})


@dataclass(frozen=True, slots=True)
class Predecessor:
    """A unit whose work passed on, directly or by way of others: ``how`` says it as a
    reader does.
    """

    id: str
    display: str
    how: str


def predecessors_of(store: Store, unit: str, as_of: datetime.date) -> tuple[Predecessor, ...]:
    """Return the units that ``unit`` had succeeded by ``as_of``, those that they had succeeded
    behind them.
    """
    found: dict[str, Predecessor] = {}
    asked = {unit}
    while asked:
        rows = run_in_pieces(store, PredecessorsRow, "units", sorted(asked))
        new = [
            row
            for row in rows
            if row.since <= as_of.isoformat() and row.old_id not in found and row.old_id != unit
        ]
        for row in new:
            passed_on = found[row.new_id].how if row.new_id in found else ""
            found[row.old_id] = Predecessor(row.old_id, row.display, _how(row, passed_on))
        asked = {row.old_id for row in new}
    return tuple(found.values())


def inherited(store: Store, predecessors: tuple[Predecessor, ...]) -> dict[str, Via]:
    """Return leaf id -> through whom it came, for what those units were to lead or to
    help with.
    """
    return {
        row.leaf_id: Via(
            "inherited", f"{one.display} ({one.how})", "SUCCEEDED_BY", reading="inferred"
        )
        for one in reversed(predecessors)
        for row in run(store, UnitAssignmentsRow, id=one.id)
        if row.role in _WORK
    }


def _how(row: PredecessorsRow, passed_on: str) -> str:
    pieces = [f"{row.kind} từ {date_vi(row.since)} theo {row.by}"]
    pieces += ["suy ra"] if row.reading == "inferred" else []
    pieces += ["chưa xác định phần nào"] if row.scope != "toàn bộ" else []
    pieces += [f"rồi {passed_on}"] if passed_on else []
    return ", ".join(pieces)
