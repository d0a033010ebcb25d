"""Time limits given by crosses in columns of quarters, months or years (đánh dấu theo quý, tháng,
năm).

Crosses side by side say how long the work lasts; apart from one another each says a time of its
own. The cross itself says nothing without its column, so the reading is inferred.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, Literal

from luocdo.graph.records import DeadlineRecord
from luocdo.graph.text import fold
from luocdo.loaders.tables.grid import cell_text
from luocdo.loaders.tables.headings import months_of
from luocdo.loaders.tables.parties import CROSS
from luocdo.loaders.times.known_year import year_of_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luocdo.graph.records import Evidence
    from luocdo.loaders.context import ReadingContext
    from luocdo.loaders.tables.draft import SubRow
    from luocdo.loaders.tables.headings import Column
    from luocdo.loaders.tables.printed import PrintedTable
    from luocdo.loaders.text.page import Span

_Months = tuple[int | None, tuple[int, int]]
_NUMBER = re.compile(r"\d{1,2}|[IV]{1,3}")
_DECEMBER = 12
_KINDS: dict[int, Literal["month", "quarter", "year"]] = {1: "month", 3: "quarter", 12: "year"}
_ROMAN = ("I", "II", "III", "IV")


def crossed_months(
    context: ReadingContext, table: PrintedTable, sub: SubRow, place: str
) -> tuple[DeadlineRecord, ...]:
    """Return the times that the crosses of ``sub`` mark, or the column its words stand in.

    A heading that names no year is read in the one of the plan.
    """
    year = year_of_title(context.header.title)
    marked = [
        (column.year or year, column.months)
        for at, pieces in sub.columns.items()
        if (column := table.columns.all[at]).months
        and (pieces == sub.text or CROSS.fullmatch(cell_text(context.page, pieces)))
    ]
    evidence = context.page.evidence(place, sub.span, reading="inferred")
    return tuple(_record(run[0], run[-1], evidence) for run in _runs(sorted(marked, key=_start)))


def _runs(marked: Sequence[_Months]) -> list[list[_Months]]:
    """Part the months that are crossed where one between them is not."""
    runs: list[list[_Months]] = []
    for one in marked:
        if runs and _start(one) <= _behind(runs[-1][-1]):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _behind(months: _Months) -> tuple[int, int]:
    """Return the month behind those of a column."""
    year, (_, last) = months
    return ((year or 0) + 1, 1) if last == _DECEMBER else (year or 0, last + 1)


def numbered_months(
    context: ReadingContext, column: Column, pieces: tuple[Span, ...], place: str
) -> DeadlineRecord | None:
    """Return the month or quarter that a cell gives by its number alone, below a heading that
    counts them ("Tháng trình").
    """
    found = months_of(fold(cell_text(context.page, pieces)), fold(column.heading))
    if found is None or not _NUMBER.fullmatch(cell_text(context.page, pieces)):
        return None
    months = (column.year or year_of_title(context.header.title), found)
    return _record(months, months, context.page.evidence(place, *pieces, reading="inferred"))


def _start(months: _Months) -> tuple[int, int]:
    return months[0] or 0, months[1][0]


def _record(first: _Months, last: _Months, evidence: Evidence) -> DeadlineRecord:
    words = _words(*last) if first == last else f"{_words(*first)} - {_words(*last)}"
    (begin, (month, _)), (end, (_, until)) = first, last
    if begin is None or end is None:
        return DeadlineRecord(kind="conditional", text=words, evidence=evidence)
    return DeadlineRecord(
        kind=_KINDS[until - month + 1] if first == last else "period",
        text=words,
        evidence=evidence,
        start_date=date(begin, month, 1).isoformat(),
        end_date=date(end, until, calendar.monthrange(end, until)[1]).isoformat(),
    )


def _words(year: int | None, months: tuple[int, int]) -> str:
    """Name the months of one column as a time limit would: "Quý I/2026", "Tháng 3/2026", "Năm
    2026".
    """
    first, last = months
    if last - first > 2:  # noqa: PLR2004 - more than a quarter
        return f"Năm {year}"
    name = f"Tháng {first}" if first == last else f"Quý {_ROMAN[first // 3]}"
    return f"{name}/{year}" if year else name
