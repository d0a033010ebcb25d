"""Splitting a cell into units (tách ô): one determiner, one entry; never inside a
unit's own name.
"""

from __future__ import annotations

import re

from luocdo.graph.units.cell_parts import CellPart, cut
from luocdo.graph.units.cell_words import part_words, piece_between, run_words
from luocdo.graph.units.pieces import Known, UnitPiece, shared, unglued
from luocdo.graph.units.shared_heads import distributed
from luocdo.graph.units.siblings import may_have_siblings, sibling_names
from luocdo.graph.units.whole_names import whole_name

_LETTER = re.compile(r"\w")
_MOST_SIBLINGS = 80  # names that share one head: the provinces and more
_LONGEST_NAME = 10  # commas and "và" within one unit's own name


def split_cell(cell: str, known: Known) -> list[UnitPiece]:
    """Split ``cell``; ``known`` tells whether words are the name of one unit of the registry."""
    parts = list(cut(cell))
    pieces: list[UnitPiece] = []
    at = 0
    while at < len(parts):
        taken = (
            distributed(cell, parts, at, known)
            or _siblings(cell, parts, at, known)
            or whole_name(cell, parts, at, known)
        )
        made, at = taken
        pieces += made
    return shared(cell, [piece for piece in unglued(pieces, known) if _LETTER.search(piece.text)])


def _siblings(
    cell: str, parts: list[CellPart], at: int, known: Known
) -> tuple[list[UnitPiece], int] | None:
    """Read "Sở Nội vụ, Tài chính, Xây dựng" and "UBND TP. Hà Nội, Đà Nẵng": the rest shares the
    head of the first.
    """
    last = at
    most = min(len(parts) - 1, at + _MOST_SIBLINGS)
    while last < most and parts[last + 1].separator in ("soft", "and"):
        last += 1
    if last == at or not may_have_siblings(part_words(cell, parts[at])):
        return None
    if any(
        known(run_words(cell, parts, at, end))
        for end in range(at + 1, min(last, at + _LONGEST_NAME) + 1)
    ):
        return None
    words = [part_words(cell, part) for part in parts[at : last + 1]]
    found = sibling_names(words, [part.separator == "and" for part in parts[at : last + 1]], known)
    if not found:
        return None
    pieces = []
    for first, end, name in found:
        piece = piece_between(cell, parts[at + first].start, parts[at + end].end)
        pieces.append(UnitPiece(piece.text, piece.start, piece.end, name))
    return pieces, at + found[-1][1] + 1
