"""Laws that are known by name, number and day (luật, bộ luật, pháp lệnh, Hiến pháp), and words
that look like a law's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from luocdo.graph.registry.datafiles import read_rows

_NO_LAW = "-"


@dataclass(frozen=True, slots=True)
class Law:
    """A law by its ``name``; ``number`` and ``date`` (of adoption, ISO) are empty where they are
    not known for sure.
    """

    name: str
    number: str
    date: str


@cache
def known_laws() -> tuple[Law, ...]:
    """Return the laws of ``laws.tsv``."""
    rows = read_rows("laws.tsv")
    return tuple(
        Law(row["name"], row["number"] or "", row["date"] or "")
        for row in rows
        if row["number"] != _NO_LAW
    )


@cache
def names_of_no_law() -> tuple[str, ...]:
    """Return words that begin like the name of a law and are none ("Luật sư")."""
    return tuple(row["name"] for row in read_rows("laws.tsv") if row["number"] == _NO_LAW)
