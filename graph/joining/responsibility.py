"""Whether two rows may be one piece of work by who is charged with it (ai làm): same unit, part of it, its successor, its class."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from luocdo.graph.joining.work import Work
    from luocdo.graph.model import Graph

_GROUP = "nhóm"
_OF_THE_STATE = frozenset(
    {"cơ quan trung ương", "thẩm quyền", "cơ quan đảng", "văn phòng"}
)  # kinds of bodies without one above


class Tie(StrEnum):
    """How those charged with two rows stand to one another."""

    SAME = "cùng cơ quan chủ trì"
    SUCCESSOR = "cơ quan kế thừa chủ trì"
    WITHIN = "đơn vị của cơ quan chủ trì"
    CLASS = "thuộc nhóm cơ quan được giao"
    HELPS = "cơ quan phối hợp"
    UNKNOWN = "chưa rõ cơ quan chủ trì"
    APART = "khác cơ quan chủ trì"


class Responsibility:
    """Knows which units are part of which, who took over from whom, which names are classes."""

    def __init__(self, graph: Graph) -> None:
        """Read the units of ``graph``."""
        kinds = {node.id: str(node.properties.get("kind") or "") for node in graph.nodes if node.label == "Unit"}
        self._kinds = kinds
        self._classes = frozenset(key for key, kind in kinds.items() if kind == _GROUP)
        self._above: dict[str, set[str]] = defaultdict(set)
        self._later: dict[str, set[str]] = defaultdict(set)
        for edge in graph.edges:
            if edge.type == "PART_OF" and edge.start in kinds:
                self._above[edge.start].add(edge.end)
            elif edge.type == "SUCCEEDED_BY":
                self._later[edge.start].add(edge.end)

    def tie(self, one: Work, other: Work) -> Tie:
        """Return the strongest tie between those who lead the two rows."""
        if not one.leads or not other.leads:
            return Tie.UNKNOWN
        mine, theirs = _closed(one.leads, self._later), _closed(other.leads, self._later)
        ties = (
            (Tie.SAME, lambda: one.leads & other.leads),
            (Tie.SUCCESSOR, lambda: mine & theirs),
            (Tie.WITHIN, lambda: _closed(mine, self._above) & theirs or _closed(theirs, self._above) & mine),
            (Tie.CLASS, lambda: self._covers(one.leads, other.leads)),
            (Tie.HELPS, lambda: self._helps(one, other) or self._helps(other, one)),
        )
        return next((tie for tie, holds in ties if holds()), Tie.APART)

    def _covers(self, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        """Tell whether one side names a class of another body, or of none: "Các bộ, ngành" covers every ministry."""
        return any(self._may_cover(unit, theirs) for unit in mine & self._classes) or any(
            self._may_cover(unit, mine) for unit in theirs & self._classes
        )

    def _may_cover(self, group: str, others: Iterable[str]) -> bool:
        owners = _closed(self._above.get(group, set()), self._above)
        tops = {owner for owner in owners if not self._above.get(owner)}
        if not owners or any(self._kinds.get(top) in _OF_THE_STATE for top in tops):
            return True
        return any(owners & _closed({unit}, self._above) for unit in others)

    def _helps(self, leading: Work, helping: Work) -> bool:
        mine = _closed(_closed(leading.leads, self._later), self._above)
        helpers = _closed(helping.helpers, self._later)
        return bool(mine & helpers) or any(self._may_cover(unit, leading.leads) for unit in helpers & self._classes)


def _closed(units: Iterable[str], step: Mapping[str, set[str]]) -> set[str]:
    """Return ``units`` with all that ``step`` leads to."""
    found, todo = set(units), list(units)
    while todo:
        for unit in step.get(todo.pop(), ()):
            if unit not in found:
                found.add(unit)
                todo.append(unit)
    return found
