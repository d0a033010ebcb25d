"""Work as a matrix (ma trận việc): leading units down, years across, counts that open what they
count.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luocdo.graph.answers import Answer

NO_YEAR = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Years in order (the last, `NO_YEAR`, for what has no day), and a row a unit: its id, its
    name, a count a year.
    """

    years: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[int, ...]], ...]


def matrix(answer: Answer) -> Matrix:
    """Return the led assignments of ``answer`` by unit and year of their last day; most work
    first.
    """
    counts: Counter[tuple[str, str]] = Counter()
    names: dict[str, str] = {}
    for one in answer.block("direct", "stated", "inferred"):
        year = one.limit.end_date[:4] if one.limit else NO_YEAR
        for role in {role.unit_id: role for role in one.units("LED_BY")}.values():
            names[role.unit_id] = role.display
            counts[role.unit_id, year] += 1
    found = {year for _, year in counts}
    years = (*sorted(found - {NO_YEAR}), *([NO_YEAR] if NO_YEAR in found else []))
    rows = [
        (unit, name, tuple(counts[unit, year] for year in years)) for unit, name in names.items()
    ]
    return Matrix(years, tuple(sorted(rows, key=lambda row: (-sum(row[2]), row[1]))))
