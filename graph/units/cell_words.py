"""The words of a cell between two places (lời trong ô), without the marks at their ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.units.pieces import UnitPiece

if TYPE_CHECKING:
    from luocdo.graph.units.bits import Bit

# The sign of a unit: "GDMN", "VNPT".
CAPITALS = re.compile(r"^[A-ZĐ]{2,}\w*$")
_ENDS = " \t\n.,;:-–"


def run_words(cell: str, bits: list[Bit], first: int, last: int) -> str:
    """Return the words from the bit ``first`` to the bit ``last``."""
    return " ".join(cell[bits[first].start : bits[last].end].split()).strip(_ENDS)


def bit_words(cell: str, bit: Bit) -> str:
    """Return the words of one bit."""
    return " ".join(cell[bit.start : bit.end].split()).strip(_ENDS)


def piece_between(cell: str, start: int, end: int) -> UnitPiece:
    """Return the piece that stands between ``start`` and ``end``, named as it is printed."""
    words = cell[start:end]
    left = len(words) - len(words.lstrip(_ENDS))
    kept = words.strip(_ENDS)
    return UnitPiece(kept, start + left, start + left + len(kept), " ".join(kept.split()))
