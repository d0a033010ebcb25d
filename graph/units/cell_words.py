"""The words of a cell between two places (lời trong ô), without the marks at their ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.units.pieces import UnitPiece

if TYPE_CHECKING:
    from luocdo.graph.units.cell_parts import CellPart

# The sign of a unit: "GDMN", "VNPT".
CAPITALS = re.compile(r"^[A-ZĐ]{2,}\w*$")
_ENDS = " \t\n.,;:-–"


def run_words(cell: str, parts: list[CellPart], first: int, last: int) -> str:
    """Return the words from the part ``first`` to the part ``last``."""
    return " ".join(cell[parts[first].start : parts[last].end].split()).strip(_ENDS)


def part_words(cell: str, part: CellPart) -> str:
    """Return the words of one part."""
    return " ".join(cell[part.start : part.end].split()).strip(_ENDS)


def piece_between(cell: str, start: int, end: int) -> UnitPiece:
    """Return the piece that stands between ``start`` and ``end``, named as it is printed."""
    words = cell[start:end]
    left = len(words) - len(words.lstrip(_ENDS))
    kept = words.strip(_ENDS)
    return UnitPiece(kept, start + left, start + left + len(kept), " ".join(kept.split()))
