"""Which stretches of a page are taken (chỗ đã đọc): asked for many stretches, answered by a look
among ordered places.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Cover:
    """Stretches (start, end) of a page, in any order; they may lie within one another."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Put ``stretches`` in order."""
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reach = list(
            accumulate((end for _, end in ordered), max)
        )  # how far the first ones reach together

    def touches(self, start: int, end: int) -> bool:
        """Return whether one of them shares a letter with the stretch from ``start``
        to ``end``.
        """
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start

    def holds(self, at: int) -> bool:
        """Return whether the letter at ``at`` lies in one of them."""
        return self.touches(at, at + 1)
