"""What every reader of one document is given (ngữ cảnh đọc): the page, the parts, the header, the
units.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luocdo.graph.units.cell_units import split_units

if TYPE_CHECKING:
    from luocdo.graph.records import HeaderRecord
    from luocdo.graph.units.pieces import UnitPiece
    from luocdo.graph.units.resolving import UnitContext, UnitResolver
    from luocdo.loaders.text.page import Page
    from luocdo.loaders.text.zones import Part


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """The document being read."""

    page: Page
    part: Part
    header: HeaderRecord
    resolver: UnitResolver
    units: UnitContext
    printed: tuple[str, ...] = ()
    """Names of units that recipients and cells print, read before the sentences."""
    _split: dict[str, tuple[UnitPiece, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def units_in(self, cell: str) -> tuple[UnitPiece, ...]:
        """Return the units that a cell names; the rows of a table repeat their cells."""
        found = self._split.get(cell)
        if found is None:
            found = self._split[cell] = tuple(split_units(cell, self.resolver, self.units))
        return found
