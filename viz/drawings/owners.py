"""Who owns what a document gives (ai chủ trì), drawn: its papers, and the leading units beside
them with counts.

A unit's bar shows how its assignments stand. What has no room is folded into one last box.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.viz.drawings.columns import (
    MIDDLE,
    NARROW,
    REST,
    WIDE,
    Column,
    Ties,
    counted_box,
    joined,
    stacked,
    states_bar,
)
from luocdo.viz.drawings.drawing import Drawing
from luocdo.viz.drawings.opening import WHOLE, Opened, stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.answers import Answer, Assignment
    from luocdo.viz.drawings.drawing import Box

MOST_PAPERS, MOST_UNITS = 16, 32
MOST_OPENED = 44  # boxes of a side that was opened: both sides together stay below sixty or so
_HEADS = (("Văn bản giao việc", "Papers"), ("Đơn vị chủ trì", "Leading units"))


@dataclass(frozen=True, slots=True)
class OwnersLinks:
    """Where boxes lead: a paper by its id, a unit by its id, the rest of a side (``papers``,
    ``units``) ``opened``.
    """

    document: Callable[[str], str]
    unit: Callable[[str], str]
    opened: Callable[[Opened], str]


@dataclass(frozen=True, slots=True)
class _Side:
    """One column: keys in order, the names of each, and which assignments it holds; ``stretch``
    says which of all its keys these are, ``rest`` opens those behind them.
    """

    names: dict[str, tuple[str, str]]
    held: dict[str, list[Assignment]]
    stretch: str = ""
    rest: Opened | None = None


def owners_drawing(
    answer: Answer,
    links: OwnersLinks,
    *,
    lang: str = "vi",
    opened: Opened = WHOLE,
    narrow: bool = False,
) -> Drawing:
    """Return the picture of an ``owners`` answer: every led assignment once a leading unit;
    ``opened`` is the side of which more is drawn.
    """
    shown = [one for one in answer.block("direct", "stated", "inferred") if one.units("LED_BY")]
    papers = _folded("papers", _papers(shown), opened, MOST_PAPERS)
    units = _folded("units", _units(shown), opened, MOST_UNITS)
    if opened.part == "units":
        papers = _joined_to(units, papers)
    painter = _Painter(links, int(lang == "en"))
    widths = (NARROW, NARROW) if narrow else (MIDDLE, WIDE)
    columns = (
        painter.column(_HEADS[0], papers, links.document, widths[0]),
        painter.column(_HEADS[1], units, links.unit, widths[1]),
    )
    if narrow:
        return stacked(answer.title, columns)
    return joined(answer.title, columns, _ties(papers, units))


def _papers(shown: Sequence[Assignment]) -> _Side:
    names = {one.document_id: (one.short, _day(one.document_date)) for one in shown}
    held: dict[str, list[Assignment]] = {key: [] for key in names}
    for one in shown:
        held[one.document_id].append(one)
    return _Side(names, held)


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _units(shown: Sequence[Assignment]) -> _Side:
    names: dict[str, tuple[str, str]] = {}
    held: dict[str, list[Assignment]] = {}
    for one in shown:
        for role in {role.unit_id: role for role in one.units("LED_BY")}.values():
            names[role.unit_id] = (role.unit, role.display.partition(" · ")[2])
            held.setdefault(role.unit_id, []).append(one)
    return _Side(names, held)


def _folded(part: str, side: _Side, opened: Opened, most: int) -> _Side:
    """Keep the ``most`` that hold most, more where this part was opened; the rest become one."""
    order = sorted(side.held, key=lambda key: (-len(side.held[key]), side.names[key][0]))
    first = min(opened.first(part), max(0, len(order) - 1))
    last = first + (MOST_OPENED if opened.part == part else most)
    kept, rest = order[first:last], order[last:]
    held = {key: side.held[key] for key in kept}
    names = {key: side.names[key] for key in kept}
    if rest:
        held[REST] = [one for key in rest for one in side.held[key]]
        names[REST] = (str(len(rest)), "")
    further = Opened(part, last if opened.part == part else 0)
    return _Side(names, held, stretch(first, len(kept), len(order)), further)


def _joined_to(units: _Side, papers: _Side) -> _Side:
    """Return the papers that give something to the units that are shown."""
    given = {one.leaf for held in units.held.values() for one in held}
    held = {
        key: found for key, found in papers.held.items() if any(one.leaf in given for one in found)
    }
    return _Side({key: papers.names[key] for key in held}, held, papers.stretch, papers.rest)


def _ties(papers: _Side, units: _Side) -> Ties:
    paper_of = {one.leaf: key for key, held in papers.held.items() for one in held}
    return Ties(
        (paper_of[one.leaf], unit)
        for unit, held in units.held.items()
        for one in held
        if one.leaf in paper_of
    )


class _Painter:
    """Makes boxes in one language."""

    def __init__(self, links: OwnersLinks, english: int) -> None:
        self._links, self._english = links, english

    def column(
        self, heading: tuple[str, str], side: _Side, address: Callable[[str], str], width: float
    ) -> Column:
        """Return a side as a column; a key leads to its ``address``, the rest to what it holds."""
        boxes = {key: self._box(key, side, address, width) for key in side.held}
        return Column(heading[self._english] + side.stretch, boxes)

    def _box(self, key: str, side: _Side, address: Callable[[str], str], width: float) -> Box:
        name, detail = side.names[key]
        href = ""
        if key == REST:
            name = (f"… và {name} nữa", f"… and {name} more")[self._english]
            href = self._links.opened(side.rest) if side.rest else ""
        held = side.held[key]
        bar = states_bar(held, self._english)
        told = f"{name} {detail}: {', '.join(piece.words for piece in bar)}"
        return counted_box(
            len(held), name, detail, href or address(key), told, width=width, bar=bar
        )
