"""A month of what is due (lịch tháng): its days in weeks, each with the assignments whose last day
it is, and the months beside it that hold something.
"""

from __future__ import annotations

import calendar
import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luocdo.graph.answers import Assignment

_MONTH = len("2025-12")


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month and what has to be done by it."""

    date: datetime.date
    due: tuple[Assignment, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherMonth:
    """A month as an address carries it ("2025-12"), and how many assignments end in it."""

    key: str
    number: int


@dataclass(frozen=True, slots=True)
class Month:
    """The month ``key`` in weeks from Monday (None: a day of another month), and the nearest
    months ``before`` and ``after`` it in which something is due.
    """

    key: str
    weeks: tuple[tuple[Day | None, ...], ...]
    before: OtherMonth | None
    after: OtherMonth | None

    @property
    def number(self) -> int:
        """Return how many assignments are due in it."""
        return sum(len(day.due) for week in self.weeks for day in week if day)


def month(
    assignments: Iterable[Assignment], as_of: datetime.date, chosen: str = ""
) -> Month | None:
    """Return the month ``chosen`` ("2025-12"), else the first from ``as_of`` on in which something
    is due, else the last one; None where nothing has a day. Drafts bind nobody and are left out.
    """
    days: dict[str, list[Assignment]] = defaultdict(list)
    for one in assignments:
        if one.block != "draft" and (last := _last_day(one)):
            days[last].append(one)
    if not days:
        return None
    months = sorted({day[:_MONTH] for day in days})
    key = chosen if _is_month(chosen) else _nearest(months, as_of.isoformat()[:_MONTH])
    before = [one for one in months if one < key]
    after = [one for one in months if one > key]
    return Month(
        key,
        _weeks(key, days),
        _other(before[-1], days) if before else None,
        _other(after[0], days) if after else None,
    )


def _last_day(one: Assignment) -> str:
    """Return the last day of an assignment; of what comes again, the day it was counted out to."""
    limit = one.limit
    if limit is None:
        return ""
    return limit.last_day or (limit.start_date if limit.recurrence else "")


def _is_month(words: str) -> bool:
    try:
        datetime.date.fromisoformat(f"{words}-01")
    except ValueError:
        return False
    return True


def _nearest(months: Sequence[str], today: str) -> str:
    return next((one for one in months if one >= today), months[-1])


def _weeks(
    key: str, days: Mapping[str, Sequence[Assignment]]
) -> tuple[tuple[Day | None, ...], ...]:
    year, number = (int(part) for part in key.split("-"))
    weeks = calendar.Calendar(calendar.MONDAY).monthdatescalendar(year, number)
    return tuple(tuple(_day(date, number, days) for date in week) for week in weeks)


def _day(date: datetime.date, number: int, days: Mapping[str, Sequence[Assignment]]) -> Day | None:
    return Day(date, tuple(days.get(date.isoformat(), ()))) if date.month == number else None


def _other(key: str, days: Mapping[str, Sequence[Assignment]]) -> OtherMonth:
    return OtherMonth(key, sum(len(due) for day, due in days.items() if day.startswith(key)))
