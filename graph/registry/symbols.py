"""Symbols of document numbers (ký hiệu văn bản) and the issuer that each implies, whoever cites
the number.

A unit's own symbols stand with it (``symbols`` of the TOML files); what drafting rules fix for
bodies of the state, the Party and the provinces stands in ``symbols.tsv`` with the decree. The
number of a term behind a symbol (QH15) says nothing about the issuer: `symbol_key` leaves it out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from luocdo.graph.registry.datafiles import read_rows
from luocdo.graph.registry.entry import Entry, key_of
from luocdo.graph.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable

_TERM = re.compile(r"\d+$")
_OWN = "~"  # the province's committee itself


def symbol_key(symbol: str) -> str:
    """Return ``symbol`` for comparison: "BGD&ĐT" as "BGDĐT", "QH15" as "QH"."""
    return _TERM.sub("", squeeze(symbol))


@dataclass(frozen=True)
class Symbols:
    """Keys of units by `symbol_key`: ``central`` those at the centre, ``shared`` where several
    bodies use one symbol.

    ``local`` is what stands behind the key of the citing province: "" is its People's Committee.
    ``printed`` is each central symbol as numbers print it.
    """

    central: dict[str, tuple[str, ...]]
    shared: dict[str, tuple[str, ...]]
    local: dict[str, str]
    printed: dict[str, str]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Symbols:
        """Gather the symbols of units, then those that rules fix."""
        central: dict[str, tuple[str, ...]] = {}
        printed: dict[str, str] = {}
        names: dict[str, str] = {}
        for entry in entries:
            names.setdefault(entry.name, entry.key)
            for symbol, words in {
                symbol_key(words): words for words in reversed(entry.symbols)
            }.items():
                central[symbol] = (*central.get(symbol, ()), entry.key)
                printed.setdefault(symbol, words)
        shared: dict[str, tuple[str, ...]] = {}
        local: dict[str, str] = {}
        for row in read_rows("symbols.tsv"):
            symbol = symbol_key(row["symbol"])
            if row["within"]:
                local[symbol] = (
                    "" if row["within"] == _OWN else key_of(row["issuer"]).replace("unit:", "/")
                )
                continue
            keys = tuple(names[name] for name in row["issuer"].split("|"))
            central[symbol] = keys[:1]
            shared[symbol] = keys
            printed[symbol] = row["symbol"]
        return cls(central, shared, local, printed)
