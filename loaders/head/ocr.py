"""Text that OCR read without Vietnamese (chữ mất dấu): what the registry leaves one reading of is mended, nothing is invented."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from luocdo.graph.text import fold, is_accented
from luocdo.graph.units.misprints import one_edit
from luocdo.graph.units.resolving import UnitContext, UnitResolver

if TYPE_CHECKING:
    from luocdo.graph.numbers import DocumentNumber
    from luocdo.loaders.context import Part
    from luocdo.loaders.text.page import Page

_SAMPLE = 6000


def accented(page: Page, part: Part) -> bool:
    """Tell whether the text still has the letters that only Vietnamese has."""
    return is_accented(page.normal.text[part.span.start : min(part.span.end, part.span.start + _SAMPLE)])


def mended_number(number: DocumentNumber, resolver: UnitResolver) -> DocumentNumber:
    """Mend the issuer's symbol where exactly one known symbol is one letter away: "IBGDDT" is BGDĐT."""
    pieces = re.split(r"([-/])", number.symbol)
    at = 0 if number.kind_symbol is None else len(pieces) - 1
    symbol = pieces[at]
    if resolver.issuer_of_symbol(symbol, None) is not None:
        return number
    known = {
        own
        for folded, keys in resolver.registry.symbols.items()
        if one_edit(fold(symbol), folded)
        for own in resolver.registry.entries[keys[0]].symbols
        if fold(own) == folded
    }
    if len(known) != 1:
        return number
    pieces[at] = known.pop()
    return replace(number, symbol="".join(pieces))


def spelled_number(number: DocumentNumber, body: str | None, resolver: UnitResolver) -> DocumentNumber:
    """Give the issuer's symbol the letters its body is written with: "SGDDT" in a letter of a Sở GDĐT is SGDĐT."""
    entry = resolver.registry.entries.get(resolver.resolve(body, UnitContext(None)).id) if body else None
    if entry is None:
        return number
    pieces = re.split(r"([-/])", number.symbol)
    own = {fold(name): name for name in (*entry.names, *entry.symbols) if " " not in name}
    return replace(
        number, symbol="".join(own.get(fold(piece), piece) if piece.isascii() else piece for piece in pieces)
    )
