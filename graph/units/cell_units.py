"""Units of a cell (các đơn vị trong ô): split where a name ends that the resolver knows, without
the signs that the document gives them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.graph.units.grammar import starts_with_head
from luocdo.graph.units.splitting import split_cell

if TYPE_CHECKING:
    from luocdo.graph.units.model import UnitContext
    from luocdo.graph.units.pieces import UnitPiece
    from luocdo.graph.units.resolving import UnitResolver


def split_units(cell: str, resolver: UnitResolver, context: UnitContext) -> list[UnitPiece]:
    """Split a cell into units: `UnitPiece` holds the text as printed, its place in ``cell`` and
    its name.
    """
    pieces = split_cell(
        cell, lambda words: resolver.knows(words, context) or _is_sign(words, context)
    )
    return [_without_sign(piece, context) for piece in pieces]


def _without_sign(piece: UnitPiece, context: UnitContext) -> UnitPiece:
    """Name a unit without the sign that the document gives it: "Phòng Đào tạo (P3)"."""
    name, _, sign = piece.name.rstrip(" )").rpartition("(")
    return (
        replace(piece, name=name.strip())
        if name.strip() and _is_sign(sign.strip(), context)
        else piece
    )


def _is_sign(words: str, context: UnitContext) -> bool:
    """Return whether this is an abbreviation of the document's own that stands for a unit ("Phòng
    Đào tạo (P3)").
    """
    full = context.abbreviations.get(words)
    return full is not None and starts_with_head(full)
