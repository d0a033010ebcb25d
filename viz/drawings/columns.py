"""Two columns of boxes joined by lines (hai cột): who gives and who leads, who leads and helps.

The thickness of a line says how much two boxes share. Both columns are ordered so that lines cross
little: each box stands at the mean of those it is joined to, swept several times, the order with
the fewest crossings kept. On a telephone the columns stand one below the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import sqrt

from luocdo.viz.drawings.drawing import Box, Drawing, Line, Words

REST = "…"  # the key of the box that stands for what has no room
WIDE = 320
_BETWEEN, _GAP, _TOP = 240, 10, 34
_SWEEPS = 12

Ties = Counter[tuple[str, str]]  # how much a box of the first column shares with one of the second


@dataclass(frozen=True, slots=True)
class Column:
    """Boxes under a heading, by their keys; where they stand is not yet said."""

    heading: str
    boxes: dict[str, Box]


def two_columns(title: str, columns: tuple[Column, Column], ties: Ties, note: str = "") -> Drawing:
    """Return both columns beside one another, joined; ``note`` stands below them."""
    left, right = (one.boxes for one in columns)
    orders = _ordered(list(left), list(right), ties)
    apart = WIDE + _BETWEEN
    first, second = (
        {key: _placed(boxes[key], at, x=x) for at, key in enumerate(order)}
        for boxes, order, x in zip((left, right), orders, (0, apart), strict=True)
    )
    lines = tuple(
        _line(first[one], second[other], number) for (one, other), number in ties.items()
    )
    heads = tuple(
        Words(x, 18, one.heading, "heading") for x, one in zip((0, apart), columns, strict=True)
    )
    boxes = (*first.values(), *second.values())
    height = max(box.y + box.height for box in boxes) + _GAP
    told = (Words(0, height + 12, note, "small"),) if note else ()
    return Drawing(title, apart + WIDE, height + 20 * len(told), boxes, lines, (*heads, *told))


def stacked(title: str, columns: Sequence[Column]) -> Drawing:
    """Return the columns one below the other, without lines."""
    boxes: list[Box] = []
    words: list[Words] = []
    y = 0.0
    for column in columns:
        words.append(Words(0, y + 18, column.heading, "heading"))
        order = _rest_last(list(column.boxes))
        boxes += [_placed(column.boxes[key], at, y=y) for at, key in enumerate(order)]
        y = boxes[-1].y + boxes[-1].height + _GAP if boxes else y
    return Drawing(title, WIDE, y, tuple(boxes), (), tuple(words))


def _placed(box: Box, at: int, x: float = 0, y: float = 0) -> Box:
    """Return a box at its place in a column that begins at ``y``."""
    return replace(box, x=x, y=y + _TOP + at * (box.height + _GAP))


def _line(one: Box, other: Box, number: int) -> Line:
    return Line(
        ((one.x + WIDE, one.y + one.height / 2), (other.x, other.y + other.height / 2)),
        "tie-owner",
        weight=round(min(8, 0.8 + sqrt(number)), 1),
        curved=True,
        told=f"{one.lines[0]} → {other.lines[0]}: {number}",
        ends=(one.href, other.href),
    )


def _ordered(left: list[str], right: list[str], ties: Ties) -> tuple[list[str], list[str]]:
    """Order both columns by the mean of their partners, keeping the order with the fewest
    crossings.
    """
    best, fewest = (left, right), _crossings(left, right, ties)
    turned = {(other, one): number for (one, other), number in ties.items()}
    for _ in range(_SWEEPS):
        right = _by_mean(right, left, turned)
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


def _crossings(left: list[str], right: list[str], ties: Ties) -> int:
    high = {key: at for at, key in enumerate(left)}
    low = {key: at for at, key in enumerate(right)}
    ends = sorted((high[one], low[other]) for one, other in ties)
    return sum(1 for (a, b), (c, d) in combinations(ends, 2) if a < c and b > d)


def _rest_last(keys: list[str]) -> list[str]:
    return sorted(keys, key=lambda key: key == REST)
