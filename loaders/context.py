"""What every reader of one document is given (ngữ cảnh đọc): the page, the parts, the header, the
units.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luocdo.graph.records import HeaderRecord
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
