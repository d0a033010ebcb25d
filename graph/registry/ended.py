"""Kinds of bodies that ended as a whole (cấp, cơ quan đã kết thúc hoạt động): districts on 30 June
2025, with their offices.
"""

from __future__ import annotations

from functools import cache, lru_cache

from luocdo.graph.registry.datafiles import read_rows
from luocdo.graph.text import fold


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    rows = ((fold(row["begins"]), row["to"]) for row in read_rows("ended.tsv"))
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@lru_cache(maxsize=8192)
def ended_on(name: str) -> str | None:
    """Return the last day (ISO) of a body so called; None where its kind goes on."""
    words = fold(name)
    return next((day for begins, day in _endings() if f"{words} ".startswith(f"{begins} ")), None)
