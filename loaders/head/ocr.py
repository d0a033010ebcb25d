"""Text that OCR read without Vietnamese (chữ mất dấu): what the registry leaves one reading of is
mended, nothing is invented.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from luocdo.graph.records import DocumentRecord, Evidence
from luocdo.graph.registry.symbols import symbol_key
from luocdo.graph.text import fold, is_accented
from luocdo.graph.units.misprints import one_edit
from luocdo.graph.units.resolving import UnitContext, UnitResolver

if TYPE_CHECKING:
    from luocdo.graph.numbers import DocumentNumber
    from luocdo.loaders.text.page import Page
    from luocdo.loaders.text.zones import Part

_SAMPLE = 6000
_STAMP = re.compile(r"20\d\d-\d\d-\d\dT")
_SEALED = re.compile(r"(?m)^[^\n]*\n?[\t ]*20\d\d-\d\d-\d\dT\d\d:")
_TELLING = 3  # letters: of two any other symbol is one letter away
_LIKE_FIGURES = str.maketrans({"ó": "6", "ố": "6", "o": "0", "O": "0", "l": "1", "I": "1"})


@lru_cache(maxsize=4)
def accented(page: Page, part: Part) -> bool:
    """Return whether the document's own words still have the letters that only Vietnamese has.

    Digital signatures behind them are no print: they keep their accents whatever OCR did.
    """
    start = part.title.start or part.span.start
    words = page.normal.text[start : min(part.span.end, start + _SAMPLE)]
    sealed = _SEALED.search(words) if _STAMP.search(words) else None
    return is_accented((words[: sealed.start()] if sealed else words)[::3])


def mended_figures(words: str) -> str:
    """Read letters among the figures that ``words`` begin with as the figures they look like:
    "2ó15/BYT" is 2615/BYT.
    """
    serial = re.match(r"[^-/]*", words)
    figures = serial[0] if serial else ""
    if not re.search(r"\d", figures):
        return words
    return figures.translate(_LIKE_FIGURES) + words[len(figures) :]


def mended_number(number: DocumentNumber, resolver: UnitResolver) -> DocumentNumber:
    """Mend the kind that OCR misread, and the issuer's symbol where one known symbol is one letter
    away: "IBGDDT" is BGDĐT.
    """
    number = number.with_kind_mended()
    pieces = re.split(r"([-/])", number.symbol)
    at = 0 if number.kind_symbol is None else len(pieces) - 1
    symbol = pieces[at]
    if resolver.issuer_of_symbol(symbol, None) is not None:
        return number
    known = {
        printed
        for key, printed in resolver.registry.symbols.printed.items()
        if len(key) >= _TELLING and one_edit(symbol_key(symbol), key)
    }
    if len(known) != 1:
        return number
    pieces[at] = known.pop()
    return replace(number, symbol="".join(pieces))


def spelled_number(
    number: DocumentNumber, body: str | None, resolver: UnitResolver
) -> DocumentNumber:
    """Give the issuer's symbol the letters its body is written with: "SGDDT" in a letter of a Sở
    GDĐT is SGDĐT.
    """
    entry = (
        resolver.registry.entries.get(resolver.resolve(body, UnitContext(None)).id)
        if body
        else None
    )
    if entry is None:
        return number
    pieces = re.split(r"([-/])", number.symbol)
    own = {fold(name): name for name in (*entry.names, *entry.symbols) if " " not in name}
    return replace(
        number,
        symbol="".join(
            own.get(fold(piece), piece) if piece.isascii() else piece for piece in pieces
        ),
    )


def as_corrected(record: DocumentRecord) -> DocumentRecord:
    """Mark what was read from words that OCR misread: the quote is as printed, the reading is
    mended.
    """
    return msgspec.structs.replace(record, **_corrected_fields(record))


def _corrected_fields(one: msgspec.Struct) -> dict[str, object]:
    """Return the fields of ``one`` that hold evidence, however deep, with the reading mended."""
    values = {field.name: getattr(one, field.name) for field in msgspec.structs.fields(one)}
    return {
        name: _corrected(value)
        for name, value in values.items()
        if isinstance(value, msgspec.Struct | tuple)
    }


def _corrected(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_corrected(one) for one in value)
    if isinstance(value, Evidence):
        misread = value.reading == "stated" and not is_accented(value.quote)
        return msgspec.structs.replace(value, reading="corrected") if misread else value
    return (
        msgspec.structs.replace(value, **_corrected_fields(value))
        if isinstance(value, msgspec.Struct)
        else value
    )
