"""What a time limit means (thời hạn nghĩa là gì): its kind, first and last day, whether the last
is excluded, its recurrence.

A value object: ``str(Time.parse(text)) == text``. Recurrences are RRULEs (RFC 5545), one a line
where a limit has several.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, cast, get_args

Kind = Literal[
    "date", "month", "quarter", "year", "period", "recurring", "ongoing", "conditional", "invalid"
]

DATED: frozenset[Kind] = frozenset({"date", "month", "quarter", "year", "period", "invalid"})
MONTHS_OF_YEAR = 12
_KINDS: frozenset[str] = frozenset(get_args(Kind))
_EXCLUSIVE, _INFERRED, _RULE = "exclusive", "inferred", "FREQ="
_MARKS = frozenset({_EXCLUSIVE, _INFERRED})


@dataclass(frozen=True, slots=True)
class Time:
    """ISO days, both included unless ``exclusive``; ``inferred`` where the words leave out what
    the reader adds.
    """

    kind: Kind
    start: str | None = None
    end: str | None = None
    exclusive: bool = False
    recurrence: str | None = None
    inferred: bool = False

    def __str__(self) -> str:
        """Print "period 2026-01-01..2026-06-30", "date ..2026-06-30 exclusive", "recurring
        FREQ=YEARLY".
        """
        days = f"{self.start or ''}..{self.end or ''}" if self.start or self.end else ""
        marks = (_EXCLUSIVE if self.exclusive else "", _INFERRED if self.inferred else "")
        return " ".join(
            piece for piece in (self.kind, days, *marks, self.recurrence or "") if piece
        )

    @classmethod
    def parse(cls, text: str) -> Time:
        """Read what `str` prints."""
        kind, *rest = text.split(" ")
        days = next((one for one in rest if ".." in one), "..")
        rule = next((one for one in rest if one.startswith(_RULE)), None)
        marks = {one for one in rest if one not in {days, rule}}
        if kind not in _KINDS or marks - _MARKS:
            msg = f"no time: {text!r}"
            raise ValueError(msg)
        start, _, end = days.partition("..")
        return cls(
            cast("Kind", kind),
            start or None,
            end or None,
            _EXCLUSIVE in marks,
            rule,
            _INFERRED in marks,
        )

    @property
    def is_dated(self) -> bool:
        """Return whether this is a time that names days of the calendar, not one that recurs, goes
        on or waits for something.
        """
        return self.kind in DATED

    def guessed(self) -> Time:
        """Return the same, marked as inferred."""
        return replace(self, inferred=True)


def is_day(year: int, month: int, day: int) -> bool:
    """Return whether the calendar has that day."""
    return is_month(month) and 1 <= day <= calendar.monthrange(year, month)[1]


def is_month(month: int) -> bool:
    """Return whether the year has that month."""
    return 1 <= month <= MONTHS_OF_YEAR


def day_of(year: int, month: int, day: int, *, exclusive: bool = False) -> Time:
    """Return a day, which has an end only; one that does not exist is invalid."""
    if not is_day(year, month, day):
        return Time("invalid", exclusive=exclusive)
    return Time("date", end=date(year, month, day).isoformat(), exclusive=exclusive)


def later(day: str, days: int) -> str:
    """Return the day so many days after ``day``."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def months_of(year: int, first: int, last: int, kind: Kind = "period") -> Time:
    """Return the time from the first day of one month to the last of another in the same year."""
    if not (is_month(first) and is_month(last)):
        return Time("invalid")
    return Time(kind, first_day(year, first), last_day(year, last))


def first_day(year: int, month: int) -> str:
    """Return the first day of a month."""
    return date(year, month, 1).isoformat()


def last_day(year: int, month: int) -> str:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def before(time: Time) -> Time:
    """Return what "trước tháng 7/2026", "trước năm 2030" means: over on the day before
    it begins.
    """
    return Time("date", end=later(time.start, -1), inferred=time.inferred) if time.start else time


def recurring(*rules: str, exclusive: bool = False) -> Time:
    """Return a time that comes back by ``rules``."""
    return Time(
        "recurring", exclusive=exclusive, recurrence="\n".join(dict.fromkeys(rules)) or None
    )
