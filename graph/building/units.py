"""Units of the graph (nút cơ quan): mentions resolved within their document's body, with all bodies above them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.records import HeaderRecord, Issue, Relation, UnitMention, Value
from luocdo.graph.registry.ended import ended_on
from luocdo.graph.text import fold
from luocdo.graph.units.membership import communes
from luocdo.graph.units.model import AUTHORITY, GROUP
from luocdo.graph.units.resolving import UnitContext, UnitRef, UnitResolver

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luocdo.graph.building.draft import Draft

_POSTS = ("chánh ", "cục trưởng ", "vụ trưởng ", "giám đốc ", "thủ trưởng ", "viện trưởng ", "chủ nhiệm ", "trưởng ")


class UnitBuilder:
    """Writes units and the edges that lead to them."""

    def __init__(self, draft: Draft, resolver: UnitResolver) -> None:
        """Write into ``draft``."""
        self._draft, self._resolver = draft, resolver
        self._groups: dict[str, tuple[UnitRef, UnitContext]] = {}
        self._days: dict[str, set[str | None]] = defaultdict(set)

    def context(self, header: HeaderRecord, abbreviations: Mapping[str, str], document: str) -> UnitContext:
        """Return where the names of a document are to be understood."""
        day = header.date or (str(header.year) if header.year else None)
        name = header.body or header.issuer
        body = self._resolver.resolve(name, UnitContext(None, {}, day, None)) if name else None
        return UnitContext(body.id if body else None, dict(abbreviations), day, document)

    def institution(self, context: UnitContext) -> UnitRef | None:
        """Return the body whose papers these are, behind a post that issues them: of the Thủ tướng the Chính phủ."""
        unit = self._resolver.get(context.body) if context.body else None
        if unit is None or unit.kind != AUTHORITY or unit.parent is None:
            return unit
        return self._resolver.get(unit.parent)

    def relate(self, file: str, start: str, relation: Relation, mention: UnitMention, context: UnitContext) -> None:
        """Write an edge to the unit that ``mention`` names; a mended name is ``corrected``, an unknown one reported."""
        unit = self._resolver.resolve(mention.name, context)
        self.write(unit, context)
        evidence = relation.evidence
        properties: dict[str, Value] = dict(relation.properties)
        if unit.reading == "corrected" and evidence.reading in ("stated", "inherited"):
            evidence = msgspec.structs.replace(evidence, reading="corrected")
            self._report(file, "corrected", f"«{mention.as_printed}» đọc là {unit.name}: {unit.reason}", relation)
        elif not unit.known:
            self._report(file, "unresolved_unit", f"«{mention.as_printed}»: {unit.reason}", relation)
        if mention.as_printed.casefold().startswith(_POSTS) and relation.type in (
            "LED_BY",
            "COORDINATED_BY",
            "REPORTS_TO",
        ):
            properties.setdefault("post", mention.as_printed)
        self._draft.edge(relation.type, start, unit.id, file, evidence, properties)

    def write(self, unit: UnitRef, context: UnitContext) -> None:
        """Write a unit with the bodies it belongs to."""
        self._node(unit)
        if unit.kind == GROUP:
            self._groups.setdefault(unit.id, (unit, replace(context, date=None)))
            self._days[unit.id].add(context.date)
        below = unit
        for above in self._resolver.ancestors(unit):
            self._node(above)
            self._draft.registry_edge("PART_OF", below.id, above.id)
            below = above

    def write_registry_edges(self) -> None:
        """Write who is covered by which collective, and who took over from whom, for the units of the graph."""
        for group, context in list(self._groups.values()):
            self._write_own_members(group, context)
            self._write_members_of_the_state(group)
        for group, _ in list(self._groups.values()):
            province = self._resolver.province_of(group.parent)
            for commune in communes(group, province, self._draft.nodes):
                self._draft.registry_edge("MEMBER_OF", commune, group.id)
        self._write_successions()

    def _write_own_members(self, group: UnitRef, context: UnitContext) -> None:
        """Write the units of a body that a class of its own covers: those it had on a day of asking, named or not."""
        days = [replace(context, date=day) for day in self._days[group.id]]
        alive = {one.id for day in days for one in self._resolver.members(group, day)}
        for member in self._resolver.members(group, context):
            if member.id in alive:
                self.write(member, UnitContext(None))
            if member.id in self._draft.nodes:
                self._draft.registry_edge("MEMBER_OF", member.id, group.id, {"whose": context.body})

    def _write_members_of_the_state(self, group: UnitRef) -> None:
        """Write the bodies of a class of the state, named elsewhere or not: what all were asked, each was asked."""
        days = self._days[group.id]
        members = {one.id: one for day in days for one in self._resolver.members_of_the_state(group, day)}
        for member in members.values():
            self.write(member, UnitContext(None))
            self._draft.registry_edge("MEMBER_OF", member.id, group.id)

    def _write_successions(self) -> None:
        pending = list(self._resolver.successions())
        known = {key for key, node in self._draft.nodes.items() if node.label == "Unit"}
        while found := [one for one in pending if one.old.id in known]:
            for one in found:
                self.write(one.new, UnitContext(None))
                facts: dict[str, Value] = {
                    "date": one.date,
                    "kind": one.kind,
                    "scope": one.scope,
                    "by": one.by,
                    "reading": one.reading,
                }
                self._draft.registry_edge("SUCCEEDED_BY", one.old.id, one.new.id, facts)
                known.add(one.new.id)
            pending = [one for one in pending if one not in found]

    def _node(self, unit: UnitRef) -> None:
        aliases = dict.fromkeys(fold(name) for name in (unit.short_name or "", *unit.aliases) if name)
        self._draft.node(
            "Unit",
            unit.id,
            {
                "name": unit.name,
                "display": unit.display,
                "short_name": unit.short_name,
                "kind": unit.kind,
                "active_from": unit.active_from,
                "active_to": unit.active_to or ended_on(unit.name),
                "known": unit.known,
                "name_fold": fold(unit.name),
                "aliases_fold": "|".join(aliases),
            },
        )

    def _report(self, file: str, kind: str, message: str, relation: Relation) -> None:
        evidence = relation.evidence
        self._draft.issue(
            file,
            Issue(
                kind=kind,
                message=message,
                place=evidence.place,
                quote=evidence.quote[:300],
                from_char=evidence.from_char,
            ),
        )
