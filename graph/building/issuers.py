"""Whose a number is (cơ quan ban hành của một số, ký hiệu): the symbol decides where it implies an
issuer, whoever cites.

"72/2025/QH15" is the National Assembly's in a decision of any province; "179/KH-UBND" belongs to
the province that is named, else to the one that cites it. Rules and their decrees:
``graph/registry/data/symbols.tsv``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.units.model import GROUP, UnitContext, UnitRef

if TYPE_CHECKING:
    from luocdo.graph.numbers import DocumentNumber
    from luocdo.graph.units.resolving import UnitResolver

Base = tuple[str, str]
"""What a number is known by besides its year: its key and the issuer's, "" where none is told."""

_MINISTRY = "bộ"


def document_id(base: Base, year: str) -> str:
    """Return the id of a numbered document."""
    number, issuer = base
    pieces = (issuer, number.replace("//", "-").replace("/", "-"), year)
    return "doc:" + "/".join(piece for piece in pieces if piece)


class Issuers:
    """Finds the issuer behind a number as a document of some body names it; each question is
    answered once.
    """

    def __init__(self, resolver: UnitResolver) -> None:
        """Look units up in ``resolver``."""
        self._resolver = resolver
        self._found: dict[tuple[str, str | None, str | None, bool], str] = {}

    def base(self, number: DocumentNumber, named: str | None, body: str | None) -> Base:
        """Return number and issuer: ``named`` is the issuer as printed, ``body`` that of the
        document that cites.
        """
        question = (number.issuer_symbol or "", named, body, number.is_central)
        if question not in self._found:
            unit = self._issuer(number, named, body)
            behind = self._resolver.body_behind(unit) if unit else None
            self._found[question] = behind.id.removeprefix("unit:") if behind else ""
        return number.key, self._found[question]

    def again(self) -> Issuers:
        """Return issuers that know what these have found, and whose finds these never hear of."""
        other = Issuers(self._resolver)
        other._found |= self._found
        return other

    def named_issuers(self, number: DocumentNumber) -> tuple[UnitRef, ...]:
        """Return the issuers of a joint act by the pieces of its symbol (TTLT-BTC-BTP); none where
        a piece is unknown.
        """
        pieces = (number.issuer_symbol or "").split("-")
        units = [self._resolver.issuer_of_symbol(piece, None) for piece in pieces]
        return tuple(unit for unit in units if unit) if all(units) else ()

    def _issuer(
        self, number: DocumentNumber, named: str | None, body: str | None
    ) -> UnitRef | None:
        symbol = number.issuer_symbol or ""
        by_symbol = self._resolver.issuer_of_symbol(symbol, None)
        if by_symbol is not None:
            return by_symbol
        by_name = self._resolver.resolve(named, UnitContext(body)) if named else None
        if by_name is not None and by_name.known and by_name.kind != GROUP:
            behind = self._resolver.body_behind(by_name)
            province = self._resolver.province_of(behind.id)
            return self._in_province(symbol, province) if province else behind
        if number.is_central or (by_name is not None and by_name.kind == _MINISTRY):
            return None
        return self._in_province(symbol, self._resolver.province_of(body))

    def _in_province(self, symbol: str, province: str | None) -> UnitRef | None:
        if province is None:
            return None
        return self._resolver.issuer_of_symbol(symbol, province) or self._resolver.get(province)
