"""Splitting a cell into units (tách ô): one determiner, one entry; never inside a
unit's own name.
"""

from __future__ import annotations

import re

from luocdo.graph.units.bits import Bit, cut
from luocdo.graph.units.cell_words import bit_words, piece_between, run_words
from luocdo.graph.units.pieces import Known, UnitPiece, shared, unglued
from luocdo.graph.units.shared_heads import distributed
from luocdo.graph.units.siblings import may_have_siblings, sibling_names
from luocdo.graph.units.whole_names import whole_name

_LETTER = re.compile(r"\w")
_MOST_SIBLINGS = 80  # names that share one head: the provinces and more
_LONGEST_NAME = 10  # commas and "và" within one unit's own name


def split_cell(cell: str, known: Known) -> list[UnitPiece]:
    """Split ``cell``; ``known`` tells whether words are the name of one unit of the registry."""
    bits = list(cut(cell))
    pieces: list[UnitPiece] = []
    at = 0
    while at < len(bits):
        taken = (
            distributed(cell, bits, at, known)
            or _siblings(cell, bits, at, known)
            or whole_name(cell, bits, at, known)
        )
        made, at = taken
        pieces += made
    return shared(cell, [piece for piece in unglued(pieces, known) if _LETTER.search(piece.text)])


def _siblings(
    cell: str, bits: list[Bit], at: int, known: Known
) -> tuple[list[UnitPiece], int] | None:
    """Read "Sở Nội vụ, Tài chính, Xây dựng" and "UBND TP. Hà Nội, Đà Nẵng": the rest shares the
    head of the first.
    """
    last = at
    most = min(len(bits) - 1, at + _MOST_SIBLINGS)
    while last < most and bits[last + 1].separator in ("soft", "and"):
        last += 1
    if last == at or not may_have_siblings(bit_words(cell, bits[at])):
        return None
    if any(
        known(run_words(cell, bits, at, end))
        for end in range(at + 1, min(last, at + _LONGEST_NAME) + 1)
    ):
        return None
    words = [bit_words(cell, bit) for bit in bits[at : last + 1]]
    found = sibling_names(words, [bit.separator == "and" for bit in bits[at : last + 1]], known)
    if not found:
        return None
    pieces = []
    for first, end, name in found:
        piece = piece_between(cell, bits[at + first].start, bits[at + end].end)
        pieces.append(UnitPiece(piece.text, piece.start, piece.end, name))
    return pieces, at + found[-1][1] + 1
