"""How an issuer is named (tên cơ quan ban hành): with its province, spelt as the document spells
it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luocdo.graph.text import fold
from luocdo.graph.units.model import SHOWN
from luocdo.graph.units.resolving import UnitRef
from luocdo.loaders.text.bare import bare
from luocdo.loaders.text.marks import is_capitals
from luocdo.loaders.text.page import Page, Span

if TYPE_CHECKING:
    from luocdo.loaders.text.zones import Part

COMMITTEE = "Ủy ban nhân dân "
_SMALL = frozenset(["và", "của", "thuộc", "về", "các", "cho", "tại", "trực", "tại"])


def full_name(unit: UnitRef) -> str:
    """Name a unit of a province with it: "Sở Giáo dục và Đào tạo tỉnh Quảng Ngãi", "Tỉnh ủy Đồng
    Tháp".
    """
    place = _place(unit.display.partition(SHOWN)[2])
    if place is None or fold(place) in fold(unit.name):
        return unit.name
    kind = "tỉnh" if place.startswith("tỉnh") else "thành phố"
    committee = fold(unit.name).endswith(" uy")
    if unit.parent is None and not committee:
        return unit.name
    if committee:  # Tỉnh ủy, Thành ủy and their organs: the kind is in the name
        return f"{unit.name} {place.removeprefix(kind).strip()}"
    return f"{unit.name.removesuffix(kind).rstrip()} {place}"


def _place(body: str) -> str | None:
    """Return "tỉnh Quảng Ngãi" of "Ủy ban nhân dân tỉnh Quảng Ngãi" and of itself; None of any
    other body.
    """
    place = body.removeprefix(COMMITTEE)
    return place if place != body or body.startswith(("tỉnh ", "thành phố ")) else None


def printed_as(page: Page, part: Part, name: str) -> Span | None:
    """Find where an issuer that only the symbol tells is named in the document."""
    pattern = re.compile(
        r"\s+".join(re.escape(word) for word in bare(name).split()), re.IGNORECASE
    )
    found = pattern.search(bare(page.flat), part.span.start, part.span.end)
    return Span(found.start(), found.end()) if found else None


def spelling(page: Page, part: Part, capitals: str) -> str:
    """Spell a name printed in capitals as the document spells it elsewhere, else with the capitals
    of ordinary words.
    """
    words = bare(" ".join(capitals.split()).strip(" .:-*_|")).split()
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)
    for found in pattern.finditer(bare(page.flat), part.span.start, part.span.end):
        printed = " ".join(page.text(Span(found.start(), found.end())).split())
        if not is_capitals(bare(printed)):
            return printed[:1].upper() + printed[1:]
    small = " ".join(capitals.split()).strip(" .:-*_|").lower().split()
    name = " ".join(word if word in _SMALL else _capital(word) for word in small)
    return name[:1].upper() + name[1:]


def _capital(word: str) -> str:
    """Return a word of a name with a capital; one without a vowel is an abbreviation: "THPT"."""
    return word.capitalize() if re.search("[aeiouy]", bare(word)) else word.upper()
