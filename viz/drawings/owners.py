"""Who owns what a document gives (ai chủ trì), drawn: its papers on the left, the leading units on
the right with counts.

A unit's bar shows how its assignments stand. What has no room is folded into one last box.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.viz.drawings.columns import REST, WIDE, Column, Ties, stacked, two_columns
from luocdo.viz.drawings.drawing import BOLD, Box, Drawing, Segment, fitted
from luocdo.viz.states import STATES, counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.answers import Answer, Assignment

MOST_PAPERS, MOST_UNITS = 16, 32
_HIGH = 58
_HEADS = (("Văn bản giao việc", "Papers"), ("Đơn vị chủ trì", "Leading units"))


@dataclass(frozen=True, slots=True)
class OwnersLinks:
    """Where boxes lead: a paper by its id, a unit by its id, the rest of a side (``papers``,
    ``units``) ``opened``.
    """

    document: Callable[[str], str]
    unit: Callable[[str], str]
    opened: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Side:
    """One column: keys in order, the names of each, and which assignments it holds."""

    names: dict[str, tuple[str, str]]
    held: dict[str, list[Assignment]]


def owners_drawing(
    answer: Answer, links: OwnersLinks, *, lang: str = "vi", opened: str = "", narrow: bool = False
) -> Drawing:
    """Return the picture of an ``owners`` answer: every led assignment once a leading unit;
    ``opened`` is a side drawn whole.
    """
    shown = [one for one in answer.block("direct", "stated", "inferred") if one.units("LED_BY")]
    papers = _folded(_papers(shown), None if opened == "papers" else MOST_PAPERS)
    units = _folded(_units(shown), None if opened == "units" else MOST_UNITS)
    english = int(lang == "en")
    columns = (
        _column(_HEADS[0][english], papers, _leading(links.document, links, "papers"), english),
        _column(_HEADS[1][english], units, _leading(links.unit, links, "units"), english),
    )
    if narrow:
        return stacked(answer.title, columns)
    return two_columns(answer.title, columns, _ties(papers, units))


def _leading(one: Callable[[str], str], links: OwnersLinks, side: str) -> Callable[[str], str]:
    return lambda key: links.opened(side) if key == REST else one(key)


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


def _folded(side: _Side, most: int | None) -> _Side:
    """Keep the ``most`` that hold most (None: all); the rest become one."""
    order = sorted(side.held, key=lambda key: (-len(side.held[key]), side.names[key][0]))
    kept, rest = order[:most], order[most:]
    held = {key: side.held[key] for key in kept}
    names = {key: side.names[key] for key in kept}
    if rest:
        held[REST] = [one for key in rest for one in side.held[key]]
        names[REST] = (f"… và {len(rest)} nữa", "")
    return _Side(names, held)


def _ties(papers: _Side, units: _Side) -> Ties:
    paper_of = {one.leaf: key for key, held in papers.held.items() for one in held}
    return Ties((paper_of[one.leaf], unit) for unit, held in units.held.items() for one in held)


def _column(heading: str, side: _Side, address: Callable[[str], str], english: int) -> Column:
    return Column(heading, {key: _box(key, side, address(key), english) for key in side.held})


def _box(key: str, side: _Side, href: str, english: int) -> Box:
    name, detail = side.names[key]
    held = side.held[key]
    found = counts(held)
    told = ", ".join(f"{number} {STATES[state][english]}" for state, number in found)
    bar = tuple(
        Segment(number / len(held), state, f"{number} {STATES[state][english]}")
        for state, number in found
    )
    first = fitted(f"({len(held)}) {name}", WIDE, 1, BOLD)
    second = fitted(detail, WIDE, 1) if detail else ()
    told = f"{name} {detail}: {told}"
    return Box(0, 0, WIDE, _HIGH, (*first, *second), "owner", href, told, bar)
