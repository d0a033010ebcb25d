"""A span of days that a question names (khoảng ngày), however it was told."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Span:
    """The days from ``first`` to ``last``; ``options`` where `due` has an option for such a span.

    ``end`` is the word behind it; ``is_relative``, that it is told from today; ``began``, that
    only its first day is meant; ``lacks_year``, that its year is taken to be this one.
    """

    first: datetime.date
    last: datetime.date
    options: Options
    end: int
    is_relative: bool = False
    began: bool = False
    lacks_year: bool = False

    def in_year_of(self, other: Span) -> Span:
        """Return its first day in the year of ``other``, where it lacks one: "từ tháng 1 đến
        tháng 3/2026".
        """
        if not self.lacks_year or other.lacks_year or other.is_relative:
            return self
        month, day = self.first.month, self.first.day
        return replace(self, first=datetime.date(other.first.year, month, day))

    def begun(self) -> Span:
        """Return the first day of it: "đầu năm"."""
        return replace(self, last=self.first, options=(), began=True)
