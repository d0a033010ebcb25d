"""Units of the graph (nút cơ quan): mentions resolved within their document's body, with all
bodies above them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from luocdo.graph.records import HeaderRecord, Issue, Relation, UnitMention, Value
from luocdo.graph.registry.ended import ended_on
from luocdo.graph.text import fold
from luocdo.graph.units.model import AUTHORITY, GROUP
from luocdo.graph.units.resolving import UnitContext, UnitRef, UnitResolver

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luocdo.graph.building.draft import Draft

_POSTS = (
    "chánh ",
    "cục trưởng ",
    "vụ trưởng ",
    "giám đốc ",
    "thủ trưởng ",
    "viện trưởng ",
    "chủ nhiệm ",
    "trưởng ",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """That a collective stands in a paper of some ``body`` and ``day``."""

    group: UnitRef
    body: str | None
    day: str | None


class UnitFacts(NamedTuple):
    """What kind of body a unit is, and the body above it."""

    kind: str
    parent: str | None


class UnitBuilder:
    """Writes units and the edges that lead to them."""

    def __init__(self, draft: Draft, resolver: UnitResolver) -> None:
        """Write into ``draft``."""
        self._draft, self._resolver = draft, resolver
        self.groups: dict[str, list[Standing]] = defaultdict(list)
        self.parents: dict[str, UnitFacts] = {}

    def context(
        self, header: HeaderRecord, abbreviations: Mapping[str, str], document: str
    ) -> UnitContext:
        """Return where the names of a document are to be understood."""
        day = header.date or (str(header.year) if header.year else None)
        name = header.body or header.issuer
        body = self._resolver.resolve(name, UnitContext(None, {}, day, None)) if name else None
        return UnitContext(body.id if body else None, dict(abbreviations), day, document)

    def institution(self, context: UnitContext) -> UnitRef | None:
        """Return the body whose papers these are, behind a post that issues them: of the Thủ tướng
        the Chính phủ.
        """
        unit = self._resolver.get(context.body) if context.body else None
        if unit is None or unit.kind != AUTHORITY or unit.parent is None:
            return unit
        return self._resolver.get(unit.parent)

    def relate(
        self, file: str, start: str, relation: Relation, mention: UnitMention, context: UnitContext
    ) -> None:
        """Write an edge to the unit that ``mention`` names; a mended name is ``corrected``, an
        unknown one reported.
        """
        unit = self._resolver.resolve(mention.name, context)
        self.write(unit, context)
        evidence = relation.evidence
        properties: dict[str, Value] = dict(relation.properties)
        if unit.reading == "corrected" and evidence.reading in ("stated", "inherited"):
            evidence = msgspec.structs.replace(evidence, reading="corrected")
            self._report(
                file,
                "corrected",
                f"«{mention.as_printed}» đọc là {unit.name}: {unit.reason}",
                relation,
            )
        elif not unit.known:
            self._report(
                file, "unresolved_unit", f"«{mention.as_printed}»: {unit.reason}", relation
            )
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
            standing = Standing(unit, context.body, context.date)
            self.groups[unit.id] += [standing] if standing not in self.groups[unit.id] else []
        below = unit
        for above in self._resolver.ancestors(unit):
            self._node(above)
            self._draft.registry_edge("PART_OF", below.id, above.id)
            below = above

    def _node(self, unit: UnitRef) -> None:
        self.parents.setdefault(unit.id, UnitFacts(unit.kind, unit.parent))
        aliases = dict.fromkeys(
            fold(name) for name in (unit.short_name or "", *unit.aliases) if name
        )
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
