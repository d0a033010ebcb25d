"""The days, months, quarters and years that words print (số in trong văn bản), as figures."""

from __future__ import annotations

import re
from typing import NamedTuple

from luocdo.loaders.times.terminals import (
    DAY,
    MONTH,
    MONTH_FIGURES,
    QUARTER,
    ROMAN,
    YEAR,
    as_written,
)


class Figures(NamedTuple):
    """What a piece says: the year where it is printed, month (or the quarter's number), day."""

    year: int | None
    month: int = 0
    day: int = 0


_DAYS, _MONTHS, _MONTH_FIGURES, _QUARTERS, _YEARS = (
    re.compile(f"(?i){as_written(one)}") for one in (DAY, MONTH, MONTH_FIGURES, QUARTER, YEAR)
)


def days(text: str) -> list[Figures]:
    """Return the days that ``text`` prints."""
    return [Figures(_year(hit["y"]), int(hit["m"]), int(hit["d"])) for hit in _DAYS.finditer(text)]


def months(text: str) -> list[Figures]:
    """Return the months that ``text`` prints, in order."""
    hits = sorted(
        (hit.start(), hit)
        for pattern in (_MONTHS, _MONTH_FIGURES)
        for hit in pattern.finditer(text)
    )
    found: dict[int, Figures] = {}
    for _, hit in hits:
        found[hit.start("m")] = Figures(_year(hit["y"]), int(hit["m"]))
    return list(found.values())


def quarters(text: str) -> list[Figures]:
    """Return the quarters that ``text`` prints."""
    return [
        Figures(_year(hit["y"] or hit["yy"]), quarter_number(hit["q"]))
        for hit in _QUARTERS.finditer(text)
    ]


def quarter_number(printed: str) -> int:
    """Return 4 for "IV" and "4"."""
    return ROMAN.get(printed.upper()) or int(printed)


def years(text: str) -> list[int]:
    """Return the years that ``text`` prints."""
    return [int(hit["y"]) for hit in _YEARS.finditer(text)]


def _year(printed: str | None) -> int | None:
    if printed is None:
        return None
    return int(printed) if len(printed) > 2 else 2000 + int(printed)  # noqa: PLR2004 - "26"
