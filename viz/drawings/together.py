"""Who works with whom (ai làm cùng ai), drawn for one unit: who leads what it helps with, and who
helps with what it leads.

A box counts the shared assignments, its bar says how they stand. What has no room is folded into a
count that opens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.viz.drawings.columns import states_bar
from luocdo.viz.drawings.drawing import BOLD, Box, Drawing, Line, Words, fitted
from luocdo.viz.drawings.opening import WHOLE, Opened, stretch

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer, Assignment

MOST, MOST_OPENED = 24, 56  # boxes of one side; where it was opened and stands alone
_UNIT, _OWN, _BETWEEN = 300, 220, 90
_HIGH, _GAP, _TOP = 62, 10, 34
_TRUNK = 24
SIDES = {
    "left": ("Chủ trì việc đơn vị này phối hợp", "Leads what this unit helps with"),
    "right": ("Cùng làm việc đơn vị này chủ trì", "Helps with what this unit leads"),
}


@dataclass(frozen=True, slots=True)
class TogetherLinks:
    """Where boxes lead: a unit by its id, a side (`SIDES`) that is ``opened`` as a whole."""

    unit: Callable[[str], str]
    opened: Callable[[Opened], str]


@dataclass(frozen=True, slots=True)
class _Other:
    """A unit that shares assignments with the one in the middle."""

    id: str
    name: str
    body: str
    held: tuple[Assignment, ...]


def together_drawing(
    answer: Answer,
    links: TogetherLinks,
    *,
    lang: str = "vi",
    narrow: bool = False,
    opened: Opened = WHOLE,
) -> Drawing | None:
    """Return the picture for the unit that ``answer`` is about; None where it works
    with nobody.
    """
    shared = [one for one in answer.assignments if one.block != "draft"]
    sides = {
        "left": _others(shared, answer.subject, "COORDINATED_BY", ("LED_BY",)),
        "right": _others(shared, answer.subject, "LED_BY", ("LED_BY", "COORDINATED_BY")),
    }
    sides = {side: found for side, found in sides.items() if found and opened.part in ("", side)}
    if not sides:
        return None
    painter = _Painter(answer.title, links, int(lang == "en"), opened)
    return painter.narrow(sides) if narrow else painter.wide(sides)


def _others(
    shared: Iterable[Assignment], subject: str, own: str, roles: tuple[str, ...]
) -> list[_Other]:
    """Return who stands in ``roles`` where ``subject`` is in the role ``own``; most shared work
    first.
    """
    names: dict[str, tuple[str, str]] = {}
    held: dict[str, dict[str, Assignment]] = {}
    for one in shared:
        if not any(role.unit_id == subject for role in one.units(own)):
            continue
        for role in (
            role for name in roles for role in one.units(name) if role.unit_id != subject
        ):
            names[role.unit_id] = role.unit, role.display.partition(" · ")[2]
            held.setdefault(role.unit_id, {})[one.leaf] = one
    found = [_Other(key, *names[key], tuple(each.values())) for key, each in held.items()]
    return sorted(found, key=lambda one: (-len(one.held), one.name, one.id))


class _Painter:
    """Places boxes; of the side that was ``opened`` those that it asks for."""

    def __init__(self, title: str, links: TogetherLinks, lang: int, opened: Opened) -> None:
        self._title, self._links, self._lang, self._opened = title, links, lang, opened
        self._most = MOST_OPENED if opened.part else MOST

    def wide(self, sides: dict[str, list[_Other]]) -> Drawing:
        """Place the unit in the middle, a side on each side of it."""
        columns = {side: self._cells(side, found) for side, found in sides.items()}
        height = _TOP + max(len(cells) for cells in columns.values()) * (_HIGH + _GAP)
        middle_x = _UNIT + _BETWEEN if "left" in columns else 0
        middle = self._own(middle_x, height / 2 - _HIGH / 2)
        boxes, lines, words = [middle], [], []
        for side, cells in columns.items():
            x = 0 if side == "left" else middle_x + _OWN + _BETWEEN
            words.append(Words(x, 18, self._heading(side, sides[side]), "heading"))
            for row, (other, folded) in enumerate(cells):
                box = self._box(other, folded, side, x, _TOP + row * (_HIGH + _GAP))
                boxes.append(box)
                lines.append(_tie(box, middle, side))
        width = middle_x + _OWN + (_BETWEEN + _UNIT if "right" in columns else 0)
        return Drawing(self._title, width + 2, height, tuple(boxes), tuple(lines), tuple(words))

    def narrow(self, sides: dict[str, list[_Other]]) -> Drawing:
        """Place the unit on top, the sides below it in one column."""
        middle = self._own(0, 1)
        boxes, lines, words = [middle], [], []
        y = middle.y + middle.height + _GAP
        for side, found in sides.items():
            words.append(Words(_TRUNK, y + 18, self._heading(side, found), "heading"))
            y += _TOP
            for other, folded in self._cells(side, found):
                box = self._box(other, folded, side, _TRUNK, y)
                middle_y = y + _HIGH / 2
                points = (
                    (_TRUNK / 2, middle.y + middle.height),
                    (_TRUNK / 2, middle_y),
                    (_TRUNK, middle_y),
                )
                boxes.append(box)
                lines.append(Line(points, "tie-owner", ends=(box.href,)))
                y += _HIGH + _GAP
        return Drawing(
            self._title, _TRUNK + _UNIT + 2, y, tuple(boxes), tuple(lines), tuple(words)
        )

    def _heading(self, side: str, found: list[_Other]) -> str:
        first = self._opened.first(side)
        shown = min(self._most, len(found) - first)
        return SIDES[side][self._lang] + stretch(first, shown, len(found))

    def _cells(self, side: str, found: list[_Other]) -> list[tuple[_Other, int]]:
        """Return the units that are drawn, the last one standing for those that have no room."""
        left = found[self._opened.first(side) :]
        if len(left) <= self._most:
            return [(one, 0) for one in left]
        kept, rest = left[: self._most - 1], left[self._most - 1 :]
        held = {one.leaf: one for other in rest for one in other.held}
        return [
            *((one, 0) for one in kept),
            (_Other(side, "", "", tuple(held.values())), len(rest)),
        ]

    def _further(self, side: str) -> Opened:
        """Return what opens the units that have no room."""
        first = self._opened.first(side)
        return Opened(side, first + self._most - 1 if self._opened.part else 0)

    def _own(self, x: float, y: float) -> Box:
        return Box(
            x, y, _OWN, _HIGH, fitted(self._title, _OWN, 2, BOLD), "middle", "", self._title
        )

    def _box(self, other: _Other, folded: int, side: str, x: float, y: float) -> Box:
        name = (f"… và {folded} nữa", f"… and {folded} more")[self._lang] if folded else other.name
        bar = states_bar(other.held, self._lang)
        told = ", ".join(piece.words for piece in bar)
        own = fitted(f"({len(other.held)}) {name}", _UNIT, 1 if other.body else 2, BOLD)
        lines = (*own, *(fitted(other.body, _UNIT, 1) if other.body else ()))
        href = self._links.opened(self._further(side)) if folded else self._links.unit(other.id)
        return Box(
            x,
            y,
            _UNIT,
            _HIGH,
            lines,
            "more" if folded else "owner",
            href,
            f"{name} {other.body}: {told}",
            bar,
            bold=len(own),
        )


def _tie(box: Box, middle: Box, side: str) -> Line:
    own, row = middle.y + middle.height / 2, box.y + box.height / 2
    ends = (box.x + box.width, middle.x) if side == "left" else (middle.x + middle.width, box.x)
    points = (
        ((ends[0], row), (ends[1], own)) if side == "left" else ((ends[0], own), (ends[1], row))
    )
    return Line(
        points, "tie-owner", weight=min(6, 1 + len(box.bar)), curved=True, ends=(box.href,)
    )
