"""From ids of leaves to whole assignments (phân công): document, row, roles, time limits, products, successors."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from luocdo.graph.answers import Assignment, Block, Holder, Role, State, TimeLimit
from luocdo.graph.text import fold
from luocdo.queries.describe import short_name
from luocdo.queries.force import changes_to, ending
from luocdo.queries.runner import run

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from luocdo.graph.stores.base import Store

_DONE = ("da hoan thanh", "hoan thanh")
_LATE = ("cham", "qua han")
_UNDATED: dict[str, State] = {
    "recurring": "recurring",
    "ongoing": "ongoing",
    "conditional": "conditional",
    "invalid": "invalid",
}

Node = dict[str, object]
_FAR = "9999"


@dataclass(frozen=True, slots=True)
class Via:
    """Through what an assignment came into the answer."""

    block: Block
    name: str = ""
    relation: str = ""
    quote: str = ""
    source: str = ""
    reading: str = "stated"


@dataclass(frozen=True, slots=True)
class Basis:
    """A document that an assignment rests on: ``own`` where the row itself names it."""

    key: str
    name: str
    relation: str
    own: bool


def gather(store: Store, vias: dict[str, Via], as_of: datetime.date) -> tuple[Assignment, ...]:
    """Return the assignments of the leaves in ``vias``, in the order of document and place."""
    if not vias:
        return ()
    leaves = sorted(vias)
    bases = _bases(store, leaves)
    vias = vias | _resting(bases, {leaf: via for leaf, via in vias.items() if not via.name})
    standing = _standing(store, bases, as_of)
    roles = _roles(store, leaves, as_of)
    products = _products(store, leaves)
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    for row in run(store, "assignments", leaves=leaves).dicts():
        rows[_text(_node(row["leaf"]), "id")].append(row)
    found = [
        replace(
            _assignment(rows[leaf], vias[leaf], roles[leaf], products[leaf], as_of), standing=standing.get(leaf, "")
        )
        for leaf in leaves
        if rows[leaf]
    ]
    return tuple(
        sorted(found, key=lambda one: (one.document_date or "9999", one.document_id, one.ordinal, _natural(one.leaf)))
    )


def _assignment(
    rows: Sequence[dict[str, object]], via: Via, roles: Sequence[Role], products: Sequence[str], as_of: datetime.date
) -> Assignment:
    first = rows[0]
    leaf, top, document, mandate = (_node(first[key]) for key in ("leaf", "top", "document", "mandate"))
    progress = _text(leaf, "progress") or _text(top, "progress")
    limits = {
        _text(_node(r["deadline"]), "id"): _limit(_node(r["deadline"]), _node(r["due"]), progress, as_of)
        for r in rows
        if r["deadline"]
    }
    return Assignment(
        leaf=_text(leaf, "id"),
        top=_text(top, "id"),
        ordinal=int(str(top.get("ordinal") or 0)),
        code=_text(leaf, "code") or _text(top, "code"),
        place=_text(leaf, "place"),
        text=_text(leaf, "text"),
        top_text=_text(top, "text"),
        origin=_text(top, "origin"),
        force=_text(leaf, "force"),
        progress=progress,
        result=_text(leaf, "result") or _text(top, "result"),
        document_id=_text(document, "id"),
        document=_text(document, "name"),
        short=short_name(document),
        document_date=_text(document, "date") or _text(document, "year"),
        draft=bool(document.get("draft")),
        source=_text(mandate, "source"),
        quote=_text(mandate, "quote"),
        roles=tuple(roles),
        limits=tuple(limits.values()),
        products=tuple(products),
        block=_block(via, _text(top, "origin"), draft=bool(document.get("draft"))),
        via=via.name,
        via_relation=via.relation,
        via_quote=via.quote,
        via_source=via.source,
        reading=via.reading,
    )


def _block(via: Via, origin: str, *, draft: bool) -> Block:
    if draft:
        return "draft"
    return "duties" if origin == "body" and via.block != "words" else via.block


def nearest_first(one: Assignment, as_of: datetime.date) -> tuple[bool, str, str, int]:
    """Order: what is still open by its last day, then what has none, then what is past."""
    end = (one.limit.end_date if one.limit else "") or _FAR
    return (end < as_of.isoformat(), end, one.document_id, one.ordinal)


def _bases(store: Store, leaves: list[str]) -> dict[str, dict[str, Basis]]:
    """Return on which documents leaves rest: what the row names, else what its document carries out or rests on."""
    found: dict[str, dict[str, Basis]] = defaultdict(dict)
    for row in run(store, "assignment_bases", leaves=leaves).dicts():
        own = row["own_id"] is not None
        if own or row["carried_out"] or row["derives"]:
            relation = "IMPLEMENTS" if row["carried_out"] and not own else "BASED_ON"
            key, name = (row["own_id"], row["own"]) if own else (row["above_id"], row["above"])
            basis = Basis(str(key), str(name), relation, own=own)
            kept = found[str(row["leaf_id"])]
            kept[basis.key] = basis if relation == "IMPLEMENTS" else kept.get(basis.key, basis)
    return found


def _resting(bases: dict[str, dict[str, Basis]], vias: dict[str, Via]) -> dict[str, Via]:
    """Say on which documents the leaves rest that came by no document."""
    found: dict[str, Via] = {}
    for leaf, via in vias.items():
        named = [one for one in bases.get(leaf, {}).values() if one.own or one.relation == "IMPLEMENTS"]
        if named:
            names = dict.fromkeys(one.name for one in named)
            found[leaf] = replace(via, name="; ".join(names), relation=named[0].relation)
    return found


def _standing(store: Store, bases: dict[str, dict[str, Basis]], as_of: datetime.date) -> dict[str, str]:
    """Say of each leaf which of its bases were ended, by what and since when, and which remain."""
    changes = changes_to(store, {key for found in bases.values() for key in found})
    ended = {key: over for key, found in changes.items() if (over := ending(found, as_of))}
    said: dict[str, str] = {}
    for leaf, found in bases.items():
        if gone := [one for one in found.values() if one.key in ended]:
            left = ", ".join(one.name for one in found.values() if one.key not in ended)
            words = "; ".join(f"{one.name}: {ended[one.key].words}" for one in gone)
            said[leaf] = f"{words}; còn {left}" if left else f"{words}; không còn căn cứ nào"
    return said


def _limit(deadline: Node, due: Node, progress: str, as_of: datetime.date) -> TimeLimit:
    kind, end = _text(deadline, "kind"), _text(deadline, "end_date")
    exclusive = bool(deadline.get("exclusive"))
    return TimeLimit(
        text=_text(deadline, "text"),
        kind=kind,
        start_date=_text(deadline, "start_date"),
        end_date=end,
        exclusive=exclusive,
        recurrence=_text(deadline, "recurrence"),
        reading=_text(due, "reading"),
        state=state_of(kind, end, progress, as_of, exclusive=exclusive),
    )


def state_of(kind: str, end: str, progress: str, as_of: datetime.date, *, exclusive: bool) -> State:
    """Say how an assignment stands: late or done only where a document says so, else by its last day alone."""
    said = fold(progress)
    if said.startswith(_DONE):
        return "done"
    if said.startswith(_LATE):
        return "late"
    if not end:
        return _UNDATED.get(kind, "open")
    today = as_of.isoformat()
    return "overdue" if end < today or (exclusive and end == today) else "open"


def _roles(store: Store, leaves: list[str], as_of: datetime.date) -> dict[str, list[Role]]:
    rows = run(store, "assignment_roles", leaves=leaves).dicts()
    units = sorted({_text(_node(row["unit"]), "id") for row in rows})
    holders = holders_of(store, units, as_of)
    roles: dict[str, list[Role]] = defaultdict(list)
    for row in rows:
        unit, link = _node(row["unit"]), _node(row["link"])
        roles[str(row["leaf_id"])].append(_role(str(row["role"]), unit, link, holders.get(_text(unit, "id"), ())))
    return roles


def _role(role: str, unit: Node, link: Node, holders: tuple[Holder, ...]) -> Role:
    return Role(
        role=role,
        unit_id=_text(unit, "id"),
        unit=_text(unit, "name"),
        display=_text(unit, "display"),
        kind=_text(unit, "kind"),
        as_printed=_text(link, "as_printed"),
        reading=_text(link, "reading"),
        quote=_text(link, "quote"),
        source=_text(link, "source"),
        place=_text(link, "place"),
        known=bool(unit.get("known", True)),
        heading=_text(link, "heading"),
        holders=holders,
    )


def holders_of(store: Store, units: list[str], as_of: datetime.date) -> dict[str, tuple[Holder, ...]]:
    """Return who holds the functions of ``units`` on the day ``as_of``, following successions to the last."""
    if not units:
        return {}
    steps: dict[str, list[dict[str, object]]] = {}
    asked = set(units)
    while asked:
        rows = run(store, "successions", units=sorted(asked)).dicts()
        steps |= {
            unit: [row for row in rows if row["old_id"] == unit and str(row["since"]) <= as_of.isoformat()]
            for unit in asked
        }
        asked = {str(row["new_id"]) for row in rows} - set(steps)
    return {unit: _last(unit, steps, frozenset()) for unit in units if steps[unit]}


def _last(unit: str, steps: dict[str, list[dict[str, object]]], seen: frozenset[str]) -> tuple[Holder, ...]:
    found: list[Holder] = []
    for row in steps.get(unit, []):
        new = str(row["new_id"])
        further = _last(new, steps, seen | {unit}) if new not in seen else ()
        partly = len(steps[unit]) > 1
        found += further or [
            Holder(str(row["display"] or row["name"]), str(row["since"]), str(row["by"] or ""), partly)
        ]
    return tuple(found)


def _products(store: Store, leaves: list[str]) -> dict[str, list[str]]:
    products: dict[str, list[str]] = defaultdict(list)
    for row in run(store, "assignment_products", leaves=leaves).dicts():
        products[str(row["leaf_id"])].append(str(row["text"]))
    return products


def _node(value: object) -> Node:
    return value if isinstance(value, dict) else {}


def _text(node: Node, key: str) -> str:
    value = node.get(key)
    return "" if value is None else str(value)


def _natural(words: str) -> tuple[object, ...]:
    pieces: list[tuple[int, int | str]] = []
    number = ""
    for character in words + " ":
        if character.isdigit():
            number += character
            continue
        if number:
            pieces.append((0, int(number)))
            number = ""
        pieces.append((1, character))
    return tuple(pieces)
