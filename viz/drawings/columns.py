"""Columns of boxes joined by lines (các cột): who gives and who leads, who leads and helps.

The thickness of a line says how much two boxes share. Columns are ordered so that lines cross
little: each box stands at the mean of those it is joined to, swept several times, the order with
the fewest crossings kept. Where one column is long it stands on both sides of the other. On a
telephone the columns stand one below the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import sqrt
from typing import TYPE_CHECKING

from luocdo.viz.drawings.drawing import BOLD, Box, Drawing, Line, Segment, Words, fitted
from luocdo.viz.states import SIGNS, counts, state_words

if TYPE_CHECKING:
    from luocdo.graph.answers import Assignment

REST = "…"  # the key of the box that stands for what has no room
WIDE, NARROW = 380, 320  # a box on a screen, on a telephone
MIDDLE = 280  # a box that may stand between two columns
_BETWEEN, _BESIDE, _GAP, _TOP = 240, 90, 10, 34
_SWEEPS = 12
_TURN_BACK = 8  # boxes: a longer column may stand on both sides of the other

Ties = Counter[tuple[str, str]]  # how much a box of the first column shares with one of the second


@dataclass(frozen=True, slots=True)
class Column:
    """Boxes under a heading, by their keys; where they stand is not yet said."""

    heading: str
    boxes: dict[str, Box]


def counted_box(
    number: int,
    name: str,
    detail: str,
    href: str,
    told: str,
    *,
    width: float,
    bar: tuple[Segment, ...] = (),
) -> Box:
    """Return a box that says how much it holds, what it is called and what that is part of, as
    high as its words need.
    """
    own = fitted(f"({number}) {name}", width, 2, BOLD)
    lines = (*own, *(fitted(detail, width, 1) if detail else ()))
    height = 12 + 16 * len(lines) + (18 if bar else 0)
    return Box(0, 0, width, height, lines, "owner", href, told, bar, bold=len(own))


def states_bar(held: Sequence[Assignment], english: int) -> tuple[Segment, ...]:
    """Return how assignments stand as the pieces of a bar, each with its sign and count."""
    return tuple(
        Segment(
            number / len(held),
            state,
            state_words(state, number, english),
            f"{SIGNS[state]}{number}",
        )
        for state, number in counts(held)
    )


def joined(title: str, columns: tuple[Column, Column], ties: Ties, note: str = "") -> Drawing:
    """Return both columns joined by lines, ``note`` below them. Where one is much longer it stands
    on both sides of the other: the picture is half as high, and both are in sight.
    """
    one, other = columns
    turned: Ties = Counter({(right, left): number for (left, right), number in ties.items()})
    if _much_longer(other, one):
        return _on_both_sides(title, one, other, ties, note)
    if _much_longer(one, other):
        return _on_both_sides(title, other, one, turned, note)
    return _beside(title, columns, ties, note)


def _much_longer(one: Column, other: Column) -> bool:
    return len(one.boxes) >= _TURN_BACK and len(other.boxes) <= len(one.boxes) // 2 + 1


def _beside(title: str, columns: tuple[Column, Column], ties: Ties, note: str) -> Drawing:
    left, right = (one.boxes for one in columns)
    orders = _ordered(list(left), list(right), ties)
    apart = _width(left) + _BETWEEN
    first, second = (
        _stacked(boxes, order, x)
        for boxes, order, x in zip((left, right), orders, (0.0, apart), strict=True)
    )
    lines = tuple(
        _line(first[one], second[other], number) for (one, other), number in ties.items()
    )
    heads = [_heading(x, one) for x, one in zip((0.0, apart), columns, strict=True)]
    boxes = (*first.values(), *second.values())
    return _drawing(title, apart + _width(right), boxes, lines, heads, note)


def _on_both_sides(title: str, middle: Column, outer: Column, ties: Ties, note: str) -> Drawing:
    """Return ``middle`` between the two halves of ``outer``."""
    inner, order = _ordered(list(middle.boxes), list(outer.boxes), ties)
    wide = _width(outer.boxes)
    far = wide + _width(middle.boxes) + 2 * _BESIDE
    halves = [
        _stacked(outer.boxes, half, x) for half, x in ((order[::2], 0.0), (order[1::2], far))
    ]
    sides = {key: box for half in halves for key, box in half.items()}
    placed = _stacked(middle.boxes, inner, wide + _BESIDE)
    lower = max(0.0, (_bottom(sides.values()) - _bottom(placed.values())) / 2)
    placed = {key: replace(box, y=box.y + lower) for key, box in placed.items()}
    lines = tuple(
        _line(placed[one], sides[other], number) for (one, other), number in ties.items()
    )
    heads = [_heading(x, outer) for x in (0.0, far)]
    heads.append(Words(wide + _BESIDE, 18 + lower, middle.heading, "heading"))
    return _drawing(title, far + wide, (*placed.values(), *sides.values()), lines, heads, note)


def stacked(title: str, columns: Sequence[Column]) -> Drawing:
    """Return the columns one below the other, without lines."""
    boxes: list[Box] = []
    words: list[Words] = []
    y = 0.0
    for column in columns:
        words.append(Words(0, y + 18, column.heading, "heading"))
        order = _rest_last(list(column.boxes))
        boxes += _stacked(column.boxes, order, y=y).values()
        y = _bottom(boxes) + _GAP if boxes else y
    return Drawing(title, NARROW, y, tuple(boxes), (), tuple(words))


def _drawing(
    title: str,
    width: float,
    boxes: tuple[Box, ...],
    lines: tuple[Line, ...],
    heads: Sequence[Words],
    note: str,
) -> Drawing:
    height = _bottom(boxes) + _GAP
    told = (Words(0, height + 12, note, "small"),) if note else ()
    return Drawing(title, width, height + 20 * len(told), boxes, lines, (*heads, *told))


def _heading(x: float, column: Column) -> Words:
    return Words(x, 18, column.heading, "heading")


def _width(boxes: dict[str, Box]) -> float:
    return max((box.width for box in boxes.values()), default=WIDE)


def _bottom(boxes: Iterable[Box]) -> float:
    return max((box.y + box.height for box in boxes), default=0.0)


def _stacked(
    boxes: dict[str, Box], order: Sequence[str], x: float = 0, y: float = 0
) -> dict[str, Box]:
    """Return the boxes of a column that begins at ``y``, one below the other in their order."""
    placed: dict[str, Box] = {}
    y += _TOP
    for key in order:
        placed[key] = replace(boxes[key], x=x, y=y)
        y += boxes[key].height + _GAP
    return placed


def _line(one: Box, other: Box, number: int) -> Line:
    """Join two boxes at the sides that face one another."""
    left, right = sorted((one, other), key=lambda box: box.x)
    return Line(
        (
            (left.x + left.width, left.y + left.height / 2),
            (right.x, right.y + right.height / 2),
        ),
        "tie-owner",
        weight=round(min(8, 0.8 + sqrt(number)), 1),
        curved=True,
        told=f"{' '.join(one.lines)} → {' '.join(other.lines)}: {number}",
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
