"""Rows that a page cuts without a ruling (hàng bị trang cắt): where the lines down a table end and
none runs across, the page ended; the row is closed there.

Programs that set tables draw no line under the half of a row that goes on overleaf, nor above its
rest: without one its words would stand outside the table.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Edge = dict[str, Any]
_SNAP = 4  # points
_FEWEST_LINES = 3  # down, of a table with two columns
_FEWEST_RULINGS = 2  # around a row that is whole
_LEAST_COVER = 0.5  # of the width


def closing_edges(edges: Iterable[Edge]) -> list[Edge]:
    """Return the lines across that ``edges`` of a page lack, each as an edge."""
    across: list[Edge] = []
    ends: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge["orientation"] == "h":
            across.append(edge)
            continue
        for side in ("top", "bottom"):
            ends[round(edge[side] / _SNAP)].append(edge | {"end": edge[side]})
    return list(_closing(across, ends))


def _closing(across: Sequence[Edge], ends: dict[int, list[Edge]]) -> Iterator[Edge]:
    for level in sorted(ends):
        down = [*ends[level], *ends.get(level - 1, ())]
        left, right = min(edge["x0"] for edge in down), max(edge["x1"] for edge in down)
        at = ends[level][0]["end"]
        over = [edge for edge in across if edge["x0"] < right and edge["x1"] > left]
        if (
            len({round(edge["x0"] / _SNAP) for edge in down}) >= _FEWEST_LINES
            and not _covered(over, at, left, right)
            and _is_ruled(over, left, right)
        ):
            yield _line(at, left, right)


def _covered(over: Sequence[Edge], at: float, left: float, right: float) -> bool:
    """Tell whether lines run across at the height ``at``, or right beside it."""
    width = sum(
        min(edge["x1"], right) - max(edge["x0"], left)
        for edge in over
        if abs(edge["top"] - at) <= 2 * _SNAP
    )
    return bool(width >= _LEAST_COVER * (right - left))


def _is_ruled(over: Sequence[Edge], left: float, right: float) -> bool:
    """Tell a table with rows that are whole: several lines run across the same columns."""
    heights = {round(edge["top"] / _SNAP) for edge in over}
    across = (height for height in heights if _covered(over, height * _SNAP, left, right))
    return sum(1 for _ in across) >= _FEWEST_RULINGS


def _line(at: float, left: float, right: float) -> Edge:
    return {
        "object_type": "line",
        "orientation": "h",
        "x0": left,
        "x1": right,
        "top": at,
        "bottom": at,
        "width": right - left,
        "height": 0,
    }
