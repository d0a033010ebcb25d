"""Whether two rows may be one piece of work by who is charged with it (ai làm): same unit, part of
it, its successor, its class.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from luocdo.graph.joining.work import Work

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


class Units(Protocol):
    """What is known of units, by id."""

    def kind(self, unit: str) -> str:
        """Return what kind of body it is; "" where that is not known."""

    def above(self, unit: str) -> Iterable[str]:
        """Return the bodies that it is part of."""

    def later(self, unit: str) -> Iterable[str]:
        """Return who took over from it."""


class Responsibility:
    """Knows which units are part of which, who took over from whom, which names are classes."""

    def __init__(self, units: Units) -> None:
        """Ask for ``units``."""
        self._units = units

    def tie(self, one: Work, other: Work) -> Tie:
        """Return the strongest tie between those who lead the two rows."""
        if not one.leads or not other.leads:
            return Tie.UNKNOWN
        mine, theirs = self._with_later(one.leads), self._with_later(other.leads)
        ties = (
            (Tie.SAME, lambda: one.leads & other.leads),
            (Tie.SUCCESSOR, lambda: mine & theirs),
            (
                Tie.WITHIN,
                lambda: self._with_above(mine) & theirs or self._with_above(theirs) & mine,
            ),
            (Tie.CLASS, lambda: self._covers(one.leads, other.leads)),
            (Tie.HELPS, lambda: self._helps(one, other) or self._helps(other, one)),
        )
        return next((tie for tie, holds in ties if holds()), Tie.APART)

    def _covers(self, mine: frozenset[str], theirs: frozenset[str]) -> bool:
        """Return whether one side names a class of another body, or of none: "Các bộ, ngành"
        covers every ministry.
        """
        return any(self._may_cover(unit, theirs) for unit in self._classes(mine)) or any(
            self._may_cover(unit, mine) for unit in self._classes(theirs)
        )

    def _classes(self, units: Iterable[str]) -> list[str]:
        return [unit for unit in units if self._units.kind(unit) == _GROUP]

    def _may_cover(self, group: str, others: Iterable[str]) -> bool:
        owners = self._with_above(self._units.above(group))
        tops = [owner for owner in owners if not self._units.above(owner)]
        if not owners or any(self._units.kind(top) in _OF_THE_STATE for top in tops):
            return True
        return any(owners & self._with_above({unit}) for unit in others)

    def _helps(self, leading: Work, helping: Work) -> bool:
        mine = self._with_above(self._with_later(leading.leads))
        helpers = self._with_later(helping.helpers)
        return bool(mine & helpers) or any(
            self._may_cover(unit, leading.leads) for unit in self._classes(helpers)
        )

    def _with_later(self, units: Iterable[str]) -> set[str]:
        return _closed(units, self._units.later)

    def _with_above(self, units: Iterable[str]) -> set[str]:
        return _closed(units, self._units.above)


def _closed(units: Iterable[str], step: Callable[[str], Iterable[str]]) -> set[str]:
    """Return ``units`` with all that ``step`` leads to."""
    found = set(units)
    todo = list(found)
    while todo:
        for unit in step(todo.pop()):
            if unit not in found:
                found.add(unit)
                todo.append(unit)
    return found
