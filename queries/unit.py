"""What falls to a unit (việc của một đơn vị): what it leads first, nearest date first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.answers import Answer, Assignment, Note
from luocdo.queries.gathering import Via, gather, holders_of
from luocdo.queries.runner import run

if TYPE_CHECKING:
    import datetime

    from luocdo.graph.stores.base import Store

Row = dict[str, object]
_FAR = "9999"


@dataclass(frozen=True, slots=True)
class UnitOptions:
    """How the unit was asked for: the words, how they were understood, drafts or not."""

    asked: str = ""
    how: str = ""
    drafts: bool = False


def unit(store: Store, node: Row, as_of: datetime.date, options: UnitOptions | None = None) -> Answer:
    """Answer what the unit ``node`` leads, coordinates, approves, receives, is named in; through collectives apart."""
    options = options or UnitOptions()
    own = run(store, "unit_assignments", id=str(node["id"])).dicts()
    groups = run(store, "unit_through_groups", id=str(node["id"])).dicts()
    named = {str(row["leaf_id"]) for row in own if row["role"] == "NAMED_PARTNER"}
    direct = {str(row["leaf_id"]) for row in own if row["role"] != "NAMED_PARTNER"}
    through = {str(row["leaf_id"]) for row in groups} - direct - named
    vias = {leaf: Via("words", reading="inferred") for leaf in named - direct}
    vias |= {leaf: Via("inferred", _group_name(groups, leaf), "MEMBER_OF", reading="inferred") for leaf in through}
    vias |= {leaf: Via("stated") for leaf in direct}
    found = gather(store, vias, as_of)
    shown = tuple(one for one in found if options.drafts or not one.draft)
    holders = holders_of(store, [str(node["id"])], as_of).get(str(node["id"]), ())
    heads = [Note(f'hiểu "{options.asked}" ({options.how})')] if options.how else []
    heads += [Note("Nay: " + "; ".join(f"{h.name} (từ {h.since}, {h.by})" for h in holders))] if holders else []
    left = len(found) - len(shown)
    notes = (
        (Note(f"DỰ THẢO để ngoài: {left} phân công", f'luocdo unit "{options.asked or node["display"]}" --drafts'),)
        if left
        else ()
    )
    return Answer(
        kind="unit",
        title=str(node["display"]),
        assignments=tuple(sorted(shown, key=lambda one: nearest_first(one, as_of))),
        heads=tuple(heads),
        notes=notes,
        as_of=as_of.isoformat(),
        subject=str(node["id"]),
        roles=frozenset({"LED_BY", "COORDINATED_BY", "APPROVED_BY", "REPORTS_TO", "NAMED_PARTNER"}),
    )


def nearest_first(one: Assignment, as_of: datetime.date) -> tuple[bool, str, str, int]:
    """Order: what is still open by its last day, then what has none, then what is past."""
    limit = one.limit
    end = limit.end_date if limit and limit.end_date else _FAR
    return (end < as_of.isoformat(), end, one.document_id, one.ordinal)


def _group_name(groups: list[Row], leaf: str) -> str:
    return next(str(row["via_group"]) for row in groups if row["leaf_id"] == leaf)


def roles_of(one: Assignment, subject: str) -> frozenset[str]:
    """Return the edge types by which ``subject`` (a unit's id) itself stands in the assignment."""
    return frozenset(role.role for role in one.roles if role.unit_id == subject)
