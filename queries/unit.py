"""What falls to a unit (việc của một đơn vị): what it leads first, nearest date first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Note
from luocdo.queries.describe import date_vi
from luocdo.queries.gathering import Via, gather, issued_until, nearest_first
from luocdo.queries.holding import holders_of
from luocdo.queries.inheriting import inherited, predecessors_of
from luocdo.queries.left_out import table_warnings
from luocdo.queries.runner import run
from luocdo.queries.unit_rows import UnitAssignmentsRow, UnitThroughGroupsRow

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.answers import Assignment, Holder
    from luocdo.graph.stores.base import Store
    from luocdo.queries.nodes import UnitNode


_THROUGH = "MEMBER_OF"


@dataclass(frozen=True, slots=True)
class UnitOptions:
    """How the unit was asked for: the words, how they were understood, drafts or not."""

    asked: str = ""
    how: str = ""
    drafts: bool = False


def unit(
    store: Store, node: UnitNode, as_of: datetime.date, options: UnitOptions | None = None
) -> Answer:
    """Answer what the unit ``node`` leads, coordinates, approves, receives, is named in; through
    collectives apart.
    """
    options = options or UnitOptions()
    vias = inherited(store, predecessors_of(store, node.id, as_of)) | _vias(store, node)
    gathered, later = issued_until(gather(store, vias, as_of), as_of)
    found = [one for one in gathered if vias[one.leaf].relation != _THROUGH or lived_on(node, one)]
    shown = tuple(one for one in found if options.drafts or not one.draft)
    holders = holders_of(store, [node.id], as_of).get(node.id, ())
    heads = [Note(f'hiểu "{options.asked}" ({options.how})')] if options.how else []
    heads += _now(node, holders, as_of)
    command = f'luocdo unit "{options.asked or node.display}"'
    return Answer(
        kind="unit",
        title=node.display,
        assignments=tuple(sorted(shown, key=lambda one: nearest_first(one, as_of))),
        heads=tuple(heads),
        notes=(
            *later,
            *_drafts_left(len(found) - len(shown), command),
            *table_warnings(store, {one.source for one in shown}),
        ),
        as_of=as_of.isoformat(),
        subject=node.id,
        command=command,
        roles=frozenset(
            {"LED_BY", "COORDINATED_BY", "APPROVED_BY", "REPORTS_TO", "NAMED_PARTNER"}
        ),
    )


def _vias(store: Store, node: UnitNode) -> dict[str, Via]:
    """Return how each assignment is the unit's: by its name, as one of a class, named in the words
    alone.
    """
    own = run(store, UnitAssignmentsRow, id=node.id)
    groups = {
        row.leaf_id: row.via_group
        for row in reversed(run(store, UnitThroughGroupsRow, id=node.id))
    }
    named = {row.leaf_id for row in own if row.role == "NAMED_PARTNER"}
    direct = {row.leaf_id for row in own if row.role != "NAMED_PARTNER"}
    vias = {
        leaf: Via("inferred", group, _THROUGH, reading="inferred")
        for leaf, group in groups.items()
    }
    vias |= {leaf: Via("words", reading="inferred") for leaf in named}
    return vias | {leaf: Via("stated") for leaf in direct}


def _now(node: UnitNode, holders: tuple[Holder, ...], as_of: datetime.date) -> list[Note]:
    """Say who holds the unit's functions now; of a unit that has ended without a successor, that
    none is on record.
    """
    if holders:
        partly = ", chưa xác định phần nào" if any(one.partly for one in holders) else ""
        return [
            Note(
                "Nay: "
                + "; ".join(f"{h.name} (từ {date_vi(h.since)}, {h.by})" for h in holders)
                + partly
            )
        ]
    if node.active_to and node.active_to < as_of.isoformat():
        return [Note(f"Hoạt động đến {date_vi(node.active_to)}; không có đơn vị kế thừa ghi nhận")]
    return []


def lived_on(node: UnitNode, one: Assignment) -> bool:
    """Return whether the unit existed when a paper asked something of all its like: no ended
    province has new duties.
    """
    day = one.document_date
    began = not node.active_from or not day or node.active_from[: len(day)] <= day
    return began and (not node.active_to or not day or day <= node.active_to[: len(day)])


def _drafts_left(left: int, command: str) -> tuple[Note, ...]:
    return (Note(f"DỰ THẢO để ngoài: {left} phân công", f"{command} --drafts"),) if left else ()
