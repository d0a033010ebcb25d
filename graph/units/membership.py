"""Whom a collective covers (ai thuộc nhóm): units of a body by the registry, bodies of the state
on a day, communes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.registry.classes import COMMUNE, is_class_of_communes, memberships
from luocdo.graph.text import fold
from luocdo.graph.units.groups import covered_kinds, state_class_of
from luocdo.graph.units.model import GROUP
from luocdo.graph.vocabulary.wordings import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from luocdo.graph.registry import Entry, Registry
    from luocdo.graph.registry.classes import StateClass
    from luocdo.graph.units.model import UnitContext, UnitRef

_GOVERNMENT = "unit:chinh-phu"
_LISTED = wording(__package__, "classes", "listed provinces")
_BETWEEN = re.compile(r"\s*(?:[,;]|\bvà\b)\s*")
_DEPARTMENT = "sở"
_HDND, _COUNCIL = (
    "hđnd",
    "/hoi-dong-nhan-dan",
)  # the council of a province, below its committee in the registry


def own_members(registry: Registry, group: UnitRef, context: UnitContext) -> list[Entry]:
    """Return the units of its body that a collective covers; "liên quan" covers nobody
    by itself.
    """
    kinds = covered_kinds(group)
    own = registry.within(group.parent or context.body) if kinds else ()
    return [entry for entry in own if entry.kind in kinds and entry.alive(context.date)]


def state_members(registry: Registry, group: UnitRef, day: str | None) -> list[Entry]:
    """Return the bodies that a class of the state ("UBND các tỉnh") had on ``day``, without a day
    those of today.
    """
    if named := _named_provinces(registry, group.name):
        return [one for one in named if one.alive(day) if day or not one.active_to]
    found = None if group.parent else state_class_of(group.name, None, registry)
    bodies = _bodies(registry, found) if found else []
    return [
        one
        for one in bodies
        if _belonged(one, day) and (one.alive(day) if day else not one.active_to)
    ]


def _named_provinces(registry: Registry, name: str) -> list[Entry]:
    """Return the provinces that a class names one by one: "UBND các tỉnh: Gia Lai, Đắk Lắk"; none
    where one is unknown.
    """
    listed = _LISTED.search(" ".join(name.split()))
    pieces = _BETWEEN.split(listed["places"]) if listed else []
    keys = [registry.provinces.get(fold(piece)) for piece in pieces if piece.strip()]
    return [registry.entries[key] for key in keys if key] if all(keys) else []


def communes(group: UnitRef, province: str | None, units: Iterable[str]) -> list[str]:
    """Return which of ``units`` (ids) a class of communes' committees covers: those of its
    province, of all where it has none.
    """
    if group.kind != GROUP or not is_class_of_communes(group.name):
        return []
    return [
        key
        for key in units
        if COMMUNE.search(key) and (not group.parent or key.startswith(f"{province}/"))
    ]


def _bodies(registry: Registry, wanted: StateClass) -> list[Entry]:
    if wanted.of_departments:
        every = registry.entries.values()
        return [
            one for one in every if one.kind == _DEPARTMENT and fold(one.name) in wanted.members
        ]
    councils = (
        [one for one in registry.entries.values() if one.key.endswith(_COUNCIL)]
        if _HDND in wanted.members
        else []
    )
    bodies = (*registry.within(None), *registry.within(_GOVERNMENT), *councils)
    return [one for one in bodies if one.kind in wanted.members or one.name in wanted.members]


def _belonged(one: Entry, day: str | None) -> bool:
    """Return whether a body was of its kind on ``day``, without a day whether it is today."""
    first, last = memberships().get(one.name, ("", ""))
    if not day:
        return not last
    return (not first or first[: len(day)] <= day) and (not last or day <= last[: len(day)])
