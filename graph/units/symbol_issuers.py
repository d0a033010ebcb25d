"""Who a symbol of a document number names (ký hiệu cơ quan ban hành): a central body, or one of
the province.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from luocdo.graph.registry.symbols import symbol_key
from luocdo.graph.text import squeeze
from luocdo.graph.units.entry_units import unit_of

if TYPE_CHECKING:
    from luocdo.graph.registry import Registry
    from luocdo.graph.units.model import UnitRef

_DEPARTMENT = "sở"


def issuer_of_symbol(
    symbol: str, province: str | None, date: str | None, registry: Registry
) -> UnitRef | None:
    """Return who ``symbol`` names within ``province`` on ``date``; None where several bodies are
    left.

    Of a symbol that goes on with an office ("BNN-KHCN") or with further issuers ("BTC-BTP")
    the first piece counts.
    """
    for words in dict.fromkeys((symbol, symbol.partition("-")[0])):
        key = symbol_key(words)
        found = _central_issuer(key, date, registry) or _local_issuer(key, province, registry)
        if found is not None:
            return found
    return None


def sharing(symbol: str, registry: Registry) -> tuple[UnitRef, ...]:
    """Return the bodies that use one symbol ("TW": Bộ Chính trị, Ban Bí thư, Ban Chấp hành Trung
    ương).
    """
    keys = registry.symbols.shared.get(symbol_key(symbol), ())
    return tuple(unit_of(registry.entries[key], registry) for key in keys)


def _central_issuer(key: str, date: str | None, registry: Registry) -> UnitRef | None:
    entries = [registry.entries[one] for one in registry.symbols.central.get(key, ())]
    alive = entries if len(entries) == 1 else [entry for entry in entries if entry.alive(date)]
    return unit_of(alive[0], registry) if len(alive) == 1 else None


def _local_issuer(key: str, province: str | None, registry: Registry) -> UnitRef | None:
    """Return the body of ``province`` that a symbol names: by rule (UBND, HĐND, TU), or a sở
    by its abbreviation.
    """
    if province is None or not key:
        return None
    ending = registry.symbols.local.get(key)
    if ending is not None:
        entry = registry.entries.get(f"{province}{ending}")
        return unit_of(entry, registry) if entry else None
    own = [
        entry
        for entry in registry.within(province)
        if entry.kind == _DEPARTMENT and key in map(_initials, entry.names)
    ]
    return unit_of(own[0], registry) if len(own) == 1 else None


def _initials(name: str) -> str:
    """Return how numbers abbreviate a sở: "Sở KHCN" as "SKHCN"."""
    return squeeze(f"S{name.removeprefix('Sở ')}")
