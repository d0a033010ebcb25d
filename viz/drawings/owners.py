"""Who owns what a document gives (ai chủ trì), drawn: its papers on the left, the leading units on
the right with counts.

A unit's bar shows how its assignments stand; the thickness of a line, how many a paper gives to a
unit. Both columns are ordered so that lines cross little: each box stands at the mean of those it
is joined to, swept several times, the order with the fewest crossings kept. What has no room is
folded into one last box.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from typing import TYPE_CHECKING

from luocdo.viz.drawings.drawing import BOLD, Box, Drawing, Line, Segment, Words, fitted
from luocdo.viz.states import STATES, counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.answers import Answer, Assignment

MOST_PAPERS, MOST_UNITS = 16, 32
_PAPER, _UNIT, _BETWEEN = 300, 320, 240
_HIGH, _GAP, _TOP = 58, 10, 34
_SWEEPS = 12
_HEADS = (("Văn bản giao việc", "Papers"), ("Đơn vị chủ trì", "Leading units"))
_REST = "…"


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
    address = {
        "papers": lambda key: links.opened("papers") if key == _REST else links.document(key),
        "units": lambda key: links.opened("units") if key == _REST else links.unit(key),
    }
    if narrow:
        return _stacked(answer.title, (papers, units), (address["papers"], address["units"]), lang)
    ties = _ties(papers, units)
    left, right = _ordered(list(papers.held), list(units.held), ties)
    height = _TOP + max(len(left), len(right)) * (_HIGH + _GAP)
    places = {
        key: _TOP + at * (_HIGH + _GAP)
        for column in (left, right)
        for at, key in enumerate(column)
    }
    boxes = [_box(key, papers, 0, places[key], _PAPER, address["papers"], lang) for key in left]
    boxes += [
        _box(key, units, _PAPER + _BETWEEN, places[key], _UNIT, address["units"], lang)
        for key in right
    ]
    lines = tuple(
        Line(
            ((_PAPER, places[paper] + _HIGH / 2), (_PAPER + _BETWEEN, places[unit] + _HIGH / 2)),
            "tie-owner",
            weight=round(min(8, 0.8 + sqrt(number)), 1),
            curved=True,
            told=f"{papers.names[paper][0]} → {units.names[unit][0]}: {number}",
            ends=(address["papers"](paper), address["units"](unit)),
        )
        for (paper, unit), number in ties.items()
    )
    words = (one[lang == "en"] for one in _HEADS)
    heads = tuple(
        Words(x, 18, one, "heading") for x, one in zip((0, _PAPER + _BETWEEN), words, strict=True)
    )
    return Drawing(answer.title, _PAPER + _BETWEEN + _UNIT, height, tuple(boxes), lines, heads)


def _stacked(
    title: str, sides: tuple[_Side, _Side], addresses: tuple[Callable[[str], str], ...], lang: str
) -> Drawing:
    """Return the picture for a telephone: the papers, below them the units; what a unit has to do
    is in its bar.
    """
    boxes: list[Box] = []
    words: list[Words] = []
    y = 0.0
    for side, address, head in zip(sides, addresses, _HEADS, strict=True):
        words.append(Words(0, y + 18, head[lang == "en"], "heading"))
        y += _TOP
        for key in _rest_last(list(side.held)):
            boxes.append(_box(key, side, 0, y, _UNIT, address, lang))
            y += _HIGH + _GAP
    return Drawing(title, _UNIT, y, tuple(boxes), (), tuple(words))


def _papers(shown: Sequence[Assignment]) -> _Side:
    names = {one.document_id: (one.short, one.document_date) for one in shown}
    held: dict[str, list[Assignment]] = {key: [] for key in names}
    for one in shown:
        held[one.document_id].append(one)
    return _Side(names, held)


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
        held[_REST] = [one for key in rest for one in side.held[key]]
        names[_REST] = (f"… và {len(rest)} nữa", "")
    return _Side(names, held)


def _ties(papers: _Side, units: _Side) -> Counter[tuple[str, str]]:
    paper_of = {one.leaf: key for key, held in papers.held.items() for one in held}
    return Counter((paper_of[one.leaf], unit) for unit, held in units.held.items() for one in held)


def _ordered(
    left: list[str], right: list[str], ties: Counter[tuple[str, str]]
) -> tuple[list[str], list[str]]:
    """Order both columns by the mean of their partners, keeping the order with the fewest
    crossings.
    """
    best, fewest = (left, right), _crossings(left, right, ties)
    for _ in range(_SWEEPS):
        right = _by_mean(right, left, {(unit, paper): n for (paper, unit), n in ties.items()})
        left = _by_mean(left, right, ties)
        if (crossed := _crossings(left, right, ties)) < fewest:
            best, fewest = (left, right), crossed
    return _rest_last(best[0]), _rest_last(best[1])


def _by_mean(moved: list[str], fixed: list[str], ties: dict[tuple[str, str], int]) -> list[str]:
    rank = {key: at for at, key in enumerate(fixed)}
    sums: dict[str, list[float]] = {key: [0.0, 0.0] for key in moved}
    for (own, other), number in ties.items():
        sums[own][0] += rank[other] * number
        sums[own][1] += number
    return sorted(moved, key=lambda key: sums[key][0] / (sums[key][1] or 1))


def _crossings(left: list[str], right: list[str], ties: Counter[tuple[str, str]]) -> int:
    high = {key: at for at, key in enumerate(left)}
    low = {key: at for at, key in enumerate(right)}
    ends = sorted((high[paper], low[unit]) for paper, unit in ties)
    return sum(1 for (a, b), (c, d) in combinations(ends, 2) if a < c and b > d)


def _rest_last(keys: list[str]) -> list[str]:
    return sorted(keys, key=lambda key: key == _REST)


def _box(
    key: str,
    side: _Side,
    x: float,
    y: float,
    width: float,
    address: Callable[[str], str],
    lang: str,
) -> Box:
    name, detail = side.names[key]
    held = side.held[key]
    found = counts(held)
    told = ", ".join(f"{number} {STATES[state][lang == 'en']}" for state, number in found)
    bar = tuple(
        Segment(number / len(held), state, f"{number} {STATES[state][0]}")
        for state, number in found
    )
    first = fitted(f"({len(held)}) {name}", width, 1, BOLD)
    second = fitted(detail, width, 1) if detail else ()
    return Box(
        x,
        y,
        width,
        _HIGH,
        (*first, *second),
        "owner",
        address(key),
        f"{name} {detail}: {told}",
        bar,
    )
