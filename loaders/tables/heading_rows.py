"""The heading of the open table as it is printed (dòng tiêu đề): it comes again at the top of each
page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.graph.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.loaders.tables.columns import Columns

_LONGEST_REPEATED = 200  # characters: no heading is longer, and its words need not be compared
_LEAST_ALIKE = 3


@dataclass(slots=True)
class HeadingRows:
    """The rows that print the heading, folded: its first row, or both made one; and the rows below
    it that say more.
    """

    whole: list[list[str]] = field(default_factory=list)
    lower: list[list[str]] = field(default_factory=list)

    @classmethod
    def of(cls, cells: Sequence[str]) -> HeadingRows:
        """Begin with the first row of headings."""
        return cls([_folded(cells)])

    def add(self, cells: Sequence[str], joined: Columns) -> None:
        """Remember a second row of headings ("Chủ trì", "Phối hợp"; "Quý I", "Quý II"), and what
        it makes of the first.
        """
        self.lower.append(_folded(cells))
        self.whole.append([fold(column.heading) for column in joined.all])

    def come_again(self, cells: Sequence[str]) -> bool:
        """Return whether ``cells`` print the heading once more, misprints aside."""
        words = _folded(cells)
        return any(_alike(heading, words) for heading in self.whole)

    def is_lower(self, cells: Sequence[str]) -> bool:
        """Return whether ``cells`` print a second row of headings once more."""
        return bool(self.lower) and _folded(cells) in self.lower


def _folded(cells: Sequence[str]) -> list[str]:
    """Return the folded words of ``cells``; empty ones at the end, which a print may leave out, do
    not count.
    """
    words = [fold(cell) if len(cell) <= _LONGEST_REPEATED else cell for cell in cells]
    while words and not words[-1]:
        words.pop()
    return words


def _alike(heading: list[str], words: list[str]) -> bool:
    pairs = [
        (mine, theirs) for mine, theirs in zip(heading, words, strict=False) if mine or theirs
    ]
    alike = sum(mine == theirs for mine, theirs in pairs)
    return alike >= _LEAST_ALIKE and alike * 5 >= 3 * len(pairs)
